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

    /// - Throws: `OutputError` when standard output or the file's folder cannot take it.
    mutating func write(_ text: String) throws {
        try failing(.cannotCreate) {
            if let path, file == nil { file = try UnfinishedFile(for: path) }
        }
        try failing(.inputOutput) { try (file?.handle ?? .standardOutput).write(contentsOf: Data(text.utf8)) }
    }

    /// Gives the file its name, so that there is never half a file under it.
    ///
    /// Does nothing when nothing was written: a run without results leaves an earlier file as it is.
    /// - Throws: `OutputError` when the file cannot be completed.
    mutating func finish() throws {
        try failing(.cannotCreate) { try file?.complete() }
        file = nil
    }

    private func failing(_ status: ExitCode, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace || (error as? POSIXError)?.code == .ENOSPC
            throw OutputError(file: path ?? "standard output", status: isFull ? .inputOutput : status, cause: error)
        }
    }
}

/// A file that is written beside its place, and removed again unless it is completed.
private final class UnfinishedFile {
    let handle: FileHandle
    private let path: String
    /// `nil` where there is nothing to rename: the path is a device or a pipe.
    private var temporary: String?

    init(for path: String) throws {
        self.path = path
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
        let place = isSpecial ? path : "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        let descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        temporary = isSpecial ? nil : place
    }

    func complete() throws {
        try handle.close()
        guard let temporary else { return }
        guard rename(temporary, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        self.temporary = nil
    }

    deinit {
        if let temporary { unlink(temporary) }
    }
}

/// Results that could not be written.
struct OutputError: Error, CustomStringConvertible {
    var file: String
    var status: ExitCode
    var cause: any Error

    var description: String { "\(file): the results cannot be written: \(reason)." }

    private var reason: String {
        switch (cause as? POSIXError)?.code {
        case .ENOENT, .ENOTDIR: return "there is no such folder"
        case .EACCES, .EPERM, .EROFS: return "permission denied"
        case .EISDIR: return "there is a folder of that name"
        case .ENOSPC: return "no space left"
        default: break
        }
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
