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
    static func run(_ arguments: [String], in folder: URL, into path: String? = nil) throws -> Outcome {
        try run("repcount", arguments, in: folder, into: path)
    }

    /// Likewise for another tool of this package.
    static func run(_ tool: String, _ arguments: [String], in folder: URL, into path: String? = nil) throws -> Outcome {
        // Through files, so that no pipe can fill up and stall it.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = URL(filePath: path ?? scratch.appending(path: "stdout").path())
        let errors = scratch.appending(path: "stderr")
        for file in path == nil ? [output, errors] : [errors] { try Data().write(to: file) }
        let process = try start(
            tool, arguments, in: folder, output: FileHandle(forWritingTo: output), errors: FileHandle(forWritingTo: errors))
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: path == nil ? try String(contentsOf: output, encoding: .utf8) : "",
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// Starts it and does not wait.
    static func start(
        _ tool: String, _ arguments: [String], in folder: URL, output: FileHandle = .nullDevice,
        errors: FileHandle = .nullDevice
    ) throws -> Process {
        let tests = try #require(Bundle.main.executableURL)
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appending(path: tool)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return process
    }

    /// Starts it and kills it (SIGKILL) after a while, if it has not ended by then.
    static func kill(_ arguments: [String], in folder: URL, afterMilliseconds milliseconds: Int) throws {
        let process = try start("repcount", arguments, in: folder)
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
