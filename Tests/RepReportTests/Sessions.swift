import Motion
import SessionModel

/// Sessions made by hand: what the reports are shown with.
enum Sessions {
    static let compliant = Session(
        recording: recording("evening.csv", placement: .thigh, side: .right),
        sets: [
            set("lunge", side: .left, at: 20, reps: 10, each: 3.1, degrees: 62),
            set("lunge", side: .right, at: 80, reps: 11, each: 2.9, degrees: 64),
            set("squat", at: 150, reps: 12, each: 2.6, degrees: 88, range: 11...12),
            set("clamshell", side: .right, at: 420, reps: 10, each: 5.2, degrees: 31, hold: 2.4),
            set("bridge", at: 520, reps: 12, each: 6.4, degrees: 38, hold: 3.6),
        ],
        holds: [
            HoldResult(
                exercise: "standing-hamstring-stretch", side: .right, startSeconds: 250, endSeconds: 274.1)
        ],
        plan: PlanResult(
            name: "short-evening",
            items: [
                PlanItemResult(
                    exercise: "lunge", side: .left, prescribed: Prescription(reps: 10...12), detectedReps: 10,
                    verdict: .met, matched: [0]),
                PlanItemResult(
                    exercise: "lunge", side: .right, prescribed: Prescription(reps: 10...12), detectedReps: 11,
                    verdict: .met, matched: [1]),
                PlanItemResult(
                    exercise: "squat", prescribed: Prescription(reps: 10...12), detectedReps: 12, verdict: .met,
                    matched: [2]),
                PlanItemResult(
                    exercise: "standing-hamstring-stretch", side: .right,
                    prescribed: Prescription(holdSeconds: 20...30), detectedHoldSeconds: 24.1, verdict: .met,
                    matched: [0]),
                PlanItemResult(
                    exercise: "clamshell", side: .right, prescribed: Prescription(reps: 10...12, holdSeconds: 2...5),
                    detectedReps: 10, verdict: .met, matched: [3]),
                PlanItemResult(
                    exercise: "bridge", prescribed: Prescription(reps: 10...15, holdSeconds: 2...5),
                    detectedReps: 12, verdict: .met, matched: [4]),
            ],
            adherence: 1))

    /// Too few squats, an interrupted bridge, a skipped lunge, a short stretch, legs the sensor cannot see; and things
    /// beside the plan.
    static let notCompliant = Session(
        recording: recording(
            "morning.csv", placement: .thigh, side: .right,
            gaps: [Gap(startSeconds: 33, durationSeconds: 0.4), Gap(startSeconds: 300, durationSeconds: 2.5)],
            findings: [
                Finding(
                    file: "morning.csv", line: 7013, kind: "nan-cell",
                    message: "3 rows with cells that are no number were left out; the first is this one, and the "
                        + "samples around it are far enough apart to count as a gap"),
                Finding(kind: "burst-timestamps", message: "samples share time stamps in bursts of 3"),
            ]),
        sets: [
            set("unrecognised", at: 5, reps: 4, each: 1.2, degrees: nil, range: 2...4),
            set("lunge", side: .alternating, at: 60, reps: 21, each: 2.5, degrees: 58, range: 20...22),
            tired(set("squat", at: 150, reps: 7, each: 2.2, degrees: 71, partial: 2)),
            set("bridge", at: 300, reps: 9, each: 5, degrees: 35, hold: 2.1),
            set("bridge", at: 360, reps: 8, each: 5, degrees: 33, hold: 1.9),
        ],
        holds: [
            HoldResult(exercise: "seated-hamstring-stretch", side: .right, startSeconds: 250, endSeconds: 261.3),
            HoldResult(exercise: "unrecognised", startSeconds: 440, endSeconds: 452),
        ],
        plan: PlanResult(
            name: "mine",
            items: [
                PlanItemResult(
                    exercise: "leg-extension", side: .left, prescribed: Prescription(reps: 10...15, holdSeconds: 2...5),
                    verdict: .notObservable, note: "a sensor on the thigh does not see this exercise"),
                PlanItemResult(
                    exercise: "leg-extension", side: .right, prescribed: Prescription(reps: 10...15, holdSeconds: 2...5),
                    verdict: .notObservable, note: "a sensor on the thigh does not see this exercise"),
                PlanItemResult(
                    exercise: "lunge", side: .left, prescribed: Prescription(reps: 10...12), detectedReps: 11,
                    verdict: .met, matched: [1]),
                PlanItemResult(
                    exercise: "lunge", side: .right, prescribed: Prescription(reps: 10...12), detectedReps: 10,
                    verdict: .met, matched: [1]),
                PlanItemResult(
                    exercise: "squat", prescribed: Prescription(reps: 10...12), detectedReps: 7, verdict: .short,
                    matched: [2]),
                PlanItemResult(
                    exercise: "standing-hamstring-stretch", side: .left,
                    prescribed: Prescription(sets: 2, holdSeconds: 20...30), verdict: .notObservable,
                    note: "a sensor on the right thigh does not see the left leg"),
                PlanItemResult(
                    exercise: "seated-hamstring-stretch", side: .right,
                    prescribed: Prescription(holdSeconds: 20...30), detectedHoldSeconds: 11.3, verdict: .short,
                    matched: [0]),
                PlanItemResult(
                    exercise: "clamshell", side: .right, prescribed: Prescription(reps: 10...12, holdSeconds: 2...5),
                    verdict: .missing),
                PlanItemResult(
                    exercise: "bridge", prescribed: Prescription(reps: 10...15, holdSeconds: 2...5), detectedReps: 17,
                    verdict: .over, matched: [3, 4], note: "interrupted: 9 + 8 reps"),
            ],
            adherence: 0.711))

