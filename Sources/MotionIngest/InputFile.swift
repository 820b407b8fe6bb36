#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file read from front to back in chunks.
struct InputFile: ~Copyable {
    static let chunk = 64 << 10

    private let descriptor: Int32
    private let buffer: UnsafeMutableRawBufferPointer
    private let path: String

    init(path: String) throws(IngestError) {
        descriptor = open(path, O_RDONLY)
        self.path = path
        buffer = .allocate(byteCount: Self.chunk, alignment: 16)
        guard descriptor >= 0 else { throw Self.unreadable(path) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        buffer.deallocate()
    }

    /// The next bytes, valid until the next call; empty at the end of the file.
    func next() throws(IngestError) -> UnsafeRawBufferPointer {
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return UnsafeRawBufferPointer(rebasing: buffer[..<count]) }
            guard errno == EINTR else { throw Self.unreadable(path) }
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

    enum Entry { case missing, folder, file }

    static func entry(_ path: String) -> Entry {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// Names in a folder, sorted; hidden ones left out.
    static func names(in folder: String) throws(IngestError) -> [String] {
        guard let directory = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
