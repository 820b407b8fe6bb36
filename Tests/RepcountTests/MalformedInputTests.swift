import Foundation
import Testing

/// Input that cannot be used ends with one clear message (what, where, what to do) and the right status, whatever it is;
/// other recordings beside it still get their results.
@Suite struct MalformedInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var bytes: [UInt8]
        /// Line the message names; `nil` where no single line is to blame.
        var line: Int?
        /// Words of the message: what is wrong, and what to do.
        var words: [String]

        init(_ title: String, _ text: String, line: Int? = nil, _ words: String...) {
            self.init(title, Array(text.utf8), line: line, words)
        }

        init(_ title: String, _ bytes: [UInt8], line: Int? = nil, _ words: [String]) {
            self.title = title
            self.bytes = bytes
            self.line = line
            self.words = words
        }

        var testDescription: String { title }
    }

    /// A sensor that tilts up and down every three seconds.
    static func recording(
        _ count: Int, header: String = "time_s,ax,ay,az\n", _ row: (Double, String) -> String = { "\($0),\($1)" }
    ) -> String {
        header
            + (0..<count).map { index in
                let time = Double(index) / 50
                let angle = 0.5 - 0.5 * cos(2 * .pi * time / 3)
                return row(time, String(format: "0.1,%.4f,%.4f", 9.81 * sin(angle), 9.81 * cos(angle))) + "\n"
            }.joined()
    }

    static let cases: [Case] = [
        Case("0 bytes", "", "empty (0 bytes)", "Export the recording again"),
        Case("text", "Dear diary,\ntoday I did ten squats.\n", line: 1, "not a table of numbers", "CSV file"),
        Case(
            "binary", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ $0 / 7) }, ["binary file", "Export the recording as CSV"]),
        Case("header without rows", "time_s,ax,ay,az\n", line: 1, "no rows", "Export the recording again"),
        Case("one row", "time_s,ax,ay,az\n0,0,0,9.8\n", line: 2, "only one row", "many rows"),
        Case(
            "all NaN", "time_s,ax,ay,az\n" + (0..<500).map { "\(Double($0) / 50),NaN,NaN,NaN\n" }.joined(), line: 2,
            "no row has a number", "sensor switched on"),
        Case("equal timestamps", recording(500) { _, cells in "5.0,\(cells)" }, line: 2, "same time", "--rate"),
        Case("backward timestamps", recording(500) { "\(100 - $0),\($1)" }, line: 2, "backwards", "--rate"),
        Case(
            "one column short", "time_s,ax,ay\n" + (0..<500).map { "\(Double($0) / 50),0.1,9.8\n" }.joined(), line: 1, "no az",
            "all three axes"),
        Case(
            "10 MB behind a quote that is never closed",
            recording(1000) + "20.0,\"1,2,3\n" + String(repeating: "20.1,1,2,3\n", count: 1_000_000), line: 1002,
            "never closed", "Remove the stray quotation mark"),
        Case(
            "10 MB in one line", "time_s,ax,ay,az\n0,1,2,3" + String(repeating: "4", count: 10 << 20), line: 2, "longer than",
            "CSV file"),
        Case("zip", [0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 200), ["zip archive", "damaged", "export it again"]),
        Case("UTF-16", Array("\u{FEFF}time_s,ax,ay,az\n0,0,0,9.8\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }), line: 1,
            ["UTF-16", "UTF-8"]),
    ]

    /// `repcount: FILE[:LINE]: what. What to do.` on one line and nothing else.
    private func isOneClearMessage(_ outcome: BuiltCommand.Outcome, file: String, line: Int? = nil, _ words: [String]) {
        #expect(outcome.messages.count == 1, "\(outcome.errors)")
        let message = outcome.messages.first ?? ""
        let place = line.map { "\(file):\($0)" } ?? file
        #expect(message.hasPrefix("repcount: \(place): "), "\(message)")
        #expect(message.utf8.count < 400, "\(message)")
        // Two sentences: what is wrong, and what to do.
        #expect(message.hasSuffix(".") && message.contains(". "), "\(message)")
        for word in words { #expect(message.contains(word), "\(message)") }
    }

    @Test(arguments: cases)
    func aFileThatIsNoRecordingIsBadData(malformed: Case) throws {
        let runner = try CommandRunner()
        try runner.write(malformed.bytes, to: "bad.csv")
        let outcome = try runner.run(["analyze", "bad.csv", "--exercise", "any"])
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        isOneClearMessage(outcome, file: "bad.csv", line: malformed.line, malformed.words)
    }

    @Test(arguments: zip(cases.filter { $0.bytes.count < 1 << 20 }, repeatElement(["json", "csv", "text"], count: 9).joined()))
    func theOthersStillGetTheirResults(malformed: Case, format: String) throws {
        let runner = try CommandRunner()
        try runner.write(malformed.bytes, to: "bad.csv")
        try runner.write(Self.recording(900).utf8, to: "good.csv")
        try runner.write(Self.recording(600).utf8, to: "second.csv")
        let alone = try runner.run(["analyze", "good.csv", "second.csv", "--exercise", "any", "--format", format])
        let outcome = try runner.run(["analyze", "good.csv", "bad.csv", "second.csv", "--exercise", "any", "--format", format])
        #expect(alone.status == 0 && alone.output.contains("good.csv") && alone.output.contains("second.csv"))
        #expect(outcome.status == 65)
        #expect(outcome.output == alone.output)
        isOneClearMessage(outcome, file: "bad.csv", line: malformed.line, malformed.words)
    }

    @Test(arguments: cases.filter { $0.bytes.count < 1 << 20 })
    func inspectRefusesItInTheSameWords(malformed: Case) throws {
        let runner = try CommandRunner()
        try runner.write(malformed.bytes, to: "bad.csv")
        let (analyzed, inspected) = (try runner.run(["analyze", "bad.csv"]), try runner.run(["inspect", "bad.csv"]))
        #expect(inspected.status == analyzed.status && inspected.errors == analyzed.errors)
    }

    // MARK: No input

    @Test func aMissingFileIsNoInput() throws {
        let outcome = try CommandRunner().run(["analyze", "nowhere/a.csv"])
        #expect(outcome.status == 66)
        isOneClearMessage(outcome, file: "nowhere/a.csv", ["no such file", "Check the name"])
    }

    @Test(arguments: [[], ["readme.txt", "picture.png"]])
    func aFolderWithoutRecordingsIsNoInput(files: [String]) throws {
        let runner = try CommandRunner()
        try runner.makeFolder("folder/deeper")
        for file in files { try runner.write("hello".utf8, to: "folder/" + file) }
        let outcome = try runner.run(["analyze", "folder"])
        #expect(outcome.status == 66)
        isOneClearMessage(outcome, file: "folder", ["no recording in this folder", "Name the folder"])
    }

    @Test(.disabled(if: geteuid() == 0, "root may read everything"))
    func aFileThatMayNotBeReadIsNoInput() throws {
        let runner = try CommandRunner()
        try runner.write(Self.recording(500).utf8, to: "locked.csv")
        let path = runner.folder.appending(path: "locked.csv").path()
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let outcome = try runner.run(["analyze", "locked.csv"])
        #expect(outcome.status == 66)
        isOneClearMessage(outcome, file: "locked.csv", ["cannot be read", "Check that you may read it"])
    }

    @Test func theFirstFailureDecidesTheStatus() throws {
        let runner = try CommandRunner()
        try runner.write([], to: "bad.csv")
        #expect(try runner.run(["analyze", "missing.csv", "bad.csv"]).status == 66)
        let outcome = try runner.run(["analyze", "bad.csv", "missing.csv"])
        #expect(outcome.status == 65)
        #expect(outcome.messages.count == 2)
    }

    @Test func aPairOfWhichOneIsMissingNamesIt() throws {
        let runner = try CommandRunner()
        try runner.write(Self.recording(500).utf8, to: "Accelerometer.csv")
        let outcome = try runner.run(["analyze", "Accelerometer.csv", "Gyroscope.csv"])
        #expect(outcome.status == 66)
        isOneClearMessage(outcome, file: "Gyroscope.csv", ["no such file"])
    }

    // MARK: Defects that do not spoil a recording

    @Test func aFewBrokenRowsAreFindingsWithTheirLines() throws {
        var lines = Self.recording(900).split(separator: "\n").map(String.init)
        lines[100] = "1.98,NaN,NaN,NaN"
        lines[200] = "3.98,0.1"
        lines[300] = "5.98,a,b,c"
        let runner = try CommandRunner()
        try runner.write(lines.joined(separator: "\n").utf8, to: "a.csv")
        let outcome = try runner.run(["analyze", "a.csv", "--exercise", "any", "--format", "json"])
        #expect(outcome.status == 0)
        let session = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let recording = try #require(session["recording"] as? [String: Any])
        let findings = try #require(recording["findings"] as? [[String: Any]])
        #expect(Set(findings.compactMap { $0["line"] as? Int }).isSuperset(of: [101, 201, 301]))
        #expect(findings.allSatisfy { $0["file"] as? String == "a.csv" })
    }

    // MARK: Plans and names

    @Test(arguments: [
        ("", "plan.yaml: the file is empty"), ("items: [", "plan.yaml:"), ("items: []", "plan.yaml:"), ("- squat\n", "plan.yaml:"),
        ("items: [{exercise: squat, reps: twelve}]", "plan.yaml:1: item 1, reps"),
        ("items: [{exercise: squat}]", "plan.yaml:1: item 1"),
        ("items:\n  - {exercise: squat, reps: 10-12}\n  - {exercise: bridge, reps: 12-10}\n", "plan.yaml:3: item 2, reps"),
        ("schema: repcount.plan/9\nitems: [{exercise: squat, reps: 10}]", "plan.yaml:1"),
        ("\u{0}\u{1}\u{2}", "plan.yaml:"),
    ])
    func aBrokenPlanIsBadDataBeforeAnythingIsRead(plan: String, words: String) throws {
        let runner = try CommandRunner()
        try runner.write(plan.utf8, to: "plan.yaml")
        try runner.write(Self.recording(500).utf8, to: "a.csv")
        let outcome = try runner.run(["analyze", "a.csv", "--plan", "plan.yaml"])
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.messages.count == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains("plan.yaml") && outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test(arguments: [
        (["--exercise", "sqaut"], "Did you mean \"squat\"?"), (["--exercise", ""], "Known: "),
        (["--placement", "ear"], "upper-arm"), (["--placement", "thigh", "--side", "up"], "left"),
    ])
    func anUnknownNameIsUsageAndSaysWhatIsKnown(arguments: [String], words: String) throws {
        let runner = try CommandRunner()
        try runner.write(Self.recording(500).utf8, to: "a.csv")
        let outcome = try runner.run(["analyze", "a.csv"] + arguments)
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
}
