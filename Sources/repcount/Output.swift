import ArgumentParser
import Foundation
import RepReport

/// Where results go: standard output as they come, or one file that appears only when it is complete.
struct Output {
    /// `nil` for standard output.
    let path: String?
    private var file: UnfinishedFile?

    init(path: String?) { self.path = path }

    /// Whether colours help: a terminal whose user has not declined them (no-color.org).
    var wantsColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        let declined = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return path == nil && !declined && isatty(STDOUT_FILENO) == 1
    }

    /// - Throws: `OutputError` when standard output or the file's folder cannot take it, or the status alone when nobody reads
    ///   standard output any more: then there is nothing to tell.
    mutating func write(_ text: String) throws {
        guard let path else {
            do throws(SystemError) {
                try SystemError.write(text, to: STDOUT_FILENO)
            } catch {
                throw error.code == EPIPE ? ExitCode.inputOutput : OutputError(file: "standard output", status: .inputOutput, cause: error)
            }
            return
        }
        do throws(SystemError) {
            if file == nil { file = try UnfinishedFile(for: path) }
        } catch {
            throw OutputError(file: path, status: .cannotCreate, cause: error)
        }
        try failing { () throws(SystemError) in try file?.write(text) }
    }

    /// Gives the file its name, so that there is never half a file under it.
    ///
    /// Does nothing when nothing was written: a run without results leaves an earlier file as it is.
    /// - Throws: `OutputError` when the file cannot be completed.
    mutating func finish() throws {
        try failing { () throws(SystemError) in try file?.complete() }
        file = nil
    }

    private func failing(_ body: () throws(SystemError) -> Void) throws {
        do throws(SystemError) {
            try body()
        } catch {
            throw OutputError(file: path ?? "standard output", status: .inputOutput, cause: error)
        }
    }
}

/// Results that could not be written.
struct OutputError: Error, CustomStringConvertible {
    var file: String
    var status: ExitCode
    var cause: SystemError

    var description: String { "\(file): the results cannot be written: \(cause)." }
}
