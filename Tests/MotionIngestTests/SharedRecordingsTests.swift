import Foundation
import Motion
import Testing

@testable import MotionIngest

/// Recordings of real people and real exports, kept beside the project's folder and not in it. Without them these tests are skipped.
@Suite struct SharedRecordingsTests {
    static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared")
    static let hasData = FileManager.default.fileExists(atPath: shared.appendingPathComponent("data").path)
    static let hasFormats = FileManager.default.fileExists(atPath: shared.appendingPathComponent("formats").path)

    private struct Manifest: Decodable {
        struct Recording: Decodable {
            var id: String
            var files: [String]
        }
        var name: String
        var recordings: [Recording]
    }

    struct Expected: Sendable, CustomTestStringConvertible {
        var dataset: String
        var format: String
        var rateHz: ClosedRange<Double>
        var seconds: ClosedRange<Double>
        var hasAngularRate = true
        /// Median length of the acceleration in m/s2.
        var length = 8.5...11.9

        var testDescription: String { dataset }
    }

    static let datasets: [Expected] = [
        Expected(dataset: "apple-watch-squat", format: "sensor-logger-watch", rateHz: 99...101, seconds: 10...60),
        Expected(dataset: "daily-living", format: "canonical", rateHz: 24...106, seconds: 9...301),
        Expected(dataset: "gym-wrist-upper-body", format: "canonical", rateHz: 49...51, seconds: 40...130),
        Expected(dataset: "leg-extension", format: "canonical", rateHz: 24...26, seconds: 45...245),
        Expected(dataset: "metawear-barbell", format: "metawear", rateHz: 24...26, seconds: 5...80),
        Expected(dataset: "mixed-sessions", format: "canonical", rateHz: 9.9...10.1, seconds: 299...301),
        Expected(
            dataset: "squat-three-imus", format: "canonical", rateHz: 100...115, seconds: 15...65,
            // Some of its sensors carry an offset of half a g.
            length: 8.5...17),
        Expected(dataset: "static-poses", format: "canonical", rateHz: 103...105, seconds: 9...30),
        Expected(dataset: "thigh-bridge-clam", format: "axivity", rateHz: 95...105, seconds: 18...95, hasAngularRate: false),
        Expected(dataset: "thigh-single-reps", format: "canonical", rateHz: 49...51, seconds: 2...6),
        Expected(dataset: "watch-squat-lunge", format: "bare-rows", rateHz: 97...106, seconds: 8...150),
    ]

    @Test(.enabled(if: hasData, "recordings of real people are not beside this project"), arguments: datasets)
    func everyRecordingLoads(expected: Expected) throws {
        let folder = Self.shared.appendingPathComponent("data/\(expected.dataset)")
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: folder.appendingPathComponent("manifest.json")))
        for recording in manifest.recordings {
            let reading = try read(paths: recording.files.map { folder.appendingPathComponent($0).path })
            let facts = reading.facts
            #expect(facts.format == expected.format, "\(recording.id)")
            #expect(expected.rateHz.contains(facts.rateHz ?? 0), "\(recording.id): \(facts.rateHz ?? 0) Hz")
            #expect(expected.seconds.contains(facts.durationSeconds), "\(recording.id): \(facts.durationSeconds) s")
            #expect(facts.hasAngularRate == expected.hasAngularRate, "\(recording.id)")
            #expect(facts.samples == reading.samples.count, "\(recording.id)")
            let isIncreasing = zip(reading.samples.dropFirst(), reading.samples).allSatisfy { $0.timeSeconds > $1.timeSeconds }
            #expect(isIncreasing, "\(recording.id)")
            let lengths = reading.samples.map { ($0.acceleration * $0.acceleration).sum().squareRoot() }.sorted()
            #expect(expected.length.contains(lengths[lengths.count / 2]), "\(recording.id): \(lengths[lengths.count / 2]) m/s2")
        }
    }
}
