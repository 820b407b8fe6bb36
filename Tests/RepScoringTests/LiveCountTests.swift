import SessionModel
import Testing

@testable import RepScoring

/// When the announced count includes a rep of the final set. Its reps of two seconds end at 2, 4, .. s.
@Suite struct LiveCountTests {
    private func final(_ reps: Int, startSeconds: Double = 0) -> SetResult {
        let ends = (1...reps).map { startSeconds + 2 * Double($0) }
        return set(
            "squat", startSeconds, startSeconds + 2 * Double(reps), reps: reps,
            detail: ends.map { RepResult(startSeconds: $0 - 2, turnSeconds: $0 - 1, endSeconds: $0) })
    }

    private func live(_ reps: Int, number: Int = 1, from startSeconds: Double = 0, to endSeconds: Double = 10) -> LiveSet {
        LiveSet(number: number, exercise: "squat", reps: reps, startSeconds: startSeconds, endSeconds: endSeconds)
    }

    /// Reps said to this count, each for a turn that no final rep has: the number is what counts.
    private func reps(_ counts: ClosedRange<Int>, at timeSeconds: Double, number: Int = 1) -> [LiveEvent] {
        let elsewhere = RepResult(startSeconds: -9, turnSeconds: -8, endSeconds: -7)
        return counts.map { LiveEvent(timeSeconds: timeSeconds, kind: .rep(elsewhere, of: live($0, number: number))) }
    }

    /// A set announced with its first reps.
    private func started(_ counts: Int, at timeSeconds: Double, number: Int = 1) -> [LiveEvent] {
        [LiveEvent(timeSeconds: timeSeconds, kind: .setStarted(live(0, number: number)))]
            + reps(1...counts, at: timeSeconds, number: number)
    }

    private func corrected(_ was: Int, to reps: Int, at timeSeconds: Double) -> [LiveEvent] {
        [LiveEvent(timeSeconds: timeSeconds, kind: .correction(live(reps), .reps(was: was)))]
    }

    private func ended(_ set: LiveSet, at timeSeconds: Double) -> [LiveEvent] {
        [LiveEvent(timeSeconds: timeSeconds, kind: .setEnded(set, items: []))]
    }

    /// The input ends, long after everything else.
    private let inputEnded = [
        LiveEvent(timeSeconds: 100, kind: .summary(session()))
    ]

    private func counts(_ sets: [SetResult], _ events: [LiveEvent]) -> [LiveCount] {
        LiveCount.counts(of: sets, in: events + inputEnded)
    }

    private func latencies(_ events: [LiveEvent]) -> [Double] {
        counts([final(5)], events).flatMap(\.latenciesSeconds)
    }

    @Test func aRepIsAnnouncedWhenTheCountReachesItWhateverTurnItIsSaidFor() {
        #expect(latencies(started(3, at: 6.5) + reps(4...4, at: 8.25) + reps(5...5, at: 11.5) + ended(live(5), at: 18)) == [0.25, 1.5])
    }

    @Test func aCountAheadOfTheRepsIsNegative() {
        #expect(latencies(started(3, at: 5) + reps(4...4, at: 6.5) + reps(5...5, at: 10) + ended(live(5), at: 18)) == [-1.5, 0])
    }

    @Test func aCountCorrectedUpwardsIncludesItsRepsFromThen() {
        #expect(latencies(started(3, at: 6.5) + corrected(3, to: 5, at: 12) + ended(live(5), at: 18)) == [4, 2])
    }

    @Test func repsTakenBackCountFromTheSecondTimeOn() {
        let events = started(3, at: 6.5) + reps(4...4, at: 8) + corrected(4, to: 2, at: 9) + reps(3...5, at: 10.5)
        // The third, too: it was credited with the set, and did not stand.
        #expect(latencies(events + ended(live(5), at: 18)) == [4.5, 2.5, 0.5])
    }

    @Test func aRepNeverAnnouncedIsLateUntilTheSetIsOver() {
        #expect(latencies(started(3, at: 6.5) + reps(4...4, at: 8) + ended(live(4), at: 18)) == [0, 8])
        // What the end of the input corrects comes too late.
        let settled = corrected(4, to: 5, at: 100)
        #expect(latencies(started(3, at: 6.5) + reps(4...4, at: 8) + ended(live(4), at: 18) + settled) == [0, 8])
    }

    @Test func aRepTooManyIsNoRep() {
        #expect(latencies(started(3, at: 6.5) + reps(4...6, at: 10) + ended(live(6), at: 18)) == [2, 0])
    }

    @Test func aSetResumedGoesOnCounting() {
        let resumed = [LiveEvent(timeSeconds: 20, kind: .correction(live(3), .resumed))]
        let events = started(3, at: 6.5) + ended(live(3), at: 18) + resumed + reps(4...5, at: 20) + ended(live(5), at: 30)
        #expect(latencies(events) == [12, 10])
        #expect(counts([final(5)], events).map(\.endDelaySeconds) == [20])
    }

    @Test func aSetAnnouncedAnewGoesOnCountingAndCreditsNothing() {
        let first = started(2, at: 4.5) + ended(live(2, to: 4), at: 7)
        let second = started(3, at: 10.5, number: 2) + ended(live(3, number: 2, from: 4), at: 18)
        #expect(latencies(first + second) == [4.5, 2.5, 0.5])
        let withdrawn = started(3, at: 6) + [LiveEvent(timeSeconds: 8, kind: .correction(live(0), .withdrawn(was: 3)))]
        #expect(
            latencies(withdrawn + started(5, at: 11, number: 2) + ended(live(5, number: 2), at: 18)) == [9, 7, 5, 3, 1])
    }

    @Test func eachFinalSetHasItsOwnCount() {
        let other = final(3, startSeconds: 50)
        let events =
            started(5, at: 10) + ended(live(5), at: 18) + started(2, at: 55, number: 2) + reps(3...3, at: 57, number: 2)
            + ended(live(3, number: 2, from: 50, to: 56), at: 64)
        #expect(counts([final(5), other], events).map(\.latenciesSeconds) == [[], [1]])
        // One never announced has none.
        #expect(counts([final(5), other, final(4, startSeconds: 80)], events).count == 2)
    }

    @Test func theEndOfASetIsTimedFromItsLastRepAndNotWhereTheInputEndsIt() {
        #expect(counts([final(5)], started(5, at: 10) + ended(live(5), at: 18)).map(\.endDelaySeconds) == [8])
        #expect(counts([final(5)], started(5, at: 10) + ended(live(5), at: 100)).map(\.endDelaySeconds) == [nil])
    }
}
