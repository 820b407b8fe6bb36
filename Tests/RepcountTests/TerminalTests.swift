import Foundation
import Testing

/// What is printed where a person looks on: on a terminal of its own.
@Suite struct TerminalTests {
    private static let squats = "Fixtures/single-sets/recordings/squat-anna-thigh-right-clean-12.csv"

    /// Runs the command on a new pseudo-terminal.
    private func onATerminal(_ arguments: [String], _ environment: [String: String]) throws -> String {
        let master = posix_openpt(O_RDWR | O_NOCTTY)
        try #require(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0, "no pseudo-terminal")
        defer { close(master) }
        let slave = open(try #require(ptsname(master)), O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        let process = Process()
        process.executableURL = try BuiltCommand.executable()
        process.arguments = arguments
        process.currentDirectoryURL = Readme.root
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        try process.run()
        process.waitUntilExit()
        close(slave)
        // What is printed here fits into the terminal's buffer.
        return String(decoding: FileHandle(fileDescriptor: master, closeOnDealloc: false).availableData, as: UTF8.self)
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
