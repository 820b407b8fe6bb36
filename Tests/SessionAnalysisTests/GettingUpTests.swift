import ExerciseCatalog
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct GettingUpTests {
    /// Ten reps from a moment on, over 29.5 s later.
    private func set(_ exercise: String, from start: Double, logScore: Double = 0) -> Recognition {
        Recognition(
            exercise: exercise, way: nil, logScore: logScore, reading: RecogniserTests.set(RecogniserTests.squat, from: start))
    }

    private func walk(_ start: Double, _ end: Double) -> WalkingRun {
        WalkingRun(startSeconds: start, durationSeconds: end - start, up: SIMD3(0, 0, 1), turning: nil)
    }

    private func mayLie(_ exercise: String, walking: WalkingRun..., beside others: Recognition...) -> Bool {
        let set = set(exercise, from: 100)
        return GettingUp(walking: walking, sets: [set] + others).names(for: set) == nil
    }

    @Test(arguments: ["bridge", "clamshell"])
    func nobodyLiesRightBesideAWalk(exercise: String) {
        #expect(!mayLie(exercise, walking: walk(80, 98)))
        #expect(!mayLie(exercise, walking: walk(131, 140)))
        #expect(mayLie(exercise, walking: walk(80, 96)))
        #expect(mayLie(exercise, walking: walk(133, 140)))
        #expect(mayLie(exercise, walking: walk(80, 110)), "who seems to walk and to lie does one of the two")
        #expect(mayLie(exercise))
    }

    @Test func norRightBesideASetThatWasSurelyDoneStanding() {
        #expect(!mayLie("bridge", beside: set("lunge", from: 130)))
        #expect(mayLie("bridge", beside: set("lunge", from: 130, logScore: -1.2)))
        #expect(mayLie("bridge", beside: set("lunge", from: 140)))
        #expect(mayLie("bridge", beside: set("clamshell", from: 130)))
    }

    @Test func whatIsDoneStandingOrSeatedIsLeftAlone() {
        #expect(mayLie("squat", walking: walk(80, 98)))
        #expect(mayLie("leg-extension", walking: walk(80, 98)))
    }

    @Test func theNamesLeftAreOfExercisesNotDoneLying() throws {
        let bridge = set("bridge", from: 100)
        let names = try #require(GettingUp(walking: [walk(80, 98)], sets: []).names(for: bridge))
        #expect(names.isSuperset(of: ["squat", "lunge", "leg-extension"]))
        #expect(names.isDisjoint(with: ["bridge", "clamshell"]))
    }
}
