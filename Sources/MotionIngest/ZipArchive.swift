import CLibZip

/// Owns one zip archive opened by libzip, seen as a folder. Nothing is written to disk: entries are unpacked as they are read.
///
/// Names are checked before anything is unpacked. Hidden files and the resource forks that macOS adds (`__MACOSX`) are left out,
/// as hidden files of a folder are.
final class ZipArchive {
    struct Entry {
        /// Path in the archive: parts joined by `/`, none of them `.` or `..`.
        var path: String
        var index: UInt64
        /// Bytes, packed and as the archive claims it unpacks.
        var packedBytes: Int
        var bytes: Int
    }

    let path: String
    /// The files, in order of the archive.
    let entries: [Entry]
    private let handle: OpaquePointer

    /// - Throws: `IngestError` for an archive that is damaged, has too much in it, or has names that lead out of it.
    init(path: String) throws(IngestError) {
        self.path = path
        var code: Int32 = 0
        guard let handle = zip_open(path, Int32(ZIP_RDONLY), &code) else {
            throw ZipError(code: code, archive: path).ingestError
        }
        self.handle = handle
        do {
            entries = try Self.entries(handle, path)
        } catch {
            zip_discard(handle)
            throw error
        }
    }

    deinit { zip_discard(handle) }

    /// Opens an entry for `ZipEntryReader`, which closes it before the archive.
    func open(_ entry: Entry) throws(IngestError) -> OpaquePointer {
        guard let file = zip_fopen_index(handle, entry.index, 0) else {
            throw ZipError(code: zip_error_code_zip(zip_get_error(handle)), archive: path, entry: entry.path).ingestError
        }
        return file
    }

    /// What stands at a path in the archive; the empty path is the archive itself.
    func kind(of inner: String) -> InputFile.Entry {
        if inner.isEmpty || entries.contains(where: { $0.path.hasPrefix(inner + "/") }) { return .folder }
        return entries.contains { $0.path == inner } ? .file : .missing
    }

    /// What lies in a folder of the archive, sorted by name.
    func contents(of inner: String) -> [FolderEntry] {
        let prefix = inner.isEmpty ? "" : inner + "/"
        var found: [String: FolderEntry] = [:]
        for entry in entries where entry.path.hasPrefix(prefix) {
            let rest = entry.path.dropFirst(prefix.count)
            let name = String(rest.prefix { $0 != "/" })
            let isFile = name.count == rest.count
            found[name] = FolderEntry(name: name, kind: isFile ? .file : .folder, isEmpty: isFile && entry.bytes == 0)
        }
        return found.values.sorted { $0.name < $1.name }
    }

    // MARK: Names and sizes

    private static func entries(_ handle: OpaquePointer, _ path: String) throws(IngestError) -> [Entry] {
        let count = zip_get_num_entries(handle, 0)
        guard count <= Limits.archiveEntries else {
            throw IngestError(
                file: path, message: "this archive holds \(count) files, and at most \(Limits.archiveEntries) are read",
                remedy: "Unpack it and name the folder of one recording")
        }
        var entries: [Entry] = []
        var seen: Set<String> = []
        var unpacked = 0
        for index in 0..<UInt64(max(0, count)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else { continue }
            let text = String(cString: name)
            guard let parts = parts(of: text) else {
                throw IngestError(
                    file: path, message: "the archive holds a name that leads out of it (\(text.prefix(60)))",
                    remedy: "Do not trust it; export the recording again")
            }
            let isHidden = parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
            if isHidden || parts.isEmpty || text.hasSuffix("/") { continue }
            let entry = Entry(
                path: parts.joined(separator: "/"), index: index, packedBytes: Int(clamping: status.comp_size), bytes: Int(clamping: status.size))
            guard seen.insert(entry.path).inserted else {
                throw IngestError(
                    file: path, message: "the archive holds two files of the name \(entry.path.prefix(60))",
                    remedy: "Unpack it and name the file that is meant")
            }
            guard entry.bytes <= Limits.unpackedBytes(from: entry.packedBytes) else {
                throw tooLarge(archive: path, entry: entry.path, packedBytes: entry.packedBytes)
            }
            // No overflow: both factors have bounds.
            unpacked += entry.bytes
            entries.append(entry)
        }
        // Entries that share their packed bytes pass one by one.
        guard unpacked <= Limits.unpackedBytes(from: InputFile.size(path)) else {
            throw tooLarge(archive: path, entry: nil, packedBytes: InputFile.size(path))
        }
        return entries
    }

