import RepScoring
import SessionModel
import Testing

@Suite struct AskedTests {
    func asked(_ exercise: String, plan: PlanReference? = nil, _ mode: Mode = .told) -> Asked {
        Asked(recording(exercise, truth: Truth(), plan: plan), mode: mode, catalogue: catalogue)
    }

    @Test func toldFollowsTheContract() {
        #expect(asked("squat") == .exercise("squat"))
        #expect(asked("deadlift") == .any)
        #expect(asked("other") == .any)
        #expect(asked("hold") == .hold)
        #expect(asked("none") == .plan(.named("runners-knee")))
        #expect(asked("session", plan: .named("mine")) == .plan(.named("mine")))
        #expect(asked("session") == .nothing)
    }

    @Test(arguments: ["squat", "deadlift", "hold", "none", "session"])
    func blindTellsNothing(exercise: String) {
        #expect(asked(exercise, plan: .named("mine"), .blind) == .nothing)
    }

    @Test func toldAnExerciseItsSetsAreCounted() {
        let found = session([set("squat", 0, 9, reps: 4), set("squat", 20, 29, reps: 5), set("lunge", 30, 39, reps: 3)])
        #expect(score(found, recording("squat", truth: Truth(count: 9...9))).count == 9)
        #expect(score(found, recording("deadlift", truth: Truth(count: 9...9))).count == 12)
        #expect(score(found, recording("none", truth: Truth(count: 0...0))).count == 12)
    }

    @Test func blindOnlyTheTrueExerciseCounts() {
        let found = session([
            set("squat", 0, 9, reps: 4), set("unrecognised", 10, 19, reps: 6), set("lunge", 30, 39, reps: 3),
        ])
        #expect(score(found, recording("lunge", truth: Truth(count: 9...9)), .blind).count == 3)
        #expect(score(found, recording("bridge", truth: Truth(count: 9...9)), .blind).count == 0)
        #expect(score(found, recording("deadlift", truth: Truth(count: 9...9)), .blind).count == 6)
        #expect(score(found, recording("none", truth: Truth(count: 0...0)), .blind).count == 13)
    }
}
