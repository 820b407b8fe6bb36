import Motion
import RepReport
import SessionModel
import Testing

@Suite struct InspectReportTests {
    private let inspection = Inspection(
        recording: Sessions.notCompliant.recording, hasAngularRate: true,
        views: [
            .init(exercise: "squat", side: nil, isObservable: true),
            .init(exercise: "clamshell", side: .left, isObservable: false),
            .init(exercise: "clamshell", side: .right, isObservable: true),
            .init(exercise: "lunge", side: nil, isObservable: nil),
        ])

    @Test func reportReadsAsCommitted() throws {
        try expectGolden(InspectReport.render(inspection), "inspection.txt")
        try expectGolden(JSONReport.render(inspection), "inspection.json")
    }

    @Test func whatIsNotKnownIsSaidToBeUnknown() {
        let text = InspectReport.render(Inspection(recording: Sessions.empty.recording, hasAngularRate: nil, views: []))
        #expect(text.contains("rate      unknown"))
        #expect(text.contains("start     not in the file"))
        #expect(text.contains("worn on   unknown"))
    }
}
