import Motion
import RepReport
import SessionModel
import Testing

@Suite struct TextReportTests {
    @Test(arguments: Sessions.all.keys.sorted())
    func reportReadsAsCommitted(name: String) throws {
        let session = try #require(Sessions.all[name])
        try expectGolden(TextReport.render(session), "\(name).txt")
    }

    @Test(arguments: Sessions.all.keys.sorted(), [80, 90, 100])
    func noLineIsLongerThanAskedFor(name: String, width: Int) throws {
        let session = try #require(Sessions.all[name])
        for line in TextReport.render(session, options: TextOptions(width: width)).split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
            #expect(line.last != " ")
        }
    }

    @Test(arguments: Sessions.all.keys.sorted())
    func onATerminalEverySetAndHoldIsDrawn(name: String) throws {
        let session = try #require(Sessions.all[name])
        try expectGolden(TextReport.render(session, options: TextOptions(drawings: true)), "\(name)-terminal.txt")
    }

    @Test func colourAddsNothingButColour() throws {
        for session in Sessions.all.values {
            let plain = TextReport.render(session)
            let colored = TextReport.render(session, options: TextOptions(color: true))
            #expect(colored != plain)
            #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
        }
    }

    @Test func aFileNameCannotSteerTheTerminal() {
        var session = Sessions.empty
        session.recording.files = ["\u{1B}[2Jx.csv"]
        session.recording.findings = [Finding(kind: "header", message: "unknown column \u{7}\u{1B}]0;a")]
        #expect(!TextReport.render(session).contains("\u{1B}"))
    }

    @Test func aLongFileNameIsShortenedInItsMiddle() {
        var session = Sessions.empty
        session.recording.files = ["/data/" + String(repeating: "a", count: 300) + "end.csv"]
        let first = TextReport.render(session).split(separator: "\n")[0]
        #expect(first.count <= 100 && first.contains("\u{2026}"))
    }

    @Test func manyWarningsAreCutShort() {
        var session = Sessions.empty
        session.recording.findings = (1...40).map { Finding(kind: "x", message: "warning \($0)") }
        let text = TextReport.render(session)
        #expect(text.contains("warning 12\n") && !text.contains("warning 13") && text.contains("28 more"))
    }
}
