import ExerciseCatalog
import Testing

@Suite struct PlanYAMLTests {
    @Test func aPlanReadsBackAsItWasWritten() throws {
        let squat = try #require(ExerciseCatalog.exercise(named: "squat"))
        let stretch = try #require(ExerciseCatalog.exercise(named: "seated-hamstring-stretch"))
        let mine = Plan(
            name: "Anna's: plan", items: [
                PlanItem(exercise: squat, sets: 3, reps: 8...8),
                PlanItem(exercise: stretch, side: .left, holdSeconds: 22.5...30),
            ],
            schedule: .days([.mon, .fri]))
        let weekly = Plan(name: "null", items: [PlanItem(exercise: squat, reps: 1...2)], schedule: .perWeek(3))
        for plan in [Plan.runnersKnee, mine, weekly] {
            #expect(try PlanFile.read(text: plan.yaml, file: "plan.yaml") == plan)
        }
    }

    /// Found by fuzzing: a name may be anything that a quoted string can hold.
    @Test(arguments: ["two\nlines", "a\r\n\r\n b\t\t", "\u{85}x\u{2028}", "\u{7}\"\\'", "\n", " \n "])
    func aNameOfInvisibleCharactersReadsBack(name: String) throws {
        let squat = try #require(ExerciseCatalog.exercise(named: "squat"))
        let plan = Plan(name: name, items: [PlanItem(exercise: squat, reps: 1...2)], schedule: nil)
        #expect(try PlanFile.read(text: plan.yaml, file: "plan.yaml") == plan)
    }
}
