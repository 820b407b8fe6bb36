import Foundation
import Testing

/// Runs the command that was built, in a folder of its own that is removed afterwards.
struct CommandRunner: ~Copyable {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        /// What was said on standard error, without the lines that only explain usage.
        var messages: [String] { errors.split(separator: "\n").map(String.init) }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }

    func run(_ arguments: [String]) throws -> Outcome {
        let tests = try #require(Bundle.main.executableURL)
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appending(path: "repcount")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Through files outside the folder, so that no pipe can fill up and no test finds them there.
        let name = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)").path()
        let (output, errors) = (URL(filePath: name + ".out"), URL(filePath: name + ".err"))
        for file in [output, errors] { try Data().write(to: file) }
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationReason == .exit, "the command crashed")
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}
