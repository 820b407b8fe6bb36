import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import Testing

/// What the README shows is what the command prints. After a change that is meant, `UPDATE_README=1 swift test --filter
/// ReadmeTests` writes the new output into it.
@Suite struct ReadmeTests {
    private let markdown: String
    private let readme: Readme

    init() throws {
        markdown = try String(contentsOf: Readme.file, encoding: .utf8)
        readme = Readme(markdown)
    }

    @Test func theReadmeShowsWhatIsPrinted() throws {
        var printed = readme
        printed.parts = try readme.parts.map { part in
            switch part {
            case .console(let command, _): .console(command: command, output: try output(of: command))
            case .generated("placements", _): .generated(name: "placements", text: placements)
            case .generated("formats", _): .generated(name: "formats", text: formats)
            case .generated("week", _): .generated(name: "week", text: try week)
            case .prose, .generated: part
            }
        }
        if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
            try Data(printed.markdown.utf8).write(to: Readme.file)
        } else {
            for (shown, now) in zip(readme.parts, printed.parts) { #expect(shown == now) }
        }
    }

    @Test func itsFirstScreenIsOneCommandAndItsOutput() throws {
        let commands = readme.parts.compactMap { if case .console(let command, _) = $0 { command } else { nil } }
        #expect(try #require(commands.first).contains("repcount analyze"))
        let before = try #require(markdown.components(separatedBy: "```console").first)
        #expect(before.split(separator: "\n").count < 15)
    }

    @Test func itTellsHowToTestAndWhatThisIsNot() {
        #expect(markdown.contains("\nswift test -c release\n"))
        #expect(markdown.contains("An exercise log, not a medical device."))
    }

    @Test func partsPutTogetherAreTheWhole() {
        #expect(readme.markdown == markdown)
        #expect(readme.parts.contains { if case .generated = $0 { true } else { false } })
    }

    /// Runs `[..] repcount ARGUMENTS [< FILE]`, as written, with the tool that was built beside the tests.
    private func output(of command: String) throws -> String {
        try #require(!command.contains { "\"'\\$|>&;".contains($0) }, "only plain words can be run: \(command)")
        let parts = command.components(separatedBy: " < ")
        let words = parts[0].split(separator: " ").map(String.init)
        let name = try #require(words.firstIndex(of: "repcount"))
        let outcome = try BuiltCommand.run(
            Array(words[(name + 1)...]), in: Readme.root, shell: parts.count > 1 ? "< \(parts[1])" : nil)
        return outcome.output + outcome.errors
    }

    // MARK: Tables

    /// Which exercises are seen from where.
    private var placements: String {
        // "leg" is thigh or shank: no row of its own.
        let placements = Placement.allCases.filter { $0 != .leg }
        let head = ["exercise"] + placements.map(\.rawValue)
        let rows = ExerciseCatalog.all.map { exercise in
            ["`\(exercise.name)`"]
                + placements.map { placement in
                    switch exercise.observability[placement] {
                    case .eitherSide: "yes"
                    case .sameSide: "that leg"
                    case nil: "-"
                    }
                }
        }
        return table([head] + rows)
    }

    /// The generated week as `GeneratedWeekTests` finds it printed.
    private var week: String {
        get throws {
            let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/week.txt")
            return "```text\n\(try String(contentsOf: golden, encoding: .utf8))```\n"
        }
    }

    private var formats: String {
        table([["name", "what"]] + FormatCatalog.all.map { ["`\($0.name)`", $0.title] })
    }

    private func table(_ rows: [[String]]) -> String {
        let rule = rows.prefix(1).map { $0.map { _ in "---" } }
        return (rows.prefix(1) + rule + rows.dropFirst()).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }
}
