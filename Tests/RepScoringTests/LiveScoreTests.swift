import SessionModel
import Testing

@testable import RepScoring

/// Known events, known scores.
@Suite struct LiveScoreTests {
    private func rep(_ end: Double) -> RepResult {
        RepResult(startSeconds: end - 2, turnSeconds: end - 1, endSeconds: end)
    }

    private func live(_ reps: Int, number: Int = 1) -> LiveSet {
        LiveSet(number: number, exercise: "squat", reps: reps, startSeconds: 0, endSeconds: 2 * Double(reps))
    }

    private var final: Session { session([set("squat", 0, 8, reps: 4, detail: [2, 4, 6, 8].map(rep))]) }

    /// Three reps announced together, the fourth half a second late.
    private func events(endingWith reps: Int) -> [LiveEvent] {
        [LiveEvent(timeSeconds: 6.2, kind: .setStarted(live(0)))]
            + (1...3).map { LiveEvent(timeSeconds: 6.2, kind: .rep(rep(2 * Double($0)), of: live($0))) }
            + [
                LiveEvent(timeSeconds: 8.5, kind: .rep(rep(8.1), of: live(4))),
                LiveEvent(timeSeconds: 15, kind: .setEnded(live(reps), items: [])),
                LiveEvent(timeSeconds: 20, kind: .summary(final)),
            ]
    }

    @Test func latencyIsToTheFinalEndAndOfRepsAfterTheFirst() {
        let score = LiveScore(events(endingWith: 4), final, analysis: final)
        #expect(score.latenciesSeconds == [0.5])
        #expect(score.endDelaysSeconds == [7])
        #expect(score.reps == 4)
        #expect(score.equalsAnalysis)
        #expect((score.sets, score.equalSets, score.extraSets) == (1, 1, 0))
    }

    @Test func aCountThatIsAnotherInTheEndIsNotEqual() {
        let score = LiveScore(events(endingWith: 3), final, analysis: session())
        #expect(score.equalSets == 0)
        #expect(!score.equalsAnalysis)
    }

    @Test func aSetThatIsNoneInTheEndIsExtra() {
        let score = LiveScore(events(endingWith: 4), session(), analysis: session())
        #expect((score.sets, score.extraSets) == (0, 1))
    }

    @Test func theTwentiethSecondOfAHoldIsTimed() {
        let held = session(holds: [HoldResult(exercise: "stretch", startSeconds: 10, endSeconds: 35)])
        let hold = LiveHold(exercise: "stretch", startSeconds: 10.1, durationSeconds: 20)
        let score = LiveScore([LiveEvent(timeSeconds: 30.25, kind: .holdProgress(hold))], held, analysis: held)
        #expect(score.holds == 1)
        #expect(score.holdLatenciesSeconds == [0.25])
        #expect(LiveScore([], held, analysis: held).holdLatenciesSeconds.isEmpty)
    }
}
