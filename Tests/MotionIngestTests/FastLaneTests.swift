import Foundation
import Motion
import Testing

@testable import MotionIngest

/// Nothing that comes out of a recording shows which way its rows were read.
@Suite struct FastLaneTests {
    /// All that comes out of reading.
    enum Outcome: Equatable {
        case read([MotionSample], RecordingFacts)
        case refused(IngestError)

        init(_ read: () throws -> Reading) throws {
            do {
                let reading = try read()
                self = .read(reading.samples, reading.facts)
            } catch let error as IngestError {
                self = .refused(error)
            }
        }
    }

    private static func outcome(_ bytes: [UInt8], _ reader: CSVReader, chunk: Int) throws -> Outcome {
        try Outcome { try read(bytes, options: IngestOptions(csvReader: reader), chunk: chunk) }
    }

    // MARK: Rows that take the lane, and rows that do not

    /// The numbers of a row of `time_s,ax,note,ay,az` and how many bytes it takes, or `nil` where libcsv is to read it.
    private func row(_ text: String, delimiter: UInt8 = UInt8(ascii: ","), mark: UInt8 = UInt8(ascii: ".")) -> (values: [Double], count: Int)? {
        var values = [Double](repeating: .nan, count: 4)
        let slots: [Int8] = [0, 1, -1, 2, 3]
        return values.withUnsafeMutableBufferPointer { values in
            slots.withUnsafeBufferPointer { slots in
                let lane = FastLane(slots: slots, values: values.baseAddress!, delimiter: delimiter, mark: mark)
                return Array(text.utf8).withUnsafeBufferPointer { bytes in
                    lane?.row(bytes.baseAddress!).map { (Array(values), $0 - bytes.baseAddress!) }
                }
            }
        }
    }

    @Test(arguments: [
        "0.5,-1,walk,9.75,1e-2\n", "0.5,-1,a b; c\u{0},9.75,0.01\n", "0.5,-1,,9.75,.01\n", "0.500,-1.,x,975E-2,0.01\r\n", "0.5,-1,x,9.75,0.01,\n",
        "0.5,-1,x,9.75,0.01,and,more,\r\n",
    ])
    func plainRowsAreReadToTheirEnd(text: String) throws {
        let found = try #require(row(text))
        #expect(found.values == [0.5, -1, 9.75, 0.01])
        #expect(found.count == text.utf8.count)
    }

    @Test(arguments: [
        "\n", "0.5,-1,walk,9.75\n", "0.5,-1,walk,9.75,\n", "0.5,-1,walk,9.75,NaN\n", "\"0.5\",-1,walk,9.75,0.01\n", "0.5,-1,\"a, b\",9.75,0.01\n",
        "0.5,-1,walk,9.75,0.01,\"more\n\"\n", "0.5,-1,5\" wide,9.75,0.01\n", " 0.5,-1,walk,9.75,0.01\n", "0.5,-1,walk,9.75,0.01\r0.6,\n",
        "0.5,-1\rwalk,9.75,0.01\n", "0.5,-1,walk,9.75,12a\n", "0.5;-1;walk;9.75;0.01\n", "0.5,-1,walk,9.75,0.01\r\r\n",
    ])
    func otherRowsAreLeftToLibcsv(text: String) {
        #expect(row(text) == nil)
    }

    @Test func readsADecimalComma() throws {
        let found = try #require(row("0,5;-1;walk, slowly;9,75;0,01\n", delimiter: UInt8(ascii: ";"), mark: UInt8(ascii: ",")))
        #expect(found.values == [0.5, -1, 9.75, 0.01])
    }

    @Test func aDelimiterThatMayStandInNumbersHasNoLane() {
        #expect(row("0.5e-1\n", delimiter: UInt8(ascii: "-")) == nil)
        #expect(row("0,5,-1,x,9,75,0,01\n", mark: UInt8(ascii: ",")) == nil)
    }

    // MARK: The same with and without it

    @Test(arguments: SampleStreamTests.troubled, [3, 64, 4096, .max])
    func troubledRowsComeOutTheSame(text: String, chunk: Int) throws {
        #expect(try Self.outcome(Array(text.utf8), .fast, chunk: chunk) == Self.outcome(Array(text.utf8), .libcsv, chunk: chunk))
    }

    /// Rows of all kinds, damaged in random places by what damages files: other ends of lines, quotes, spaces, letters, lost bytes.
    @Test(arguments: 0..<25)
    func damagedRowsComeOutTheSame(seed: Int) throws {
        var random = SplitMix64(state: UInt64(seed))
        let tables = [
            canonical(450), canonical(450).replacing(",", with: ";").replacing(".", with: ","),
            "time,note,ax,ay,az,more\n" + rows(450, from: 1_600_000_000) { "\(decimals($0, 9)),a b,\(cells($1, 17)),\n" },
            "ax\tay\taz\n" + rows(450) { "\($1.x)\t\($1.y * 1e-9)\t\($1.z)\r" },
        ]
        let damage = Array("\r\n\"\", ;\t.,eE+-0123456789NaN\0\u{FEFF}".utf8)
        for table in tables {
            var bytes = Array(table.utf8)
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                let at = Int.random(in: 30..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: at)
                case 1: bytes.insert(damage.randomElement(using: &random)!, at: at)
                case 2: bytes[at] = damage.randomElement(using: &random)!
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 80)], at: at)
                }
            }
            let chunk = Int.random(in: 1...30_000, using: &random)
            #expect(try Self.outcome(bytes, .fast, chunk: chunk) == Self.outcome(bytes, .libcsv, chunk: chunk), "\(seed)")
        }
    }

    @Test func aLongLineIsRefusedTheSame() throws {
        for length in [60_000, 65_535, 65_536, 65_537, 70_000, 80_000, 200_000] {
            let lines = canonical(900).split(separator: "\n").map(String.init)
            for long in [String(repeating: "1", count: length), "1,2,3,4,5,6,7," + String(repeating: "x,", count: length / 2)] {
                let bytes = Array((lines[..<600] + [long] + lines[600...]).joined(separator: "\n").utf8)
                #expect(try Self.outcome(bytes, .fast, chunk: 65_536) == Self.outcome(bytes, .libcsv, chunk: 65_536), "\(length)")
            }
        }
    }

    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures")

    private static func sameInAllFiles(under folder: URL) throws -> Int {
        var files = 0
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)! where file.pathExtension != "json" {
            guard case .file = InputFile.entry(file.path) else { continue }
            func outcome(_ reader: CSVReader) throws -> Outcome {
                try Outcome { try read(paths: [file.path], options: IngestOptions(csvReader: reader)) }
            }
            #expect(try outcome(.fast) == outcome(.libcsv), "\(file.path)")
            files += 1
        }
        return files
    }

    @Test(arguments: ["app-exports", "export-formats"])
    func everyFixtureComesOutTheSame(folder: String) throws {
        #expect(try Self.sameInAllFiles(under: Self.fixtures.appendingPathComponent(folder)) > 10)
    }

    @Test(.enabled(if: SharedRecordingsTests.hasFormats, "exports of real apps are not beside this project"))
    func everyExportOfAnAppComesOutTheSame() throws {
        #expect(try Self.sameInAllFiles(under: SharedRecordingsTests.shared.appendingPathComponent("formats")) > 100)
    }
}
