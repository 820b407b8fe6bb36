import Foundation
import Testing

@testable import MotionIngest

/// An archive is the folder it packs.
@Suite struct ZipArchiveTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let exports = root.appending(path: "Fixtures/app-exports/recordings").path()

    /// A folder of Fixtures/ as entries below `prefix`.
    private func entries(of folder: String, below prefix: String, where matches: (String) -> Bool = { _ in true }) throws -> [ZipWriter.Entry] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter(matches).map {
            ZipWriter.Entry(prefix + $0, [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))))
        }
    }

    private func isSame(_ left: Reading, _ right: Reading) {
        #expect(left.samples == right.samples)
        #expect(left.facts.format == right.facts.format)
        #expect(left.facts.startEpochSeconds == right.facts.startEpochSeconds)
        #expect(left.facts.findings.map(\.kind) == right.facts.findings.map(\.kind))
    }

    // MARK: What is read

    @Test(arguments: ["", "2025-06-09_09-06-12/", "a/b/c/"])
    func aSensorLoggerArchiveIsItsFolder(prefix: String) throws {
        let folder = Self.exports + "/squat-dora-iphone"
        try withArchive(try entries(of: folder, below: prefix)) { isSame(try read(paths: [$0]), try read(paths: [folder])) }
    }

    @Test func aMetaWearPairInAnArchiveIsThePair() throws {
        let pair = try entries(of: Self.exports, below: "") { $0.hasPrefix("squat-anna-metawear") }
        let files = pair.map { "\(Self.exports)/\($0.name)" }
        try withArchive(pair) { isSame(try read(paths: [$0]), try read(paths: files)) }
    }

    @Test func aPhyphoxArchiveIsItsFolder() throws {
        let header = { (unit: String) in "\"Time (s)\",\"X (\(unit))\",\"Y (\(unit))\",\"Z (\(unit))\"\n" }
        let files = [
            "Accelerometer.csv": header("m/s^2") + rows(300) { "\($0),\(cells($1))" },
            "Gyroscope.csv": header("rad/s") + rows(300) { "\($0 + 0.001),\(cells($2))" },
            "meta/time.csv": "\"event\",\"experiment time\"\n\"START\",0\n",
        ]
        try withFolder(files) { folder in
            try withArchive(files.sorted { $0.key < $1.key }.map { ZipWriter.Entry($0.key, $0.value) }) {
                isSame(try read(paths: [$0]), try read(paths: [folder]))
            }
        }
    }

    @Test func whatTheFilesBesideItTellIsReadFromTheArchive() throws {
        let still = "time,seconds_elapsed,z,y,x\n" + (0..<200).map { "\(1_600_000_000_000_000_000 + $0 * 20_000_000),\(Double($0) / 50),0,0,9.80665\n" }.joined()
        let zero = still.replacing("9.80665", with: "0")
        func archive(_ platform: String) -> [ZipWriter.Entry] {
            [.init("Accelerometer.csv", zero), .init("Gravity.csv", still), .init("Metadata.csv", "device name,platform\nPhone,\(platform)\n")]
        }
        let android = try withArchive(archive("android")) { try read(paths: [$0]) }
        let iPhone = try withArchive(archive("ios")) { try read(paths: [$0]) }
        #expect(android.samples[0].acceleration.x > 9)
        #expect(iPhone.samples[0].acceleration.x < -9)
    }

    @Test(arguments: [("squat-emil-iphone-zip", "sensor-logger", 3), ("bridge-cleo-metawear-zip", "metawear", 2)])
    func aGeneratedArchiveIsRead(name: String, format: String, files: Int) throws {
        let reading = try read(paths: ["\(Self.exports)/\(name).zip"])
        #expect(reading.facts.format == format)
        #expect(reading.facts.files.count == files)
        #expect(reading.facts.hasAngularRate && reading.facts.durationSeconds > 10)
    }

    @Test func hiddenFilesAndResourceForksAreNotThere() throws {
        let entries: [ZipWriter.Entry] = [
            .init("day/squats.csv", canonical()), .init("__MACOSX/day/._squats.csv", "rubbish"), .init(".DS_Store", "rubbish"),
            .init("day/.hidden.csv", canonical()), .init("notes.md", "hello"), .init("empty/", ""),
        ]
        try withArchive(entries) { path in
            let found = try RecordingFinder.recordings(under: path)
            #expect(found == [["\(path)/day/squats.csv"]])
            let reading = try read(paths: [path])
            #expect(reading.samples.count == 200)
        }
    }

    @Test func ofSeveralRecordingsOneIsNamedByItsPathInTheArchive() throws {
        try withArchive([.init("monday/a.csv", canonical(200)), .init("tuesday/b.csv", canonical(300))]) { path in
            let error = try #require(throws: IngestError.self) { try read(paths: [path]) }
            #expect(error.message == "this archive holds 2 recordings")
            #expect(error.remedy.contains("\(path)/monday/a.csv"))
            let tuesday = try read(paths: ["\(path)/tuesday/b.csv"])
            let monday = try read(paths: ["\(path)/monday"])
            #expect(tuesday.samples.count == 300 && monday.samples.count == 200)
            let missing = try #require(throws: IngestError.self) { try read(paths: ["\(path)/friday/c.csv"]) }
            #expect(missing.kind == .noInput)
        }
    }

    @Test func archivesInAFolderAreFoundAndADamagedOneIsARecordingThatFails() throws {
        try withFolder(["a.csv": canonical(), "c.zip": "PK\u{3}\u{4} and nothing more"]) { folder in
            try ZipWriter.write([.init("inside.csv", canonical())], to: "\(folder)/b.zip")
            let found = try RecordingFinder.recordings(under: folder)
            #expect(found == [["\(folder)/a.csv"], ["\(folder)/b.zip/inside.csv"], ["\(folder)/c.zip"]])
        }
    }

    @Test func aNameOfAnotherEndingDoesNotHideAnArchive() throws {
        let reading = try withArchive([.init("a.csv", canonical())], named: "export.csv") { try read(paths: [$0]) }
        #expect(reading.samples.count == 200)
    }

    @Test func aLongEntryIsReadInPieces() throws {
        let text = canonical(20_000)
        let whole = try read(text)
        let packed = try withArchive([.init("a.csv", text)]) { try read(paths: [$0]) }
        #expect(packed.samples == whole.samples)
    }

    // MARK: What is refused

    private func refusal(_ entries: [ZipWriter.Entry], sourceLocation: SourceLocation = #_sourceLocation) throws -> IngestError {
        try withArchive(entries) { path in
            let error = try #require(throws: IngestError.self, sourceLocation: sourceLocation) { try read(paths: [path]) }
            #expect(error.file.hasPrefix(path), sourceLocation: sourceLocation)
            return error
        }
    }

    @Test func aPasswordIsSaid() throws {
        let error = try refusal([.init("a.csv", canonical(), password: "secret")])
        #expect(error.kind == .badData)
        #expect(error.message.contains("protected by a password") && error.remedy.contains("Unpack it with the password"))
    }

    @Test(arguments: ["../a.csv", "day/../../a.csv", "/etc/a.csv", "C:/a.csv", "C:\\a.csv", "..\\a.csv", "\\\\host\\a.csv"])
    func aNameThatLeadsOutIsRefused(name: String) throws {
        let error = try refusal([.init("good.csv", canonical()), .init(name, canonical())])
        #expect(error.message.contains("leads out of it (\(name))"))
    }

    @Test func backslashesPartNames() throws {
        let isFound = try withArchive([.init("day\\a.csv", canonical())]) { try RecordingFinder.recordings(under: $0) == [["\($0)/day/a.csv"]] }
        #expect(isFound)
    }

    @Test func whatUnpacksToFarTooMuchIsRefusedBeforeItIsRead() throws {
        let error = try refusal([.init("a.csv", [UInt8](repeating: 0, count: 64 << 20))])
        #expect(error.message.contains("unpacks to more than 16 MB"))
    }

    @Test func aSizeThatIsALieIsFoundOutWhileReading() throws {
        let zeros = canonical(10) + String(repeating: "0,0,0,0,0,0,0\n", count: 2_000_000)
        try withArchive([.init("a.csv", zeros)]) { path in
            // The uncompressed size, in the local header and in the central directory, becomes 1000.
            var bytes = try Data(contentsOf: URL(filePath: path))
            let claimed = withUnsafeBytes(of: UInt32(zeros.utf8.count).littleEndian) { Data($0) }
            let lie = withUnsafeBytes(of: UInt32(1000).littleEndian) { Data($0) }
            var found = 0
            while let range = bytes.range(of: claimed) {
                bytes.replaceSubrange(range, with: lie)
                found += 1
            }
            try #require(found >= 1)
            try bytes.write(to: URL(filePath: path))
            let error = try #require(throws: IngestError.self) { try read(paths: [path]) }
            #expect(error.message.contains("unpacks to more than") || error.message.contains("damaged"))
        }
    }

    @Test func tooManyFilesAreRefused() throws {
        let error = try refusal((0...Limits.archiveEntries).map { .init("\($0).csv", "") })
        #expect(error.message == "this archive holds 1025 files, and at most 1024 are read")
    }

    @Test func anArchiveWithoutRecordingsIsNoInput() throws {
        let error = try refusal([.init("notes.md", "hello")])
        #expect(error.kind == .noInput && error.message == "there is no recording in this archive")
    }

    @Test(arguments: [0.3, 0.6, 0.95])
    func anArchiveCutShortIsSaidToBeDamaged(share: Double) throws {
        try withArchive([.init("a.csv", canonical()), .init("b.csv", canonical())]) { path in
            let bytes = try Data(contentsOf: URL(filePath: path))
            try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(filePath: path))
            let error = try #require(throws: IngestError.self) { try read(paths: [path]) }
            #expect(error.message.contains("damaged or cut short"))
        }
    }

    @Test func damagedBytesAreFoundByTheirChecksum() throws {
        try withArchive([.init("a.csv", canonical(2000))]) { path in
            var bytes = try Data(contentsOf: URL(filePath: path))
            for index in 2000..<2010 { bytes[index] ^= 0x55 }
            try bytes.write(to: URL(filePath: path))
            let error = try #require(throws: IngestError.self) { try read(paths: [path]) }
            #expect(error.message.contains("damaged"))
        }
    }
}
