import Foundation
import Motion
import MotionIngest
import SessionBatch
import Testing

@Suite struct BatchRecordingTests {
    /// A folder with empty files of these names.
    private func withFiles(_ names: [String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "week-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in names {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("x".utf8).write(to: url)
        }
        try body(folder.path())
    }

    @Test func recordingsComeInOrderOfPathWhateverTheOrderOfFolders() throws {
        try withFiles(["b/2.csv", "b/1.csv", "a/3.csv", "a/notes.md"]) { folder in
            let forth = try BatchRecording.all(in: ["a", "b"].map { BatchFolder(path: "\(folder)/\($0)") })
            let back = try BatchRecording.all(in: ["b", "a"].map { BatchFolder(path: "\(folder)/\($0)") })
            #expect(forth == back)
            #expect(forth.map(\.name) == ["a/3.csv", "b/1.csv", "b/2.csv"])
        }
    }

    @Test func aFolderWithinAnotherCountsOnce() throws {
        try withFiles(["a/1.csv", "2.csv"]) { folder in
            let found = try BatchRecording.all(in: [BatchFolder(path: folder), BatchFolder(path: "\(folder)/a"), BatchFolder(path: "\(folder)/./2.csv")])
            #expect(found.count == 2)
        }
    }

    @Test func whereItWasWornIsSaidOrElseNamed() throws {
        try withFiles(["left-shank.csv", "evening.csv"]) { folder in
            let said = try BatchRecording.all(in: [BatchFolder(path: folder, placement: .thigh, side: .right)])
            #expect(said.allSatisfy { $0.placement == .thigh && $0.side == .right && !$0.isPlaceFromName })
            let named = try BatchRecording.all(in: [BatchFolder(path: folder)])
            #expect(named.map(\.placement) == [nil, .shank])
            #expect(named.map(\.side) == [nil, .left])
            #expect(named.map(\.isPlaceFromName) == [false, true])
        }
    }

    /// "thigh" is said, "left" stands beside "shank": it is the side of something else.
    @Test func aSideNamedOfAnotherPlaceIsNotTaken() throws {
        try withFiles(["left-shank.csv"]) { folder in
            let found = try BatchRecording.all(in: [BatchFolder(path: folder, placement: .thigh)])
            #expect(found.map(\.side) == [nil])
        }
    }

    @Test func aFolderWithoutRecordingsIsAnError() throws {
        try withFiles(["notes.md"]) { folder in
            #expect(throws: IngestError.self) { try BatchRecording.all(in: [BatchFolder(path: folder)]) }
            #expect(throws: IngestError.self) { try BatchRecording.all(in: [BatchFolder(path: "\(folder)/none")]) }
        }
    }
}
