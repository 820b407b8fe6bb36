import SessionModel
import Testing

/// Events as lines of JSON.
@Suite struct LiveEventJSONTests {
    private let squats = LiveSet(number: 2, exercise: "squat", reps: 7, startSeconds: 12, endSeconds: 33.5)

    private func line(_ kind: LiveEvent.Kind) -> String { LiveEvent(timeSeconds: 33.75, kind: kind).json.serialized() }

    @Test func aRepTellsItsCountAndItsLatency() {
        let rep = RepResult(startSeconds: 30, turnSeconds: 32, endSeconds: 33.5)
        #expect(
            line(.rep(rep, of: squats))
                == #"{"event":"rep","exercise":"squat","side":null,"set":2,"count":7,"time_s":33.75,"latency_s":0.25}"#)
    }

    @Test func aCorrectionTellsWhatItWas() {
        #expect(
            line(.correction(squats, .reps(was: 8)))
                == #"{"event":"correction","exercise":"squat","side":null,"set":2,"count":7,"what":"reps","was":8,"time_s":33.75}"#)
        #expect(line(.correction(squats, .name(was: "lunge", side: .left))).contains(#""was":{"exercise":"lunge","side":"left"}"#))
        #expect(line(.correction(squats, .resumed)).contains(#""what":"resumed","was":null"#))
    }

    @Test func aHoldTellsItsTarget() {
        let hold = LiveHold(exercise: "stretch", side: .right, startSeconds: 10, durationSeconds: 12, targetSeconds: 20...30)
        #expect(
            line(.holdProgress(hold))
                == #"{"event":"hold_progress","exercise":"stretch","side":"right","duration_s":12.0,"target_s":[20.0,30.0],"time_s":33.75}"#)
    }

    @Test func theSummaryHoldsTheSessionOfTheContract() {
        let session = Session(
            recording: RecordingSummary(files: ["-"], format: "canonical", durationSeconds: 1, rateHz: 25, samples: 26),
            sets: [], holds: [], plan: nil)
        #expect(line(.summary(session)) == #"{"event":"summary","time_s":33.75,"session":\#(session.json.serialized())}"#)
    }
}
