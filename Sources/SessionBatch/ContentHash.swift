import CLibCrypto
import Foundation

/// SHA-256 (FIPS 180-4) of what a recording consists of, by OpenSSL: the hash decides whether results kept from an earlier run
/// still hold, so that it has to tell any two recordings apart.
public struct ContentHash: ~Copyable {
    private let context: OpaquePointer?

    public init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Adds a text and its length, so that two texts in a row never read as one.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            withUnsafeBytes(of: UInt64(utf8.count).littleEndian) { add($0) }
            add(UnsafeRawBufferPointer(utf8))
        }
    }

    /// The 64 hexadecimal digits of all that was added.
    public consuming func finished() -> String {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        EVP_DigestFinal_ex(context, &digest, &length)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.prefix(Int(length)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension ContentHash {
    /// Hash of a recording: the bytes of its files, whatever they are called, and wherever they lie.
    ///
    /// Names count where they say what a file is: in a pair of files and in a folder. So does the `Metadata.csv` beside a
    /// file, which tells how its values are meant.
    /// - Parameter paths: files, or the folder an app exported.
    /// - Returns: `nil` when something cannot be read.
    public static func of(_ paths: [String]) -> String? {
        var hash = ContentHash()
        for path in paths {
            let folder = (path as NSString).deletingLastPathComponent
            var beside = paths.count > 1 ? [(path as NSString).lastPathComponent.lowercased(): path] : ["": path]
            if paths.count == 1, let inside = files(inFolder: path) { beside = inside }
            for name in ["Metadata.csv", "metadata.csv"] where beside[""] != nil {
                let metadata = (folder as NSString).appendingPathComponent(name)
                if FileManager.default.fileExists(atPath: metadata) { beside[name.lowercased()] = metadata }
            }
            for (name, file) in beside.sorted(by: { $0.key < $1.key }) {
                hash.add(name)
                guard hash.addContents(of: file) else { return nil }
            }
        }
        return hash.finished()
    }

    /// Files below a folder by their names in it; `nil` when it is no folder.
    private static func files(inFolder folder: String) -> [String: String]? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let names = try? FileManager.default.subpathsOfDirectory(atPath: folder)
        else { return nil }
        var files: [String: String] = [:]
        for name in names {
            let path = (folder as NSString).appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue { files[name] = path }
        }
        return files
    }

    private mutating func addContents(of file: String) -> Bool {
        let descriptor = open(file, O_RDONLY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            while case let count = read(descriptor, buffer.baseAddress, buffer.count), count != 0 {
                if count < 0 {
                    guard errno == EINTR else { return false }
                    continue
                }
                add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
            return true
        }
    }
}
