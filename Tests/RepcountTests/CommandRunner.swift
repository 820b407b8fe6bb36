import Foundation

/// Runs the built command in a folder of its own, which is removed afterwards.
struct CommandRunner: ~Copyable {
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

    func run(_ arguments: [String]) throws -> BuiltCommand.Outcome { try BuiltCommand.run(arguments, in: folder) }
}

extension BuiltCommand.Outcome {
    /// What was said on standard error, line by line.
    var messages: [String] { errors.split(separator: "\n").map(String.init) }
}
