import ArgumentParser
import Foundation
import RepReport

/// Where results go: standard output as they come, or one file that appears only when it is complete.
struct Output {
    /// `nil` for standard output.
    let path: String?
    private var pending = Data()

    init(path: String?) { self.path = path }

    /// Whether a person looks on: standard output is a terminal that can do more than print.
    var isTerminal: Bool {
        path == nil && isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Whether colours help: a terminal whose user has not declined them (no-color.org).
    var wantsColor: Bool { isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty }

    /// - Throws: `OutputError` when standard output cannot take it.
    mutating func write(_ text: String) throws {
        guard path == nil else {
            pending.append(contentsOf: text.utf8)
            return
        }
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            throw OutputError(file: "standard output", status: .inputOutput, cause: error)
        }
    }

    /// Writes the file beside its place and renames it, so that there is never half a file under its name.
    ///
    /// Does nothing when nothing was written: a run without results leaves an earlier file as it is.
    /// - Throws: `OutputError` when the file cannot be created or filled.
    func finish() throws {
        guard let path, !pending.isEmpty else { return }
        do {
            try pending.write(to: URL(filePath: path), options: .atomic)
        } catch {
            let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
            throw OutputError(file: path, status: isFull ? .inputOutput : .cannotCreate, cause: error)
        }
    }
}

/// Results that could not be written.
struct OutputError: Error, CustomStringConvertible {
    var file: String
    var status: ExitCode
    var cause: any Error

    var description: String { "\(file): the results cannot be written: \(reason)." }

    private var reason: String {
        switch (cause as? CocoaError)?.code {
        case .fileNoSuchFile: return "there is no such folder"
        case .fileWriteNoPermission: return "permission denied"
        case .fileWriteOutOfSpace: return "no space left"
        default:
            let underlying = (cause as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? cause as NSError
            guard underlying.domain == NSPOSIXErrorDomain, let code = Int32(exactly: underlying.code) else {
                return underlying.localizedDescription
            }
            return String(cString: strerror(code))
        }
    }
}
