import Foundation
import RepScoring
import Testing

/// Recordings of real people, kept beside the package where they are available.
private let sharedData = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

@Suite(.enabled(if: FileManager.default.fileExists(atPath: sharedData.path), "no ../shared/data beside the package"))
struct SharedDataTests {
    @Test func everyManifestIsReadAndItsFilesExist() throws {
        let datasets = try DatasetReader.read([sharedData.path])
        #expect(datasets.count >= 10)
        for recording in datasets.flatMap(\.recordings) {
            for file in recording.files { #expect(FileManager.default.fileExists(atPath: file), "\(file)") }
        }
    }
}
