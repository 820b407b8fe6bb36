import ExerciseCatalog
import Motion
import Testing

@Suite struct ExerciseCatalogTests {
    @Test func theProgrammesSevenExercisesAreThere() {
        #expect(
            Set(ExerciseCatalog.all.map(\.name)) == [
                "leg-extension", "lunge", "squat", "standing-hamstring-stretch", "seated-hamstring-stretch",
                "clamshell", "bridge",
            ])
        #expect(ExerciseCatalog.all.count == 7)
    }

    @Test(arguments: ExerciseCatalog.all)
    func everyRowIsWhole(exercise: Exercise) {
        #expect(ExerciseCatalog.exercise(named: exercise.name) == exercise)
        #expect(!exercise.observability.isEmpty)
        #expect(exercise.observability[.leg] == nil, "leg means thigh or shank and has no row of its own")
        #expect((exercise.repDurationSeconds != nil) == (exercise.kind == .reps))
        #expect((exercise.rangeOfMotionDegrees != nil) == (exercise.kind == .reps))
        if exercise.kind == .stretch { #expect(exercise.holdSeconds != nil) }
        if exercise.sidedness == .bilateral {
            #expect(exercise.observability.values.allSatisfy { $0 == .eitherSide })
        }
    }

    @Test func typosFindTheirExercise() {
        #expect(ExerciseCatalog.suggestion(for: "sqaut") == "squat")
        #expect(ExerciseCatalog.suggestion(for: "Squats") == "squat")
        #expect(ExerciseCatalog.suggestion(for: "leg extension") == "leg-extension")
        #expect(ExerciseCatalog.suggestion(for: "clam-shell") == "clamshell")
        #expect(ExerciseCatalog.suggestion(for: "hamstring") == "standing-hamstring-stretch")
        #expect(ExerciseCatalog.suggestion(for: "burpee") == nil)
        #expect(ExerciseCatalog.suggestion(for: "") == nil)
    }
}
