import Foundation
import Testing

/// A week of generated sessions through the command (`swift run fixtures week`): what the issue of a week is about.
///
/// After a change that is meant, `UPDATE_GOLDEN=1 swift test --filter BatchCommandTests` writes the table anew.
@Suite struct GeneratedWeekTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/week.txt")

    /// One run for text and one for JSON, both with a history, so that the second scores nothing.
    @Test func theWeekIsRight() throws {
        let runner = try CommandRunner()
        #expect(try BuiltCommand.run("fixtures", ["week", "week"], in: runner.folder).status == 0)
        let arguments = ["batch", "week", "--plan", "week/plan.yaml", "--time-zone", "UTC", "--quiet", "--history", "h.sqlite"]

        let text = try runner.run(arguments)
        #expect(text.status == 65)
        #expect(text.errors == "")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil { try Data(text.output.utf8).write(to: Self.golden) }
        #expect(text.output == (try String(contentsOf: Self.golden, encoding: .utf8)))

        let json = try runner.run(arguments + ["--format", "json", "--jobs", "1"])
        #expect(json.status == 65)
        #expect(json.errors.contains("2025-06-13-thigh-right.csv:1: this is not a table of numbers"))
        let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
        let week = try #require(report.weeks.first)
        #expect(report.weeks.count == 1 && week.week == "2025-W24")
        #expect(week.due_days == 6 && week.done_days == 4)
        #expect(week.days.map(\.sessions.count) == [1, 2, 1, 0, 0, 1, 1])
        #expect(report.failed.map(\.day) == ["2025-06-13"])
        // Rows: lunge left, right, squat, stretch left, right, bridge. "m": met, "s": short, "x": missing, "n": not observable.
        let verdicts = week.days.map { $0.items.map { $0.verdict.map(Self.letter) ?? "-" }.joined() }
        #expect(verdicts == ["mmmnmm", "mmmnmm", "mmsmnm", "xxxxxx", "------", "mmmnnm", "mmmsnm"])
        #expect(week.days.map(\.adherence).map { $0.map { ($0 * 100).rounded() } } == [100, 100, 94, 0, nil, 100, 92])
        #expect(week.days[6].sessions.map(\.gaps) == [1])

        let listed = try runner.run(["history", "h.sqlite", "--time-zone", "UTC"])
        #expect(listed.status == 0)
        #expect(listed.output.contains("lunge                       left   10-12    ✓11    ✓11    ✓11"))
    }

    private static func letter(_ verdict: String) -> String {
        verdict == "missing" ? "x" : String(verdict.prefix(1))
    }

    private struct Report: Decodable {
        var weeks: [Week]
        var failed: [Failed]

        struct Week: Decodable {
            var week: String
            var due_days, done_days: Int
            var days: [Day]
        }

        struct Day: Decodable {
            var adherence: Double?
            var sessions: [Session]
            var items: [Item]
        }

        struct Session: Decodable { var gaps: Int }
        struct Item: Decodable { var verdict: String? }
        struct Failed: Decodable { var day: String? }
    }
}

/// `batch` and `history` on sessions of a few seconds.
@Suite struct BatchCommandTests {
    /// A folder with sessions of four days in two folders, of ten seconds at rest each, and a plan.
    private func week(broken: Bool = false) throws -> CommandRunner {
        let runner = try CommandRunner()
        for (number, name) in ["a/2025-06-09_0800.csv", "a/2025-06-09_1800.csv", "b/2025-06-11.csv", "b/2025-06-17.csv"].enumerated() {
            try runner.makeFolder(String(name.prefix(1)))
            try runner.write(Self.still(number).utf8, to: name)
        }
        if broken { try runner.write("Dear diary,\n".utf8, to: "b/2025-06-12.csv") }
        try runner.write("name: p\nitems: [{exercise: squat, reps: 10-12}]\nschedule: {per_week: 2}\n".utf8, to: "plan.yaml")
        return runner
    }

