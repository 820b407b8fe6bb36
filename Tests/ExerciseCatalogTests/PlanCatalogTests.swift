import ExerciseCatalog
import Testing

@Suite struct PlanCatalogTests {
    @Test func runnersKneeIsTheProgrammeInItsOrder() throws {
        let plan = try #require(PlanCatalog.plan(named: "runners-knee"))
        #expect(
            plan.items.map(\.exercise.name) == [
                "leg-extension", "lunge", "squat", "standing-hamstring-stretch", "seated-hamstring-stretch",
                "clamshell", "bridge", "squat",
            ])
        #expect(plan.items.flatMap(\.sides).count == 13, "five exercises with each leg, three with both")
        #expect(PlanCatalog.suggestion(for: "runner-knee") == "runners-knee")
    }

    /// The built-in plan is what a person would write: the same plan as a file reads back equal.
    @Test func runnersKneeCanBeWrittenAsAFile() throws {
        let text = """
            schema: repcount.plan/1
            name: runners-knee
            items:
              - {exercise: leg-extension, side: each, reps: 10-15, hold: 2-5 s}
              - {exercise: lunge, side: each, reps: 10-12}
              - {exercise: squat, reps: 10-12}
              - {exercise: standing-hamstring-stretch, side: each, hold: 20-30 s}
              - {exercise: seated-hamstring-stretch, side: each, hold: 20-30 s}
              - {exercise: clamshell, side: each, reps: 10-12, hold: 2-5 s}
              - {exercise: bridge, reps: 10-15, hold: 2-5 s}
              - {exercise: squat, reps: 10-12}
            """
        #expect(try PlanFile.read(text: text, file: "plan.yaml") == .runnersKnee)
    }
}