    static func tooLarge(archive: String, entry: String?, packedBytes: Int) -> IngestError {
        IngestError(
            file: entry.map { "\(archive)/\($0)" } ?? archive,
            message: "this unpacks to more than \(Limits.text(Limits.unpackedBytes(from: packedBytes))), far more than a recording packed in \(Limits.text(packedBytes)) can hold",
            remedy: "Do not trust it; export the recording again")
    }

    /// The parts of a name, or `nil` for one that leads out of the archive: absolute, with a drive, or through `..`. Some
    /// archives come with backslashes.
    private static func parts(of name: String) -> [String]? {
        let slashed = name.replacing("\\", with: "/")
        let parts = slashed.split(separator: "/").map(String.init)
        let hasDrive = parts.first.map { $0.count == 2 && $0.hasSuffix(":") } ?? false
        guard !slashed.hasPrefix("/"), !hasDrive, !parts.contains("..") else { return nil }
        return parts.filter { $0 != "." }
    }
}

/// Reads one entry of an archive of its own from front to back.
final class ZipEntryReader {
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let entry: ZipArchive.Entry
    private var unpackedBytes = 0

    init(_ place: ArchivePlace) throws(IngestError) {
        let archive = try ZipArchive(path: place.archive)
        guard let entry = archive.entries.first(where: { $0.path == place.inner }) else {
            throw IngestError(
                file: place.path, kind: .noInput, message: "there is no such file in the archive", remedy: "Check the name")
        }
        file = try archive.open(entry)
        self.archive = archive
        self.entry = entry
    }

    deinit { zip_fclose(file) }

    /// - Returns: bytes put into `buffer`; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        let count = Int(zip_fread(file, buffer.baseAddress!, zip_uint64_t(buffer.count)))
        guard count >= 0 else {
            throw ZipError(code: zip_error_code_zip(zip_file_get_error(file)), archive: archive.path, entry: entry.path).ingestError
        }
        unpackedBytes += count
        // The size an archive claims may be a lie.
        guard unpackedBytes <= Limits.unpackedBytes(from: entry.packedBytes) else {
            throw ZipArchive.tooLarge(archive: archive.path, entry: entry.path, packedBytes: entry.packedBytes)
        }
        return count
    }
}

/// A path that goes through an archive: `evening.zip/Accelerometer.csv`.
struct ArchivePlace {
    var path: String
    var archive: String
    /// Path in the archive; empty for the archive itself.
    var inner: String

    /// `nil` where no part of the path is a zip archive.
    init?(_ path: String) {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
            let archive = String(path[..<end])
            guard InputFile.isZip(archive) else { continue }
            self.path = path
            self.archive = archive
            inner = path[end...].split(separator: "/").joined(separator: "/")
            return
        }
        return nil
    }
}

/// What libzip says, in words that help.
private struct ZipError {
    var code: Int32
    var archive: String
    var entry: String?

    var ingestError: IngestError {
        let file = entry.map { "\(archive)/\($0)" } ?? archive
        switch code {
        case ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP:
            return IngestError(
                file: file, message: "this archive is protected by a password",
                remedy: "Unpack it with the password and name the folder it gives")
        case ZIP_ER_COMPNOTSUPP:
            return IngestError(
                file: file, message: "this is packed in a way that cannot be read here", remedy: "Unpack it and name the folder it gives")
        case ZIP_ER_MULTIDISK:
            return IngestError(
                file: file, message: "this is one part of an archive in several parts", remedy: "Unpack it and name the folder it gives")
        case ZIP_ER_OPEN, ZIP_ER_NOENT, ZIP_ER_READ, ZIP_ER_MEMORY:
            return IngestError(file: file, kind: .noInput, message: "the archive cannot be read (\(reason))", remedy: "Check that you may read it")
        default:
            return IngestError(
                file: file, message: "this zip archive is damaged or cut short (\(reason))", remedy: "Copy or export it again")
        }
    }

    private var reason: String {
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        return String(cString: zip_error_strerror(&error)).lowercased()
    }
}
