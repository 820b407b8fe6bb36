import Foundation
import SessionBatch
import Testing

@Suite struct ContentHashTests {
    /// FIPS 180-4, "abc" and the empty message.
    @Test(arguments: [
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func itIsSHA256(message: String, digest: String) {
        var hash = ContentHash()
        Array(message.utf8).withUnsafeBytes { hash.add($0) }
        #expect(hash.finished() == digest)
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func write(_ text: String, to url: URL) throws -> String {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path()
    }

    @Test func aFileThatWasMovedOrRenamedIsTheSame() throws {
        try inFolder { folder in
            let a = try write("1,2,3\n", to: folder.appending(path: "a.csv"))
            let b = try write("1,2,3\n", to: folder.appending(path: "elsewhere/b.csv"))
            let c = try write("1,2,4\n", to: folder.appending(path: "c.csv"))
            #expect(ContentHash.of([a]) == ContentHash.of([b]))
            #expect(ContentHash.of([a]) != ContentHash.of([c]))
        }
    }

    @Test func whichFileOfAPairIsWhichMatters() throws {
        try inFolder { folder in
            let one = try [write("1", to: folder.appending(path: "x/accelerometer.csv")), write("2", to: folder.appending(path: "x/gyroscope.csv"))]
            let two = try [write("2", to: folder.appending(path: "y/accelerometer.csv")), write("1", to: folder.appending(path: "y/gyroscope.csv"))]
            #expect(ContentHash.of(one) != ContentHash.of(two))
            #expect(ContentHash.of(one) == ContentHash.of(one.reversed()))
        }
    }

    @Test func everythingInAFolderMatters() throws {
        try inFolder { folder in
            for name in ["x", "y", "z"] { _ = try write("1", to: folder.appending(path: "\(name)/Accelerometer.csv")) }
            _ = try write("platform\nios\n", to: folder.appending(path: "z/Metadata.csv"))
            let hashes = ["x", "y", "z"].map { ContentHash.of([folder.appending(path: $0).path()]) }
            #expect(hashes[0] == hashes[1])
            #expect(hashes[0] != hashes[2])
        }
    }

    @Test func metadataBesideAFileMatters() throws {
        try inFolder { folder in
            let a = try write("1", to: folder.appending(path: "x/WristMotion.csv"))
            let b = try write("1", to: folder.appending(path: "y/WristMotion.csv"))
            _ = try write("platform\nios\n", to: folder.appending(path: "y/Metadata.csv"))
            #expect(ContentHash.of([a]) != ContentHash.of([b]))
        }
    }

    @Test func whatCannotBeReadHasNone() {
        #expect(ContentHash.of(["/no/such/file.csv"]) == nil)
    }
}
