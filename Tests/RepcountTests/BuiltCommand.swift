import Foundation
import Testing

/// The command line tool that was built beside the tests.
enum BuiltCommand {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    static func executable(_ tool: String = "repcount") throws -> URL {
        try #require(Bundle.main.executableURL).deletingLastPathComponent().appending(path: tool)
    }

    /// Runs it and waits.
    ///
    /// - Parameters:
    ///   - folder: where it runs.
    ///   - path: takes standard output instead of `Outcome.output`.
    ///   - shell: redirections of a shell that it is run by; `nil` for no shell.
    ///   - before: what the shell does first.
    static func run(
        _ arguments: [String], in folder: URL, into path: String? = nil, shell: String? = nil, before: String = ":"
    ) throws -> Outcome {
        try run("repcount", arguments, in: folder, into: path, shell: shell, before: before)
    }

    /// Likewise for another tool of this package.
    static func run(
        _ tool: String, _ arguments: [String], in folder: URL, into path: String? = nil, shell: String? = nil,
        before: String = ":"
    ) throws -> Outcome {
        // Through files, so that no pipe can fill up and stall it.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = URL(filePath: path ?? scratch.appending(path: "stdout").path())
        let errors = scratch.appending(path: "stderr")
        for file in path == nil ? [output, errors] : [errors] { try Data().write(to: file) }
        let process = try process(arguments, in: folder, tool: tool)
        if let shell, let command = process.executableURL?.path() {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "\(before); exec \"$0\" \"$@\" \(shell)", command] + arguments
        }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: path == nil ? try String(contentsOf: output, encoding: .utf8) : "",
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// Not started yet.
    static func process(_ arguments: [String], in folder: URL, tool: String = "repcount") throws -> Process {
        let process = Process()
        process.executableURL = try executable(tool)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        return process
    }

    /// Started, and not waited for; what it prints is lost.
    static func started(_ arguments: [String], in folder: URL) throws -> Process {
        let process = try process(arguments, in: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Starts it and kills it (SIGKILL) after a while, if it has not ended by then.
    static func kill(_ arguments: [String], in folder: URL, afterMilliseconds milliseconds: Int) throws {
        let process = try started(arguments, in: folder)
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
