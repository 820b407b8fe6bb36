import RepReport
import SessionModel
import Testing

/// Events as lines for people.
@Suite struct LiveReportTests {
    private let squats = LiveSet(number: 1, exercise: "squat", reps: 12, startSeconds: 12, endSeconds: 48)

    private func line(_ kind: LiveEvent.Kind) -> String? { LiveReport.line(LiveEvent(timeSeconds: 64, kind: kind)) }

    @Test func aRepIsATimeANameAndACount() {
        #expect(line(.rep(RepResult(startSeconds: 60, turnSeconds: 62, endSeconds: 63.8), of: squats)) == "1:04  squat  12")
        #expect(line(.setStarted(squats)) == nil)
    }

    @Test func aSetIsComparedWithThePlan() {
        let item = PlanItemResult(exercise: "squat", prescribed: Prescription(reps: 10...12), detectedReps: 12, verdict: .met)
        #expect(line(.setEnded(squats, items: [item])) == "1:04  squat: 12 reps; 10-12 prescribed: met")
        #expect(line(.setEnded(squats, items: [])) == "1:04  squat: 12 reps")
    }

    @Test func aHoldRunsAgainstItsTarget() {
        let hold = LiveHold(exercise: "stretch", side: .left, startSeconds: 40, durationSeconds: 24, targetSeconds: 20...30)
        #expect(line(.holdProgress(hold)) == "1:04  stretch left  24 s of 20-30 s prescribed")
    }

    @Test func aCorrectionSaysWhatItWas() {
        #expect(line(.correction(squats, .reps(was: 13))) == "1:04  squat  12 (corrected, was 13)")
    }
}