    static func still(_ seed: Int) -> String {
        "time_s,ax,ay,az\n"
            + (0..<250).map { "\(Double($0) / 25),0.0\($0 % 7),0.0\(($0 + seed) % 10),9.8\($0 % 3)\n" }.joined() + "10.04,0.1,0.\(seed),9.81\n"
    }

    @Test func theResultIsTheSameWhateverTheOrderAndTheJobs() throws {
        let runner = try week(broken: true)
        for format in ["text", "json", "ndjson", "csv"] {
            let forth = try runner.run(["batch", "a", "b", "--plan", "plan.yaml", "--format", format, "--jobs", "1", "--placement", "thigh"])
            let back = try runner.run(["batch", "b", "a", "--plan", "plan.yaml", "--format", format, "--jobs", "4", "--placement", "thigh"])
            #expect(forth.status == 65)
            #expect(forth.output == back.output)
            #expect(forth.errors == back.errors)
        }
    }

    @Test func linesAreSessionsAndFailuresEachByItsSchema() throws {
        let outcome = try week(broken: true).run(["batch", "a", "b", "--format", "ndjson"])
        let schemas = try outcome.output.split(separator: "\n").map { line in
            (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["schema"] as? String
        }
        #expect(schemas == ["repcount.session/1", "repcount.session/1", "repcount.session/1", "repcount.failure/1", "repcount.session/1"])
        #expect(outcome.messages.count == 1)
    }

    @Test func shardsTogetherAreTheWhole() throws {
        let runner = try week(broken: true)
        let whole = try runner.run(["batch", ".", "--format", "ndjson"]).output.split(separator: "\n")
        let parts = try (1...3).flatMap { index in
            try runner.run(["batch", ".", "--format", "ndjson", "--shard", "\(index)/3"]).output.split(separator: "\n").map(String.init)
        }
        #expect(parts.sorted() == whole.map(String.init).sorted())
        // Where the folder is does not matter to who does what.
        #expect(try runner.run(["batch", "a", "--format", "ndjson", "--shard", "1/2"]).output
            == runner.run(["batch", "./a", "--format", "ndjson", "--shard", "1/2"]).output.replacing("./a", with: "a"))
    }

    @Test func theWeekBeforeIsComparedFromAFolderOrFromTheHistory() throws {
        let runner = try week()
        let common = ["--plan", "plan.yaml", "--time-zone", "UTC", "--placement", "thigh"]
        let compared = try runner.run(["batch", "b/2025-06-17.csv", "--compare", "a"] + common)
        #expect(compared.output.contains("Since 2025-W24: adherence 0 % → 0 %, days 1 → 1"))
        _ = try runner.run(["batch", "a", "b", "--history", "h.sqlite"] + common)
        let known = try runner.run(["batch", "b/2025-06-17.csv", "--history", "h.sqlite"] + common)
        #expect(known.output.contains("Since 2025-W24: adherence 0 % → 0 %, days 2 → 1"))
    }

    @Test func strictIsStrictAboutTheWeek() throws {
        let runner = try week()
        #expect(try runner.run(["batch", "a", "b", "--plan", "plan.yaml", "--placement", "thigh"]).status == 0)
        #expect(try runner.run(["batch", "a", "b", "--plan", "plan.yaml", "--placement", "thigh", "--strict"]).status == 1)
    }

    @Test func aHistoryExportsAndDeletesAPersonsSessions() throws {
        let runner = try week()
        for person in ["anna", "bert"] {
            _ = try runner.run(["batch", person == "anna" ? "a" : "b", "--history", "h.sqlite", "--person", person])
        }
        #expect(try runner.run(["history", "h.sqlite", "--export"]).output.split(separator: "\n").count == 4)
        #expect(try runner.run(["history", "h.sqlite", "--export", "--person", "anna"]).output.contains("a/2025-06-09_0800.csv"))
        let deleted = try runner.run(["history", "h.sqlite", "--delete", "--person", "anna"])
        #expect(deleted.output == "2 sessions of anna deleted.\n")
        #expect(try runner.run(["history", "h.sqlite", "--export"]).output.split(separator: "\n").count == 2)
        let gone = try runner.run(["history", "h.sqlite", "--person", "anna"])
        #expect(gone.status == 66 && gone.errors.contains("There are sessions of: bert."))
        #expect(try runner.run(["history", "h.sqlite", "--person", "bert", "--plan", "p"]).status == 66)
    }

