import CLibZip
import Foundation

/// Makes zip archives for tests, deflated as real exports are.
enum ZipWriter {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        /// Protects the entry; `nil` for none.
        var password: String?

        init(_ name: String, _ text: String, password: String? = nil) {
            self.init(name, Array(text.utf8), password: password)
        }

        init(_ name: String, _ bytes: [UInt8], password: String? = nil) {
            self.name = name
            self.bytes = bytes
            self.password = password
        }
    }

    struct Failure: Error { var reason: String }

    static func write(_ entries: [Entry], to path: String) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failure(reason: "zip_open \(code)") }
        for entry in entries {
            // libzip reads the bytes when it closes, and frees them then.
            let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
            entry.bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
            guard let source = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 1) else { throw Failure(reason: entry.name) }
            let index = zip_file_add(archive, entry.name, source, 0)
            guard index >= 0 else { throw Failure(reason: entry.name) }
            if let password = entry.password {
                zip_file_set_encryption(archive, zip_uint64_t(index), UInt16(ZIP_EM_TRAD_PKWARE), password)
            }
        }
        guard zip_close(archive) == 0 else { throw Failure(reason: String(cString: zip_strerror(archive))) }
    }
}

/// Runs `body` with the path of an archive of these entries, in a folder that is removed afterwards.
func withArchive<Result>(_ entries: [ZipWriter.Entry], named name: String = "export.zip", _ body: (String) throws -> Result) throws -> Result {
    try withFolder([:]) { folder in
        let path = "\(folder)/\(name)"
        try ZipWriter.write(entries, to: path)
        return try body(path)
    }
}
