import Motion

/// The exercises repcount knows: one row an exercise.
///
/// Durations and ranges of motion are wide on purpose. They exclude what the exercise cannot be (a step, a roll onto
/// the other side), never a slow, fast or shallow rep.
public enum ExerciseCatalog {
    /// Every exercise, in the order the built-in plan meets them.
    public static let all: [Exercise] = [
        Exercise(
            name: "leg-extension", title: "Seated leg extension", kind: .reps, posture: .seated, sidedness: .eachLeg, travel: nil,
            repDurationSeconds: 0.8...20, rangeOfMotionDegrees: 25...115, holdSeconds: 0...15, stretchLeanDegrees: [:],
            // The thigh rests on the chair.
            observability: [.shank: .sameSide, .foot: .sameSide],
            lifts: [.shank, .foot],
            advice: "Sit, straighten one knee, hold, lower slowly. Wear the sensor on the shank or foot of that leg."),
        Exercise(
            name: "lunge", title: "Lunge", kind: .reps, posture: .standing, sidedness: .eachLeg, travel: .sinks,
            repDurationSeconds: 0.8...12, rangeOfMotionDegrees: 15...110, holdSeconds: nil, stretchLeanDegrees: [:],
            // The rear leg bends too, so a sensor on it moves with every rep of the other leg.
            observability: [
                .thigh: .eitherSide, .shank: .eitherSide, .waist: .eitherSide, .chest: .eitherSide,
                .wrist: .eitherSide, .upperArm: .eitherSide,
            ],
            advice: "Step forward, lower the rear knee, step back; the forward leg is the one that counts."),
        Exercise(
            name: "squat", title: "Squat", kind: .reps, posture: .standing, sidedness: .bilateral, travel: .sinks,
            repDurationSeconds: 0.8...12, rangeOfMotionDegrees: 20...120, holdSeconds: nil, stretchLeanDegrees: [:],
            observability: [
                .thigh: .eitherSide, .shank: .eitherSide, .waist: .eitherSide, .chest: .eitherSide,
                .wrist: .eitherSide, .upperArm: .eitherSide,
            ],
            advice: "Stand hip-wide, sit back and down, come up. The thigh shows its depth best."),
        Exercise(
            name: "standing-hamstring-stretch", title: "Standing hamstring stretch", kind: .stretch,
            posture: .standing, sidedness: .eachLeg, travel: nil,
            repDurationSeconds: nil, rangeOfMotionDegrees: nil, holdSeconds: 5...180,
            // A straight leg of length l with its heel at height h leans by acos(1 - h / l): 45 degrees on a stool of 25 cm, 62 on one
            // of 45 cm, 90 on a bar, less where either knee gives; a thigh as level as on a chair has to have been lifted there. Upright
            // is what walking shows, and there shanks lean forward by 10-20 degrees. A shank on the floor lies level; on a stool of knee
            // height it does not quite. Simulated thighs go to 95, and shanks on a low step start at 24.
            stretchLeanDegrees: [.thigh: 15...100, .shank: 22...76, .foot: 20...75],
            observability: [.thigh: .sameSide, .shank: .sameSide, .foot: .sameSide],
            advice: "Put the heel on a low stool, lean forward from the hips, stay. Wear the sensor on that leg."),
        Exercise(
            name: "seated-hamstring-stretch", title: "Seated hamstring stretch", kind: .stretch,
            posture: .longSitting, sidedness: .eachLeg, travel: nil,
            repDurationSeconds: nil, rangeOfMotionDegrees: nil, holdSeconds: 5...180,
            // A straight leg on the floor.
            stretchLeanDegrees: [.thigh: 68...115, .shank: 68...115, .foot: 55...120],
            observability: [.thigh: .sameSide, .shank: .sameSide, .foot: .sameSide],
            advice: "Sit on the floor, one leg straight, lean towards it, stay. Wear the sensor on that leg."),
        Exercise(
            name: "clamshell", title: "Clamshell", kind: .reps, posture: .sideLying, sidedness: .eachLeg, travel: nil,
            repDurationSeconds: 0.8...20, rangeOfMotionDegrees: 8...80, holdSeconds: 0...15, stretchLeanDegrees: [:],
            observability: [.thigh: .sameSide, .shank: .sameSide],
            lifts: [.thigh],
            advice: "Lie on the side, knees bent, feet together, open the upper knee. Wear the sensor on that leg."),
        Exercise(
            name: "bridge", title: "Hip bridge", kind: .reps, posture: .supine, sidedness: .bilateral, travel: nil,
            repDurationSeconds: 0.8...20, rangeOfMotionDegrees: 8...70, holdSeconds: 0...15, stretchLeanDegrees: [:],
            observability: [.thigh: .eitherSide, .shank: .eitherSide, .waist: .eitherSide],
            lifts: [.thigh, .waist],
            advice: "Lie on the back, knees bent, lift the hips until body and thighs are in line, hold, lower."),
    ]

    /// Name that results carry for movement which is none of the catalogue's.
    public static let unrecognised = "unrecognised"

    /// Exercise of that exact catalogue name, or `nil`.
    public static func exercise(named name: String) -> Exercise? {
        all.first { $0.name == name }
    }

    /// Catalogue name closest to a mistyped one, or `nil` when none is near.
    public static func suggestion(for name: String) -> String? {
        NearestName.suggestion(for: name, among: all.map(\.name))
    }
}