    @Test(arguments: [
        (["batch"], 64, "recording"),
        (["batch", "nowhere"], 66, "nowhere"),
        (["batch", "a", "--jobs", "0"], 64, "--jobs"),
        (["batch", "a", "--shard", "3/2", "--format", "ndjson"], 64, "i/n"),
        (["batch", "a", "--shard", "1/2"], 64, "--format ndjson"),
        (["batch", "a", "--strict"], 64, "--plan"),
        (["batch", "a", "--time-zone", "Mars/Olympus"], 64, "Europe/Berlin"),
        (["batch", "a", "--from", "yesterday"], 64, "2026-11-20"),
        (["batch", "a", "--history", "plan.yaml"], 65, "not a history of repcount"),
        (["batch", "a", "--history", "no/such/h.sqlite"], 73, "cannot be opened or created"),
        (["batch", "a", "--output", "no/such/out.txt"], 73, "no such folder"),
        (["batch", "a", "--compare", "nowhere"], 66, "nowhere"),
        (["history", "nowhere.sqlite"], 66, "no such file"),
        (["history", "plan.yaml"], 65, "not a history of repcount"),
        (["history", "x.sqlite", "--delete"], 64, "--person"),
    ])
    func aFailureSaysWhyAndEndsWithItsStatus(arguments: [String], status: Int, words: String) throws {
        let outcome = try week().run(arguments)
        #expect(outcome.status == Int32(status))
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test(arguments: ["batch", "history"])
    func everyCommandExplainsItself(command: String) throws {
        let outcome = try CommandRunner().run(["help", command])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("USAGE: repcount \(command)"))
    }

    // MARK: Killed at whatever moment

    /// A run that is killed, again and again, and then left in peace, ends in the history of an undisturbed one.
    @Test func aKilledRunLosesNothing() throws {
        let runner = try CommandRunner()
        try runner.makeFolder("many")
        for number in 0..<40 { try runner.write(Self.still(number).utf8, to: "many/202506\(number / 3 + 10)-\(number).csv") }
        let undisturbed = try runner.run(["batch", "many", "--history", "peace.sqlite", "--quiet"])
        let whole = try runner.run(["history", "peace.sqlite", "--export"]).output
        #expect(whole.split(separator: "\n").count == 40)

        var kept: [Int] = []
        for milliseconds in [20, 60, 100, 150, 200] {
            try BuiltCommand.kill(["batch", "many", "--history", "war.sqlite", "--quiet"], in: runner.folder, afterMilliseconds: milliseconds)
            let outcome = try runner.run(["history", "war.sqlite", "--export"])
            #expect(outcome.status == 0 || outcome.status == 66, "\(outcome.errors)")
            let lines = outcome.output.split(separator: "\n")
            // Whatever had been kept before is still there, whole, and equal to that of the undisturbed run.
            #expect(lines.count >= kept.last ?? 0)
            #expect(lines.allSatisfy { whole.contains($0) })
            kept.append(lines.count)
        }
        let last = try runner.run(["batch", "many", "--history", "war.sqlite", "--quiet"])
        #expect(last.output == undisturbed.output)
        #expect(try runner.run(["history", "war.sqlite", "--export"]).output == whole)
    }

    /// Two runs at the same time into one history.
    @Test func twoRunsAtATimeLoseNothing() throws {
        let runner = try week()
        let first = try BuiltCommand.started(["batch", "a", "--history", "h.sqlite", "--quiet"], in: runner.folder)
        let second = try BuiltCommand.started(["batch", "b", "--history", "h.sqlite", "--quiet"], in: runner.folder)
        first.waitUntilExit()
        second.waitUntilExit()
        #expect(first.terminationStatus == 0 && second.terminationStatus == 0)
        #expect(try runner.run(["history", "h.sqlite", "--export"]).output.split(separator: "\n").count == 4)
    }
}
