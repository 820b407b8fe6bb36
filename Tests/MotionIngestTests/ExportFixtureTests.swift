import Foundation
import Motion
import Testing

@testable import MotionIngest

/// Fixtures/export-formats: a set in the shape of every format, each read as what it imitates and in the right units.
@Suite struct ExportFixtureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/export-formats")

    struct Manifest: Decodable {
        struct Recording: Decodable, Sendable, CustomTestStringConvertible {
            var id: String
            var files: [String]
            var variant: String

            var testDescription: String { id }
        }
        var recordings: [Recording]
    }

    private static let recordings: [Manifest.Recording] = (try? JSONDecoder().decode(
        Manifest.self, from: Data(contentsOf: folder.appendingPathComponent("manifest.json"))))?.recordings ?? []

    /// Shapes that are not called like the format they belong to.
    private static let formats = [
        "sensor-logger-android": "sensor-logger", "phyphox-decimal-comma": "phyphox", "shimmer-consensys": "shimmer",
        "shimmer-capture": "shimmer", "axivity-ax3": "axivity", "axivity-ax6": "axivity", "bare-watch": "bare-rows",
        "bare-nanoseconds": "bare-rows", "spreadsheet-utf16": "named-columns",
    ]
    /// Shapes whose app writes no date anywhere.
    private static let withoutStart: Set = [
        "phyphox-decimal-comma", "physics-toolbox", "science-journal", "shimmer-capture", "razor", "bare-nanoseconds", "spreadsheet-utf16",
    ]

    @Test(arguments: recordings)
    func isReadAsWhatItImitates(recording: Manifest.Recording) throws {
        let reading = try read(paths: recording.files.map { Self.folder.appendingPathComponent($0).path })
        #expect(reading.facts.format == Self.formats[recording.variant] ?? recording.variant)
        #expect((reading.facts.startEpochSeconds == nil) == Self.withoutStart.contains(recording.variant))
        let quiet = try #require(Stillness.quietLength(reading.samples.map(\.acceleration)))
        #expect((9.3...10.3).contains(quiet))
        // Nobody turns a thigh faster than this, nor does a set of reps without turning it.
        let fastest = reading.samples.compactMap(\.angularRate).map { ($0 * $0).sum().squareRoot() }.max()
        if let fastest { #expect((0.5...12).contains(fastest)) }
        #expect(reading.facts.gaps.isEmpty)
        let told = Set(reading.facts.findings.map(\.kind)).subtracting(["mark", "sample-and-hold", "lost-samples"])
        #expect(told.isEmpty, "\(reading.facts.findings)")
    }

    @Test func everyFormatHasAFixture() {
        let imitated = Set(Self.recordings.map { Self.formats[$0.variant] ?? $0.variant })
        // Those two have datasets of their own.
        #expect(Set(FormatCatalog.all.map(\.name)).subtracting(imitated) == ["metawear", "canonical"])
    }
}
