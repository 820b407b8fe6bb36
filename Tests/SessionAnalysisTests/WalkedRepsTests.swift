import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct WalkedRepsTests {
    /// Ten squats, from second 5 on one every three seconds.
    private let squats = RecogniserTests.set(RecogniserTests.squat)

    private func walk(_ start: Double, _ end: Double, shaking: Double = 4) -> WalkingRun {
        WalkingRun(
            startSeconds: start, durationSeconds: end - start, up: SIMD3(0, 0, 1), turning: nil,
            gait: Gait(shaking: shaking, strikes: 0.5, turning: nil))
    }

    private func counts(_ walks: WalkingRun...) -> [Int] { WalkedReps(walking: walks).left(out: [squats]).map(\.count) }

    @Test func stepsBetweenRepsAreNoReps() {
        #expect(counts() == [10])
        #expect(counts(walk(17, 20)) == [4, 5])
        #expect(counts(walk(0, 8)) == [9])
        #expect(counts(walk(31.5, 50)) == [9])
        // A step with which a rep begins.
        #expect(counts(walk(16.4, 16.6)) == [10])
    }

    @Test func ofAPartNothingElseIsCounted() throws {
        var set = squats
        (set.repsBefore, set.repsAfter) = ([squats.reps[0]], [squats.reps[9]])
        set.exchanged = [squats]
        let parts = WalkedReps(walking: [walk(17, 20)]).left(out: [set])
        #expect(parts.map { $0.repsBefore.count } == [1, 0] && parts.map { $0.repsAfter.count } == [0, 1])
        #expect(parts.map { $0.features?.reps } == [4, 5])
        #expect(parts.map { $0.exchanged.map(\.count) } == [[4], [5]], "no reading of it brings the steps back")
    }

    /// Squats that are done briskly shake the sensor as much as the walk that they are taken for.
    @Test func whatIsNoLivelierThanTheSetIsNoWalk() {
        #expect(counts(walk(17, 20, shaking: 1.5)) == [10])
        var unknown = walk(17, 20)
        unknown.gait = nil
        #expect(counts(unknown) == [10])
    }

    @Test func exerciseWithTheRhythmOfAWalkIsExercise() {
        #expect(counts(walk(0, 22)) == [10])
        #expect(counts(walk(0, 14)) == [7])
    }
}
