import Foundation

/// A file of results that is written beside its place and takes its name when it is complete. Until then the name keeps what
/// it stood for, and nothing is left behind by a run that fails or is interrupted. Devices and pipes are written to directly.
final class UnfinishedFile {
    private let descriptor: Int32
    /// The file to be, symbolic links followed, so that a link stays one.
    private let place: String
    /// `nil` where there is nothing to rename.
    private var temporary: String?

    /// - Throws: `SystemError` when the file cannot be created.
    init(for path: String) throws(SystemError) {
        var status = stat()
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        guard !exists || kind != S_IFDIR else { throw SystemError(code: EISDIR) }
        guard !exists || kind == S_IFREG else {
            place = path
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw SystemError() }
            return
        }
        guard !exists || access(path, W_OK) == 0 else { throw SystemError() }
        place = exists ? URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false) : path
        let folder = (place as NSString).deletingLastPathComponent
        let name = ".\((place as NSString).lastPathComponent.prefix(60)).\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
        let temporary = folder.isEmpty ? name : "\(folder)/\(name)"
        Interruption.removing(temporary)
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            let error = SystemError()
            Interruption.removing(nil)
            throw error
        }
        self.temporary = temporary
        // Who could read the earlier file can read the new one.
        if exists { fchmod(descriptor, status.st_mode & 0o777) }
    }

    func write(_ text: String) throws(SystemError) { try SystemError.write(text, to: descriptor) }

    /// Gives the file its name once its bytes are on the disk.
    func complete() throws(SystemError) {
        guard let temporary else { return }
        guard fsync(descriptor) == 0, rename(temporary, place) == 0 else { throw SystemError() }
        self.temporary = nil
        Interruption.removing(nil)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let temporary {
            unlink(temporary)
            Interruption.removing(nil)
        }
    }
}

/// What the operating system says when it refuses.
struct SystemError: Error, CustomStringConvertible {
    var code = errno

    var description: String {
        switch code {
        case ENOENT, ENOTDIR: "there is no such folder"
        case EISDIR: "there is a folder of that name"
        case EACCES, EPERM: "permission denied"
        case ENOSPC, EDQUOT: "no space left"
        case EFBIG: "it would be larger than allowed"
        default: String(cString: strerror(code)).lowercased()
        }
    }

    /// Writes all of a text, however many calls it takes.
    static func write(_ text: String, to descriptor: Int32) throws(SystemError) {
        var text = text
        let code: Int32? = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                } else if errno == EAGAIN {
                    // Somebody made the pipe non-blocking: wait until it takes more.
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, -1)
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
        if let code { throw SystemError(code: code) }
    }
}
