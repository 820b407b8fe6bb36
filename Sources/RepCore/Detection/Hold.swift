/// A posture kept nearly still.
///
/// Standing, sitting and lying at rest are held postures too; the features tell how the posture was reached, kept and
/// left, so that a later stage can tell a stretch from a rest. `departsAndReturns` is a first sieve. Turning the sensor
/// turns `posture` and changes nothing else.
public struct Hold: Sendable, Equatable, Codable {
    /// The posture is reached, in seconds on the clock of the input.
    public var startSeconds: Double
    /// The posture is left.
    public var endSeconds: Double
    /// Mean direction of up (the specific force at rest) during the hold: a unit vector in the sensor's frame.
    public var posture: SIMD3<Double>
    /// Angle of the posture about its own slow course (a mean over some seconds), root mean square. 0.2 for a
    /// supported leg, 0.6...1 for boat pose or plank.
    public var swayDegrees: Double
    /// Angle between the posture in the first and the last seconds: a stretch that deepens, a leg that sinks.
    public var driftDegrees: Double
    /// Median turning speed, tremor left out: 0.2...0.6 in a supported posture, 0.8...1.6 in a shaky pose; up to twice
    /// that without a gyroscope.
    public var speedDegreesPerSecond: Double
    /// Mean size of the acceleration faster than the posture can change, in m/s2: 0.01...0.2 in poses, about 1 in walking.
    public var tremor: Double
    /// Largest difference from a posture kept for a second shortly before the hold; `nil` where the segment begins with
    /// the hold.
    public var differenceBeforeDegrees: Double?
    /// The same, shortly after; `nil` where the segment ends with the hold.
    public var differenceAfterDegrees: Double?
    /// Angle between the two most alike of the other postures shortly before and after: small where the person went into
    /// the hold and back to where they had come from. `nil` at a border, and where there was no other posture on both
    /// sides.
    public var returnDegrees: Double?
    /// Direction of up in that common other posture: standing for a standing stretch or for sitting on a chair for a
    /// while, sitting for a stretch on the floor. `nil` where `returnDegrees` is.
    public var basePosture: SIMD3<Double>?

    /// How much higher the sensor is than where the person came from and went back to, in metres: positive for a leg put up, negative for
    /// sitting down. Of a hold at a border of the segment the other side tells; `nil` where that was not seen.
    public var heightAboveBaseMetres: Double?

    /// The other postures on the one side that was seen of a hold at a border of the segment, for `HoldJoin`; empty for all others.
    var otherPostures: [SIMD3<Double>] = []

    /// Whether the hold is already on, or still on, at a border of the segment: its duration is then a lower bound.
    public var isCutOff: Bool { differenceBeforeDegrees == nil || differenceAfterDegrees == nil }

    public var durationSeconds: Double { endSeconds - startSeconds }

    /// Whether the hold lies between two departures from one and the same other posture: stand, stretch, stand.
    ///
    /// True of stretches, of sitting down for a while and getting up again, and of some rests between two sets; false of
    /// standing between walks, of lying down before an exercise on the floor, and of long rests with fidgeting. What
    /// remains to be told apart by a later stage: a rest is kept in the start posture of the sets around it or in that of
    /// standing, and a chair is left for standing.
    ///
    /// - Parameters:
    ///   - differenceDegrees: Smallest difference from the postures before and after.
    ///   - returnDegrees: Largest difference between these two.
    public func departsAndReturns(differenceDegrees: Double = 20, returnDegrees: Double = 12) -> Bool {
        guard let before = differenceBeforeDegrees, let after = differenceAfterDegrees, let back = self.returnDegrees
        else { return false }
        return before >= differenceDegrees && after >= differenceDegrees && back <= returnDegrees
    }
}
