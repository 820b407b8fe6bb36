import Foundation
import Testing

/// The command line tool that was built beside the tests.
enum BuiltCommand {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
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
        // Through files, so that no pipe can fill up and stall it.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = URL(filePath: path ?? scratch.appending(path: "stdout").path())
        let errors = scratch.appending(path: "stderr")
        for file in path == nil ? [output, errors] : [errors] { try Data().write(to: file) }
        let process = try process(arguments, in: folder)
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
    static func process(_ arguments: [String], in folder: URL) throws -> Process {
        let tests = try #require(Bundle.main.executableURL)
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appending(path: "repcount")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        return process
    }
}
