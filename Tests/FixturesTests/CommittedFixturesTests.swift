import Foundation
import Testing

@testable import fixtures

/// Fixtures/ as it is checked in.
@Suite struct CommittedFixturesTests {
    private let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private func files(below url: URL) throws -> [URL] {
        let found = try #require(
            FileManager.default.enumerator(at: url, includingPropertiesForKeys: [.isRegularFileKey, .fileSizeKey]))
        return try found.compactMap { $0 as? URL }.filter {
            try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        }
    }

    @Test func takesAtMost25Megabytes() throws {
        let total = try files(below: folder).reduce(0) {
            $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
        }
        #expect(total <= 25_000_000)
    }

    /// The shortest recordings of every dataset, made afresh, are byte for byte what is checked in.
    @Test func isWhatTheGeneratorWrites() throws {
        for dataset in Dataset.all(seed: FixturesCommand.committedSeed) {
            let home = folder.appendingPathComponent(dataset.name)
            let picked = dataset.scenarios.enumerated().filter { $0.offset % 7 == 1 }.map(\.element)
            for scenario in picked {
                for file in scenario.produce(seed: FixturesCommand.committedSeed).files {
                    let committed = try Data(contentsOf: home.appendingPathComponent("recordings/" + file.path))
                    #expect([UInt8](committed) == file.bytes, "\(file.path) differs: run `swift run fixtures`")
                }
            }
        }
    }

    @Test func manifestsNameExactlyTheFilesThatAreThere() throws {
        struct Manifest: Decodable {
            struct Entry: Decodable {
                var id: String
                var files: [String]
            }
            var recordings: [Entry]
        }
        for dataset in Dataset.all(seed: FixturesCommand.committedSeed) {
            let home = folder.appendingPathComponent(dataset.name).standardizedFileURL
            let manifest = try JSONDecoder().decode(
                Manifest.self, from: Data(contentsOf: home.appendingPathComponent("manifest.json")))
            #expect(manifest.recordings.map(\.id) == dataset.scenarios.map(\.id))
            let entries = manifest.recordings.flatMap(\.files)
            let prefix = home.path.count + 1
            let present = Set(
                try files(below: home).map { String($0.standardizedFileURL.path.dropFirst(prefix)) }
                    .filter { $0 != "manifest.json" })
            // An entry is a file, or the folder of an export with all that is in it.
            for entry in entries { #expect(present.contains(entry) || present.contains { $0.hasPrefix(entry + "/") }, "\(entry)") }
            for file in present { #expect(entries.contains { file == $0 || file.hasPrefix($0 + "/") }, "\(file)") }
        }
    }

    @Test func sameSeedSameBytesAnotherSeedOthers() throws {
        let scenario = try #require(Scenario.singleSets.first)
        let first = scenario.produce(seed: 1)
        let again = scenario.produce(seed: 1)
        let other = scenario.produce(seed: 2)
        #expect(first.files.map(\.bytes) == again.files.map(\.bytes))
        #expect(first.files.map(\.bytes) != other.files.map(\.bytes))
        let manifest = { (entry: Manifest.Entry) in
            try Manifest(name: "n", description: "d", recordings: [entry]).json()
        }
        #expect(try manifest(first.entry) == manifest(again.entry))
    }

    @Test func identifiersAreUnique() {
        for dataset in Dataset.all(seed: 1) {
            let names = dataset.scenarios.map(\.id)
            #expect(Set(names).count == names.count)
        }
    }
}