    static let withoutPlan = Session(
        recording: recording("squats.csv", placement: nil, side: nil), sets: compliant.sets,
        holds: compliant.holds, plan: nil)

    static let empty = Session(
        recording: RecordingSummary(files: ["walk.csv"], format: "canonical", durationSeconds: 16.7, rateHz: nil, samples: 1),
        sets: [], holds: [], plan: nil)

    static let all = ["compliant": compliant, "not-compliant": notCompliant, "without-plan": withoutPlan, "empty": empty]

    private static func recording(
        _ file: String, placement: Placement?, side: Side?, gaps: [Gap] = [], findings: [Finding] = []
    ) -> RecordingSummary {
        RecordingSummary(
            files: [file], format: "canonical", placement: placement, side: side, start: "2026-03-02T18:30:00.000Z",
            durationSeconds: 751, rateHz: 50, samples: 37550, gaps: gaps, findings: findings)
    }

    /// A set whose reps grew smaller and slower, with all that is measured of it.
    private static func tired(_ set: SetResult) -> SetResult {
        var set = set
        set.measures = SetMeasures(
            tempoSeconds: 2.2, repsPerMinute: 27.3, durationVariation: 0.12, autocorrelation: 0.88,
            rangeOfMotionChange: -0.24, durationChange: 0.31)
        for index in set.detail.indices {
            (set.detail[index].outSeconds, set.detail[index].backSeconds) = (1, 1.2)
            set.detail[index].confidence = 0.98
        }
        return set
    }

    private static func set(
        _ exercise: String, side: SetSide? = nil, at start: Double, reps: Int, each: Double, degrees: Double?,
        hold: Double? = nil, range: ClosedRange<Int>? = nil, partial: Int = 0
    ) -> SetResult {
        let detail = (0..<reps).map { index in
            let begin = start + Double(index) * each
            return RepResult(
                startSeconds: begin, turnSeconds: begin + each / 2, endSeconds: begin + each,
                rangeOfMotionDegrees: degrees, holdSeconds: hold,
                side: side == .alternating ? (index.isMultiple(of: 2) ? .left : .right) : nil)
        }
        return SetResult(
            exercise: exercise, side: side, startSeconds: start, endSeconds: start + Double(reps) * each, reps: reps,
            range: range ?? reps...reps, partial: partial, confidence: 0.94, detail: detail)
    }
}
