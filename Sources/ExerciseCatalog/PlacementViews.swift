import Motion
import RepCore

/// What to expect of a measure: a normal distribution.
public struct Expectation: Sendable, Equatable {
    public let mean: Double
    /// Standard deviation, above 0: among people, and among ways to exercise.
    public let deviation: Double

    init(_ mean: Double, _ deviation: Double) {
        self.mean = mean
        self.deviation = deviation
    }
}

/// What a sensor at one place sees of one exercise.
///
/// Signatures say what an exercise may look like; views say what it usually looks like, so that places can be weighed
/// against each other: a squat tilts a thigh by seventy degrees, sinks a waist by forty centimetres, and leaves a shank
/// where it was.
public struct PlacementView: Sendable, Equatable {
    public let placement: Placement
    /// Catalogue name.
    public let exercise: String
    /// By feature, in the unit `Feature` gives; what is not there may be anything.
    public let expected: [Feature: Expectation]

    fileprivate init(
        _ placement: Placement, _ exercise: String, tilt: Expectation, rise: Expectation? = nil, lean: Expectation,
        side: Expectation? = nil
    ) {
        self.placement = placement
        self.exercise = exercise
        expected = [.tilt: tilt, .rise: rise, .lean: lean, .side: side].compactMapValues(\.self)
    }
}

/// What walking does to a sensor at one place; see `Gait` for the measures and their units.
public struct PlacementGait: Sendable, Equatable {
    public let placement: Placement
    /// By measure.
    public let expected: [Gait.Measure: Expectation]

    fileprivate init(_ placement: Placement, shaking: Expectation, strikes: Expectation, turning: Expectation) {
        self.placement = placement
        expected = [.shaking: shaking, .strikes: strikes, .turning: turning]
    }
}

/// What tells places on the body apart.
///
/// Means of medians over real recordings and independent generators of motion, each source weighing the same; deviations
/// hold what differs within a source and between them. A row is added for what a place sees of another exercise.
public enum PlacementTable {
    /// Places that can be told apart.
    public static let placements: [Placement] = [.thigh, .shank, .foot, .waist, .chest, .wrist, .upperArm]

    /// Features that views speak of, each with the span of values movements of any kind have.
    public static let spans: [(feature: Feature, span: Double)] = [(.tilt, 120), (.rise, 0.8), (.lean, 150), (.side, 1)]
    /// The same for walks.
    public static let gaitSpans: [(measure: Gait.Measure, span: Double)] = [(.shaking, 12), (.strikes, 1), (.turning, 4)]

