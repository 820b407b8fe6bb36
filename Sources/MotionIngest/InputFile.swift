#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file, or a file in a zip archive, read from front to back in chunks. One that grows is read to the end it had when it was
/// opened. Pipes and devices are refused before they are opened, so that none of them can make us wait.
final class InputFile {
    static let chunk = 64 << 10

    private enum Source {
        case descriptor(Int32)
        case archive(ZipEntryReader)
    }

    private let source: Source
    private let buffer: UnsafeMutableRawBufferPointer
    private let path: String
    /// Bytes of a plain file that are still to be read.
    private var remaining = Int.max

    init(path: String) throws(IngestError) {
        self.path = path
        if let status = Self.status(path) {
            try Self.refuseSpecial(path, status)
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { throw Self.unreadable(path) }
            source = .descriptor(descriptor)
            remaining = Int(status.st_size)
        } else if errno == ENOTDIR, let place = ArchivePlace(path) {
            source = .archive(try ZipEntryReader(place))
        } else {
            throw Self.unreadable(path)
        }
        buffer = .allocate(byteCount: Self.chunk, alignment: 16)
    }

    deinit {
        if case .descriptor(let descriptor) = source { close(descriptor) }
        buffer.deallocate()
    }

    /// The next bytes, valid until the next call; empty at the end of the file.
    func next() throws(IngestError) -> UnsafeRawBufferPointer {
        let count: Int
        switch source {
        case .descriptor(let descriptor): count = try read(descriptor)
        case .archive(let entry): count = try entry.read(into: buffer)
        }
        return UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }

    private func read(_ descriptor: Int32) throws(IngestError) -> Int {
        while true {
            #if canImport(Darwin)
            let count = Darwin.read(descriptor, buffer.baseAddress, min(remaining, buffer.count))
            #elseif canImport(Glibc)
            let count = Glibc.read(descriptor, buffer.baseAddress, min(remaining, buffer.count))
            #else
            let count = Musl.read(descriptor, buffer.baseAddress, min(remaining, buffer.count))
            #endif
            if count >= 0 {
                remaining -= count
                return count
            }
            guard errno == EINTR else { throw Self.unreadable(path) }
        }
    }

    // MARK: What stands at a path

    /// `other` is a pipe, a device or a socket.
    enum Entry { case missing, folder, archive, file, other }

    static func entry(_ path: String) -> Entry {
        guard let status = status(path) else {
            guard errno == ENOENT || errno == ENOTDIR else { return .other }
            guard errno == ENOTDIR, let place = ArchivePlace(path), let archive = try? ZipArchive(path: place.archive) else { return .missing }
            return archive.kind(of: place.inner)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return isZip(path) ? .archive : .file
        default: return .other
        }
    }

    /// Whether a file begins as a zip archive does.
    static func isZip(_ path: String) -> Bool {
        guard let status = status(path), status.st_mode & S_IFMT == S_IFREG else { return false }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var magic: UInt32 = 0
        guard pread(descriptor, &magic, 4, 0) == 4 else { return false }
        // The first entry's head, or the end of an archive without entries.
        return [0x504B_0304, 0x504B_0506].contains(UInt32(bigEndian: magic))
    }

    /// Size in bytes; 0 for what is not there.
    static func size(_ path: String) -> Int { status(path).map { Int($0.st_size) } ?? 0 }

    /// Identifies a file or folder, whatever path leads to it.
    struct Identity: Hashable {
        var device: UInt64
        var node: UInt64
    }

    static func identity(_ path: String) -> Identity? {
        status(path).map { Identity(device: UInt64(truncatingIfNeeded: $0.st_dev), node: UInt64(truncatingIfNeeded: $0.st_ino)) }
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func refuseSpecial(_ path: String, _ status: stat) throws(IngestError) {
        let what: String? =
            switch status.st_mode & S_IFMT {
            case S_IFREG: nil
            case S_IFDIR: "a folder"
            case S_IFIFO: "a pipe"
            case S_IFSOCK: "a socket"
            default: "a device"
            }
        if let what {
            throw IngestError(
                file: path, message: "this is \(what), not a file", remedy: "Give a file; save first what comes through a pipe or device")
        }
        guard status.st_size <= Limits.fileBytes else {
            throw IngestError(
                file: path, message: "this file is larger than \(Limits.text(Limits.fileBytes)), more than any recording takes",
                remedy: "Cut it into parts of some hours")
        }
    }

    static func unreadable(_ path: String) -> IngestError {
        let reason = String(cString: strerror(errno))
        let isMissing = errno == ENOENT || errno == ENOTDIR
        return IngestError(
            file: path, kind: .noInput,
            message: isMissing ? "there is no such file or folder" : "the file cannot be read (\(reason.lowercased()))",
            remedy: isMissing ? "Check the name and the folder you are in" : "Check that you may read it")
    }

    // MARK: Folders

    /// What lies in a folder or in (a folder of) an archive, sorted by name; hidden ones left out.
    static func contents(of folder: String) throws(IngestError) -> [FolderEntry] {
        if let archive = try archiveContents(of: folder) { return archive }
        return try plainNames(in: folder).map { name in
            let path = ExportFolder.join(folder, name)
            return FolderEntry(name: name, kind: entry(path), isEmpty: size(path) == 0)
        }
    }

    private static func archiveContents(of folder: String) throws(IngestError) -> [FolderEntry]? {
        if let status = status(folder), status.st_mode & S_IFMT == S_IFDIR { return nil }
        guard let place = ArchivePlace(folder) else { return nil }
        return try ZipArchive(path: place.archive).contents(of: place.inner)
    }

    /// The name in a folder that differs from `name` by upper and lower case at most; the first of several. This is asked for every
    /// recording, so that in a folder of thousands no name may cost more than a comparison.
    static func name(like name: String, in folder: String) throws(IngestError) -> String? {
        if let archive = try archiveContents(of: folder) { return archive.map(\.name).first { $0.lowercased() == name } }
        var found: [String] = []
        try forEachName(in: folder) { if strcasecmp($0, name) == 0 { found.append(String(cString: $0)) } }
        return found.min()
    }

    private static func plainNames(in folder: String) throws(IngestError) -> [String] {
        var names: [String] = []
        try forEachName(in: folder) { if $0.pointee != CChar(UInt8(ascii: ".")) { names.append(String(cString: $0)) } }
        return names.sorted()
    }

    private static func forEachName(in folder: String, _ body: (UnsafePointer<CChar>) -> Void) throws(IngestError) {
        guard let directory = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { body($0) }
            }
        }
    }
}

/// One name in a folder.
struct FolderEntry: Equatable {
    var name: String
    var kind: InputFile.Entry
    /// A file of 0 bytes.
    var isEmpty: Bool
}
