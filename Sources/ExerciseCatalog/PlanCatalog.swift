/// Plans that need no file.
public enum PlanCatalog {
    public static let all: [Plan] = [.runnersKnee]

    /// Plan of that exact name, or `nil`.
    public static func plan(named name: String) -> Plan? {
        all.first { $0.name == name }
    }

    /// Name of the built-in plan closest to a mistyped one, or `nil` when none is near.
    public static func suggestion(for name: String) -> String? {
        NearestName.suggestion(for: name, among: all.map(\.name))
    }
}

extension Plan {
    /// Programme for a runner's painful knee: quadriceps strengthening, hamstring stretching, glute activation.
    ///
    /// Squats stand in it twice, on purpose. A lunge's rep counts for the leg that steps forward.
    public static let runnersKnee = Plan(
        name: "runners-knee",
        items: [
            item("leg-extension", .each, reps: 10...15, holdSeconds: 2...5),
            item("lunge", .each, reps: 10...12),
            item("squat", reps: 10...12),
            item("standing-hamstring-stretch", .each, holdSeconds: 20...30),
            item("seated-hamstring-stretch", .each, holdSeconds: 20...30),
            item("clamshell", .each, reps: 10...12, holdSeconds: 2...5),
            item("bridge", reps: 10...15, holdSeconds: 2...5),
            item("squat", reps: 10...12),
        ])

    private static func item(
        _ name: String, _ side: PlanItem.Legs? = nil, reps: ClosedRange<Int>? = nil,
        holdSeconds: ClosedRange<Double>? = nil
    ) -> PlanItem {
        guard let exercise = ExerciseCatalog.exercise(named: name) else {
            preconditionFailure("a built-in plan names an exercise that the catalogue lacks: \(name)")
        }
        return PlanItem(exercise: exercise, side: side, reps: reps, holdSeconds: holdSeconds)
    }
}