    /// Tilt and lean in degrees, rise in metres.
    public static let views: [PlacementView] = [
        // Thighs go level in squats and point past level in bridges; the hips they hang from sink little beside that.
        .init(.thigh, "squat", tilt: .init(72, 16), rise: .init(0.14, 0.09), lean: .init(9, 8), side: .init(0.07, 0.2)),
        .init(.thigh, "lunge", tilt: .init(52, 30), rise: .init(0.22, 0.1), lean: .init(12, 8), side: .init(0.04, 0.2)),
        .init(.thigh, "bridge", tilt: .init(26, 8), rise: .init(0.14, 0.06), lean: .init(120, 10), side: .init(0.09, 0.2)),
        .init(.thigh, "clamshell", tilt: .init(37, 12), rise: .init(0.09, 0.05), lean: .init(88, 8), side: .init(0.98, 0.2)),
        // Shanks stand on feet that stay.
        .init(.shank, "squat", tilt: .init(24, 9), rise: .init(0.04, 0.05), lean: .init(14, 8), side: .init(0.09, 0.2)),
        .init(.shank, "lunge", tilt: .init(71, 33), rise: .init(0.14, 0.07), lean: .init(17, 11), side: .init(0.02, 0.2)),
        .init(.shank, "bridge", tilt: .init(19, 8), rise: .init(0.03, 0.05), lean: .init(37, 9), side: .init(0.07, 0.2)),
        .init(.shank, "clamshell", tilt: .init(36, 10), rise: .init(0.07, 0.05), lean: .init(87, 10), side: .init(0.99, 0.2)),
        .init(.shank, "leg-extension", tilt: .init(77, 10), rise: .init(0.22, 0.08), lean: .init(15, 8), side: .init(0.05, 0.2)),
        // Feet move with the shank only where they leave the floor, and then twice as far from the knee.
        .init(.foot, "lunge", tilt: .init(52, 16), lean: .init(12, 9), side: .init(0, 0.2)),
        .init(.foot, "clamshell", tilt: .init(34, 10), lean: .init(86, 8), side: .init(0.99, 0.2)),
        .init(.foot, "leg-extension", tilt: .init(72, 9), rise: .init(0.51, 0.11), lean: .init(17, 22), side: .init(0.02, 0.2)),
        // The trunk sinks and rises, and leans no farther than balance asks.
        .init(.waist, "squat", tilt: .init(31, 8), rise: .init(0.37, 0.14), lean: .init(1, 8)),
        .init(.waist, "lunge", tilt: .init(12, 8), rise: .init(0.23, 0.09), lean: .init(1, 8)),
        .init(.waist, "bridge", tilt: .init(24, 8), rise: .init(0.21, 0.07), lean: .init(95, 8)),
        .init(.chest, "squat", tilt: .init(32, 10), rise: .init(0.41, 0.12), lean: .init(1, 8)),
        .init(.chest, "lunge", tilt: .init(14, 8), rise: .init(0.32, 0.08), lean: .init(1, 8)),
        .init(.chest, "bridge", tilt: .init(23, 8), rise: .init(0.06, 0.05), lean: .init(97, 8)),
        // Arms sink with the trunk, in whatever way they are held.
        .init(.wrist, "squat", tilt: .init(40, 42), rise: .init(0.48, 0.21), lean: .init(27, 43), side: .init(0.14, 0.21)),
        .init(.wrist, "lunge", tilt: .init(11, 8), rise: .init(0.31, 0.13), lean: .init(34, 28), side: .init(0.19, 0.31)),
        .init(.wrist, "bridge", tilt: .init(24, 8), rise: .init(0.19, 0.05), lean: .init(82, 8), side: .init(0.17, 0.2)),
        .init(.upperArm, "squat", tilt: .init(57, 27), rise: .init(0.4, 0.13), lean: .init(9, 20), side: .init(0.03, 0.2)),
        .init(.upperArm, "lunge", tilt: .init(14, 8), rise: .init(0.3, 0.09), lean: .init(33, 13), side: .init(0.36, 0.24)),
        .init(.upperArm, "bridge", tilt: .init(24, 8), lean: .init(92, 8), side: .init(0.12, 0.2)),
    ]

    /// The lower on a leg, the more a stride turns and shakes the sensor; the trunk is carried evenly, arms swing.
    public static let gaits: [PlacementGait] = [
        .init(.thigh, shaking: .init(3.2, 1.2), strikes: .init(0.56, 0.17), turning: .init(1.5, 0.3)),
        .init(.shank, shaking: .init(6, 1.5), strikes: .init(0.61, 0.11), turning: .init(2.8, 0.6)),
        .init(.foot, shaking: .init(10, 2.9), strikes: .init(0.6, 0.12), turning: .init(3, 0.6)),
        .init(.waist, shaking: .init(2.2, 0.5), strikes: .init(0.34, 0.1), turning: .init(0.5, 0.25)),
        .init(.chest, shaking: .init(2.2, 0.5), strikes: .init(0.48, 0.1), turning: .init(0.5, 0.25)),
        .init(.wrist, shaking: .init(2.7, 1), strikes: .init(0.48, 0.22), turning: .init(1.4, 0.5)),
        .init(.upperArm, shaking: .init(2.7, 0.5), strikes: .init(0.52, 0.11), turning: .init(1.5, 0.3)),
    ]
}
