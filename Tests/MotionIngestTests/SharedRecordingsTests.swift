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

    enum Outcome: Sendable {
        case read(format: String, rateHz: ClosedRange<Double>, hasAngularRate: Bool)
        case refused(String)
    }

    static let exports: [(path: String, outcome: Outcome)] = [
        ("sensor-logger-ios", .read(format: "sensor-logger", rateHz: 100...101, hasAngularRate: true)),
        ("sensor-logger-ios-squats", .read(format: "sensor-logger", rateHz: 99...101, hasAngularRate: true)),
        ("sensor-logger-android", .read(format: "sensor-logger", rateHz: 49...51, hasAngularRate: true)),
        ("sensor-logger-ios/AccelerometerUncalibrated.csv", .read(format: "sensor-logger", rateHz: 100...101, hasAngularRate: false)),
        ("sensor-logger-ios/Orientation.csv", .refused("no acceleration columns")),
        ("sensor-logger-ios/Annotation.csv", .refused("0 bytes")),
        ("sensor-logger-apple-watch/Back0626WristMotion.csv", .read(format: "sensor-logger-watch", rateHz: 100...101, hasAngularRate: true)),
        ("sensor-logger-mangled/Longwalking-time-and-Timestamp.csv", .read(format: "named-columns", rateHz: 99...101, hasAngularRate: false)),
        ("sensor-logger-mangled/TotalAcceleration-excel-decimal-comma.csv", .read(format: "sensor-logger", rateHz: 99...101, hasAngularRate: false)),
        ("sensor-logger-mangled/TotalAcceleration-renamed-headers.csv", .read(format: "sensor-logger", rateHz: 103...105, hasAngularRate: false)),
        ("sensor-logger-mangled/other-app-Date-Timestamp-semicolon.csv", .read(format: "core-motion", rateHz: 19...21, hasAngularRate: false)),
        ("phyphox-comma", .read(format: "phyphox", rateHz: 49...51, hasAngularRate: true)),
        ("phyphox-semicolon", .read(format: "phyphox", rateHz: 100...101, hasAngularRate: true)),
        ("phyphox-edited", .read(format: "phyphox", rateHz: 100...102, hasAngularRate: true)),
        ("phyphox-tab/RawData.csv", .refused("gravity has been taken out")),
        ("phyphox-older-headers", .refused("2 recordings")),
        ("physics-toolbox/recording_INPUT_O.csv", .read(format: "physics-toolbox", rateHz: 95...105, hasAngularRate: true)),
        ("metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv", .read(format: "metawear", rateHz: 12.4...12.6, hasAngularRate: false)),
        ("axivity-omgui/ax3_testfile.csv", .read(format: "axivity", rateHz: 98...100, hasAngularRate: false)),
        ("axivity-omgui/ax3_testfile_unix_timestamps.csv", .read(format: "axivity", rateHz: 98...100, hasAngularRate: false)),
        ("axivity-omgui/ax6_testfile.csv", .read(format: "axivity", rateHz: 98...100, hasAngularRate: true)),
        // Two seconds of a device in free fall, or not yet calibrated: nothing in it shows 1 g.
        ("axivity-omgui/ax6_testfile_formatted_timestamps.csv", .refused("no three columns show gravity")),
        ("axivity-omgui/ukbiobank.csv", .refused("averaged over seconds")),
        ("actigraph-imu/example-IMU.csv", .read(format: "actigraph-imu", rateHz: 99...101, hasAngularRate: true)),
        ("actigraph-raw/exampleRAW.csv", .read(format: "actigraph-raw", rateHz: 89.9...90.1, hasAngularRate: false)),
        ("actigraph-counts/ActiGraph13.csv", .refused("epoch counts")),
        ("actigraph-counts/ActiGraph13_timestamps_headers.csv", .refused("epoch counts")),
        ("actigraph-counts/ActiGraph61.csv", .refused("epoch counts")),
        ("actigraph-counts/example1sec.csv", .refused("epoch counts")),
        ("android-headerless-ns/accelerometer.csv", .read(format: "bare-rows", rateHz: 198...200, hasAngularRate: false)),
        ("androsensor/Downstairs1.csv", .read(format: "androsensor", rateHz: 1.9...2.1, hasAngularRate: true)),
        ("androsensor/Sensor_record_20180731_172332_AndroSensor.csv", .read(format: "androsensor", rateHz: 1.9...2.1, hasAngularRate: true)),
        ("sensorlog/Apple Watch (redacted head).csv", .read(format: "sensorlog", rateHz: 99...100, hasAngularRate: true)),
        ("sensorlog/my_iOS_device (redacted head).csv", .read(format: "sensorlog", rateHz: 33...34, hasAngularRate: true)),
        ("shimmer-consensys/Accelerometre_Carre.csv", .read(format: "shimmer", rateHz: 99...101, hasAngularRate: true)),
        ("shimmer-consensys/CercleStylo_Session1_PAr146_1_Calibrated_SD.csv", .read(format: "shimmer", rateHz: 51...52, hasAngularRate: true)),
        ("shimmer-capture-4row-header/ShimmerData131213042016.csv", .read(format: "shimmer", rateHz: 51...52, hasAngularRate: true)),
        ("shimmer-capture-4row-header/ShimmerData131413042016.csv", .refused("s apart")),
        ("shimmer-capture-4row-header/ShimmerData133213042016.csv", .refused("the times jump about")),
        ("transcribed-excerpts/google-science-journal.csv", .read(format: "named-columns", rateHz: 14...17, hasAngularRate: false)),
        ("transcribed-excerpts/polar-sensor-logger-ACC.txt", .refused("only one row")),
        ("transcribed-excerpts/witmotion-tsv-as-quoted-in-code.txt", .refused("only one row")),
        ("transcribed-excerpts/spar-apple-watch-S10_E1_L-head.csv", .refused("no time")),
        ("xsens-dot/LF3_20241209_1137.csv", .refused("gravity has been taken out")),
        ("xsens-dot/Pelvis_20210820_202113_836.csv", .refused("gravity has been taken out")),
        ("witmotion-sd-binary/WIT18.TXT", .refused("binary file")),
        ("witmotion-sd-binary/example_data.TXT", .refused("binary file")),
        ("razor-9dof/imu0_13042016-131207.csv", .refused("the unit of acceleration is not told")),
        ("empatica-e4/ACC.csv", .refused("Empatica")),
    ]

    @Test(.enabled(if: hasFormats, "real exports are not beside this project"), arguments: exports)
    func everyExportIsReadOrRefusedWithAReason(path: String, outcome: Outcome) throws {
        let file = Self.shared.appendingPathComponent("formats/\(path)").path
        switch outcome {
        case .read(let format, let rateHz, let hasAngularRate):
            let reading = try read(paths: [file])
            #expect(reading.facts.format == format)
            #expect(rateHz.contains(reading.facts.rateHz ?? 0), "\(reading.facts.rateHz ?? 0) Hz")
            #expect(reading.facts.hasAngularRate == hasAngularRate)
        case .refused(let reason):
            let error = try #require(throws: IngestError.self) { try read(paths: [file]) }
            #expect(error.message.contains(reason), "\(error)")
        }
    }
}
