import Foundation
import Testing

private let script = "/usr/bin/script"

/// What is printed where a person looks on: on a terminal of its own.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "needs script(1) for a terminal"))
struct TerminalTests {
    private static let squats = "Fixtures/single-sets/recordings/squat-anna-thigh-right-clean-12.csv"

    /// Runs the command on a pseudo-terminal, which script(1) makes.
    private func onATerminal(_ arguments: [String], _ environment: [String: String]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "terminal-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let command = ([try BuiltCommand.executable().path()] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let process = Process()
        process.executableURL = URL(filePath: script)
        process.arguments = ["-qec", command, "/dev/null"]
        process.currentDirectoryURL = Readme.root
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: file)
        try process.run()
        process.waitUntilExit()
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func aTerminalShowsDrawingsAndColours() throws {
        let text = try onATerminal(["analyze", Self.squats, "--exercise", "squat"], ["TERM": "xterm", "NO_COLOR": ""])
        #expect(text.contains("Rep by rep") && text.contains("\u{2588}"))
        #expect(text.contains("\u{1B}[1m"))
    }

    @Test func noColorDeclinesColoursAlone() throws {
        let text = try onATerminal(["analyze", Self.squats, "--exercise", "squat"], ["TERM": "xterm", "NO_COLOR": "1"])
        #expect(text.contains("Rep by rep") && !text.contains("\u{1B}"))
    }

    @Test func aDumbTerminalAndAPipeShowNeither() throws {
        let dumb = try onATerminal(["analyze", Self.squats, "--exercise", "squat"], ["TERM": "dumb"])
        let pipe = try BuiltCommand.run(["analyze", Self.squats, "--exercise", "squat"], in: Readme.root)
        for text in [dumb, pipe.output] {
            #expect(text.contains("12") && !text.contains("Rep by rep") && !text.contains("\u{1B}"))
        }
    }
}
