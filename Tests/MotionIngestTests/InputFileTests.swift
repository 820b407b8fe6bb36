import Foundation
import Testing

@testable import MotionIngest

/// What is no plain file is refused with its name instead of being waited for.
@Suite struct InputFileTests {
    private func refusal(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> IngestError {
        let error = try #require(throws: IngestError.self, sourceLocation: sourceLocation) { try read(paths: [path]) }
        #expect(error.file == path, sourceLocation: sourceLocation)
        return error
    }

    @Test func aPipeNobodyWritesToIsRefused() throws {
        try withFolder([:]) { folder in
            #expect(mkfifo("\(folder)/pipe.csv", 0o600) == 0)
            let error = try refusal("\(folder)/pipe.csv")
            #expect(error.message == "this is a pipe, not a file")
        }
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "/dev/tty"])
    func aDeviceIsRefused(path: String) throws {
        #expect(try refusal(path).message == "this is a device, not a file")
    }

    @Test func aSocketIsRefused() throws {
        try withFolder([:]) { folder in
            let path = "\(folder)/s.csv"
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            let bound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
            }
            try #require(bound == 0)
            let error = try refusal(path)
            #expect(error.message == "this is a socket, not a file")
        }
    }

    @Test func aLinkToItselfIsRefused() throws {
        try withFolder([:]) { folder in
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/a.csv", withDestinationPath: "\(folder)/b.csv")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/b.csv", withDestinationPath: "\(folder)/a.csv")
            let error = try refusal("\(folder)/a.csv")
            #expect(error.kind == .noInput && error.message.contains("symbolic links"))
        }
    }

    @Test func aLinkToARecordingIsTheRecording() throws {
        try withFolder(["a.csv": canonical()]) { folder in
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/link.csv", withDestinationPath: "a.csv")
            let reading = try read(paths: ["\(folder)/link.csv"])
            #expect(reading.samples.count == 200)
        }
    }

    /// Two links back to every folder: followed blindly, twenty levels would take a million visits.
    @Test func linksBackUpDoNotKeepTheFinderBusyAndDoubleNothing() throws {
        try withFolder(["a.csv": canonical()]) { folder in
            var deepest = folder
            for _ in 0..<20 {
                for link in ["up", "again"] {
                    try FileManager.default.createSymbolicLink(atPath: "\(deepest)/\(link)", withDestinationPath: folder)
                }
                deepest += "/d"
                try FileManager.default.createDirectory(atPath: deepest, withIntermediateDirectories: false)
            }
            let found = try RecordingFinder.recordings(under: folder)
            #expect(found == [["\(folder)/a.csv"]])
        }
    }

    @Test func specialFilesInAFolderAreNoRecordings() throws {
        try withFolder(["a.csv": canonical()]) { folder in
            #expect(mkfifo("\(folder)/b.csv", 0o600) == 0 && mkfifo("\(folder)/Accelerometer.csv", 0o600) == 0)
            let reading = try read(paths: [folder])
            #expect(reading.samples.count == 200)
        }
    }

    @Test(.disabled(if: geteuid() == 0, "root may read everything"))
    func whatMayNotBeReadIsSaid() throws {
        try withFolder(["in/a.csv": canonical()]) { folder in
            chmod("\(folder)/in/a.csv", 0)
            #expect(try refusal("\(folder)/in/a.csv").message.contains("permission denied"))
            chmod("\(folder)/in", 0)
            defer { chmod("\(folder)/in", 0o700) }
            #expect(try refusal("\(folder)/in").message.contains("permission denied"))
            // Of a folder above, it is a recording that fails.
            let found = try RecordingFinder.recordings(under: folder)
            #expect(found == [["\(folder)/in"]])
        }
    }

    @Test func aFileThatGrowsIsReadToTheEndItHad() throws {
        try withFolder(["a.csv": canonical()]) { folder in
            let file = try InputFile(path: "\(folder)/a.csv")
            let writer = try #require(FileHandle(forWritingAtPath: "\(folder)/a.csv"))
            try writer.seekToEnd()
            let size = canonical().utf8.count
            var count = 0
            // Each read finds a longer file than the one before.
            while case let bytes = try file.next(), !bytes.isEmpty {
                count += bytes.count
                try writer.write(contentsOf: Data(repeating: 10, count: 2 * InputFile.chunk))
            }
            #expect(count == size)
        }
    }

    @Test func aFileCutWhileItIsReadEndsThere() throws {
        try withFolder(["a.csv": canonical(5000)]) { folder in
            let file = try InputFile(path: "\(folder)/a.csv")
            _ = try file.next()
            #expect(truncate("\(folder)/a.csv", 10) == 0)
            let rest = try file.next()
            #expect(rest.isEmpty)
        }
    }
}
