import Foundation
import Motion
import Testing

@testable import MotionIngest

/// Every file of the real exports that lie beside the project: how it is understood, or why it is refused. Without them this is skipped.
@Suite struct ExportTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var paths: [String]
        var outcome: Outcome

        init(_ paths: [String], _ outcome: Outcome) {
            self.paths = paths
            self.outcome = outcome
        }

        var testDescription: String { paths.joined(separator: " + ") }
    }

    enum Outcome: Sendable {
        /// Units as one number of the file has them: `-g` points the other way, `g/64` is a count.
        case read(String, hertz: Double, acceleration: String, rate: String? = nil, start: String? = nil)
        case refused(String)
    }

    private static let folder = SharedRecordingsTests.shared.appendingPathComponent("formats")

    /// Sensors that are shaken throughout: no row of theirs shows one g.
    private static let neverStill: Set = ["Back0626WatchAccelerometerUncalibrated.csv", "Sensor_record_20180803_212713_AndroSensor.csv"]

    @Test(.enabled(if: SharedRecordingsTests.hasFormats, "real exports are not beside this project"), arguments: table)
    func everyFileIsReadRightOrRefusedRightly(row: Row) throws {
        let paths = row.paths.map { Self.folder.appendingPathComponent($0).path }
        switch row.outcome {
        case .read(let format, let hertz, let acceleration, let rate, let start):
            let reading = try read(paths: paths)
            var units = try self.units(of: paths)
            // A label that physics overruled only once both files were there.
            if reading.finding("unit-doubt")?.message.hasSuffix("read as rad/s.") == true { units.rate = "rad/s" }
            let quiet = try #require(Stillness.quietLength(reading.samples.map(\.acceleration)))
            // Where a movement has no pause, its middle still is about one g.
            let lengths = reading.samples.map { ($0.acceleration * $0.acceleration).sum().squareRoot() }.sorted()
            let showsOneG = [quiet, lengths[lengths.count / 2]].contains { (8.5...11.5).contains($0) }
            print("\(row.testDescription) | \(reading.facts.format) | \(decimals(reading.facts.rateHz ?? 0, 2)) Hz | \(units.acceleration), "
                + "at rest \(decimals(quiet, 2)) m/s2 | \(units.rate ?? "no rate") | \(reading.facts.start ?? "no start")")
            #expect(reading.facts.format == format)
            #expect(try abs(#require(reading.facts.rateHz) - hertz) < 0.01 * hertz)
            #expect(units.acceleration == acceleration)
            #expect(units.rate == rate)
            #expect(reading.facts.hasAngularRate == (rate != nil))
            #expect(reading.facts.start == start)
            #expect(showsOneG != Self.neverStill.contains(where: row.paths[0].hasSuffix))
        case .refused(let reason):
            let error = try #require(throws: IngestError.self) { try read(paths: paths) }
            print("\(row.testDescription) | refused: \(error.message)")
            #expect(error.message.contains(reason), "\(error)")
        }
    }

    @Test(.enabled(if: SharedRecordingsTests.hasFormats, "real exports are not beside this project"))
    func theTableNamesEveryFile() throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path).filter {
            $0.contains("/") && !$0.hasSuffix("PROVENANCE.txt")
        }
        #expect(Set(files).subtracting(Self.table.flatMap(\.paths)) == [])
    }

    /// What one number in the acceleration columns, and one in the angular rate columns, stands for.
    private func units(of paths: [String]) throws -> (acceleration: String, rate: String?) {
        let files = try RecordingReader(paths: paths).files
        let layouts = try files.map { file in
            try FileSource(
                path: file, options: IngestOptions(),
                platform: ExportFolder.platform(beside: file, joiningGravity: files.contains { $0.hasSuffix("Gravity.csv") })
            ).layout()
        }
        let known: [(String, Double)] = [
            ("m/s2", 1), ("g", standardGravity), ("mg", standardGravity / 1000), ("g/64", standardGravity / 64), ("g/256", standardGravity / 256),
            ("rad/s", 1), ("deg/s", .pi / 180), ("deg/s/14.375", .pi / 180 / 14.375),
        ]
        func name(_ scale: Double, among names: ArraySlice<(String, Double)>) -> String {
            let unit = names.first { abs(abs(scale) / $0.1 - 1) < 1e-9 }?.0 ?? "\(scale)"
            return (scale < 0 ? "-" : "") + unit
        }
        let acceleration = try #require(layouts.first { $0.primary != .angularRate })
        let rate = layouts.first { $0.primary == .angularRate }?.primaryScale ?? layouts.compactMap(\.angularRateScale).first
        return (name(acceleration.primaryScale, among: known[..<5]), rate.map { name($0, among: known[5...]) })
    }

    static let table: [Row] = [
        Row(["actigraph-counts/ActiGraph13.csv"], .refused("epoch counts")),
        Row(["actigraph-counts/ActiGraph13_timestamps_headers.csv"], .refused("epoch counts")),
        Row(["actigraph-counts/ActiGraph61.csv"], .refused("epoch counts")),
        Row(["actigraph-counts/example1sec.csv"], .refused("epoch counts")),
        Row(
            ["actigraph-imu/example-IMU.csv"],
            .read("actigraph-imu", hertz: 100.00, acceleration: "g", rate: "deg/s", start: "2019-02-14T08:58:00.000Z")),
        Row(["actigraph-raw/exampleRAW.csv"], .read("actigraph-raw", hertz: 90.00, acceleration: "g", start: "2019-02-14T08:58:00.000Z")),
        Row(["android-headerless-ns/accelerometer.csv"], .read("bare-rows", hertz: 198.59, acceleration: "m/s2")),
        Row(
            ["androsensor/Downstairs1.csv"],
            .read("androsensor", hertz: 2.00, acceleration: "m/s2", rate: "rad/s", start: "2022-10-22T18:36:24.895Z")),
        Row(
            ["androsensor/Sensor_record_20180731_172332_AndroSensor.csv"],
            .read("androsensor", hertz: 2.00, acceleration: "m/s2", rate: "rad/s", start: "2018-07-31T17:23:18.715Z")),
        Row(
            ["androsensor/Sensor_record_20180731_174851_AndroSensor.csv"],
            .read("androsensor", hertz: 2.00, acceleration: "m/s2", rate: "rad/s", start: "2018-07-31T17:48:40.358Z")),
        Row(
            ["androsensor/Sensor_record_20180803_212713_AndroSensor.csv"],
            .read("androsensor", hertz: 2.00, acceleration: "m/s2", rate: "rad/s", start: "2018-08-03T20:47:12.853Z")),
        Row(["axivity-omgui/ax3_testfile.csv"], .read("axivity", hertz: 98.89, acceleration: "g", start: "2019-02-26T10:55:06.000Z")),
        Row(
            ["axivity-omgui/ax3_testfile_unix_timestamps.csv"],
            .read("axivity", hertz: 99.17, acceleration: "g", start: "2019-02-26T10:55:06.000Z")),
        Row(
            ["axivity-omgui/ax6_testfile.csv"],
            .read("axivity", hertz: 99.06, acceleration: "g", rate: "deg/s", start: "2019-12-23T21:04:06.690Z")),
        Row(["axivity-omgui/ax6_testfile_formatted_timestamps.csv"], .refused("no three columns show gravity")),
        Row(["axivity-omgui/ukbiobank.csv"], .refused("averaged over seconds")),
        Row(["empatica-e4/ACC.csv"], .read("empatica", hertz: 32.00, acceleration: "g/64", start: "2022-01-18T02:11:12.000Z")),
        Row(
            ["metawear/A-bench-heavy2-rpe8_MetaWear_2019-01-11T16.10.08.270_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-11T15:10:08.431Z")),
        Row(
            ["metawear/A-bench-heavy2-rpe8_MetaWear_2019-01-11T16.10.08.270_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/A-dead-medium1-rpe6_MetaWear_2019-01-11T17.24.24.832_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-11T16:24:24.873Z")),
        Row(
            ["metawear/A-dead-medium1-rpe6_MetaWear_2019-01-11T17.24.24.832_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/A-ohp-heavy1-rpe8_MetaWear_2019-01-11T16.38.54.580_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-11T15:38:55.055Z")),
        Row(
            ["metawear/A-ohp-heavy1-rpe8_MetaWear_2019-01-11T16.38.54.580_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-18T17:22:26.029Z")),
        Row(
            ["metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Accelerometer_12.500Hz_1.4.41.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-19T17:22:26.030Z")),
        Row(
            ["metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Gyroscope_25.000Hz_1.4.41.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/A-squat-medium1-rpe7_MetaWear_2019-01-11T17.05.44.498_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-11T16:05:44.630Z")),
        Row(
            ["metawear/A-squat-medium1-rpe7_MetaWear_2019-01-11T17.05.44.498_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-14T14:05:37.530Z")),
        Row(
            ["metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Accelerometer_12.500Hz_1.4.41.csv"],
            .read("metawear", hertz: 12.50, acceleration: "g", start: "2019-01-15T14:05:37.531Z")),
        Row(
            ["metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv"],
            .refused("angular rate only")),
        Row(
            ["metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Gyroscope_25.000Hz_1.4.41.csv"],
            .refused("angular rate only")),
        Row(["phyphox-comma/Accelerometer.csv"], .read("phyphox", hertz: 49.73, acceleration: "m/s2")),
        Row(["phyphox-comma/Accelerometer_2.csv"], .read("phyphox", hertz: 49.72, acceleration: "m/s2")),
        Row(["phyphox-comma/Gyroscope.csv"], .refused("angular rate only")),
        Row(["phyphox-comma/Gyroscope_2.csv"], .refused("angular rate only")),
        Row(["phyphox-edited/Accelerometer.csv"], .read("phyphox", hertz: 101.14, acceleration: "m/s2")),
        Row(["phyphox-edited/Gyroscope.csv"], .refused("angular rate only")),
        Row(["phyphox-edited/Linear Acceleration.csv"], .refused("gravity has been taken out")),
        Row(["phyphox-edited/ml4qs-Accelerometer-3-significant-digits.csv"], .read("named-columns", hertz: 3.63, acceleration: "m/s2")),
        Row(["phyphox-edited/ml4qs-Gyroscope-3-significant-digits.csv"], .refused("angular rate only")),
        Row(["phyphox-older-headers/phybox_data-Accelerometer.csv"], .read("phyphox", hertz: 406.06, acceleration: "m/s2")),
        Row(["phyphox-older-headers/phybox_data-Gyroscope.csv"], .refused("angular rate only")),
        Row(["phyphox-older-headers/phybox_data_2-Accelerometer.csv"], .read("phyphox", hertz: 19.34, acceleration: "m/s2")),
        Row(["phyphox-older-headers/phybox_data_2-Gyroscope.csv"], .refused("angular rate only")),
        Row(
            ["phyphox-semicolon/Accelerometer.csv"],
            .read("phyphox", hertz: 100.78, acceleration: "m/s2", start: "2025-06-20T01:36:15.136Z")),
        Row(["phyphox-semicolon/Gyroscope.csv"], .refused("angular rate only")),
        Row(["phyphox-semicolon/Linear Accelerometer.csv"], .refused("gravity has been taken out")),
        Row(["phyphox-semicolon/device.csv"], .refused("not a table of numbers")),
        Row(["phyphox-semicolon/time.csv"], .refused("no acceleration columns")),
        Row(["phyphox-tab/RawData.csv"], .refused("gravity has been taken out")),
        Row(["phyphox-tab/time.csv"], .refused("no acceleration columns")),
        Row(["physics-toolbox/recording_INPUT_N.csv"], .read("physics-toolbox", hertz: 99.58, acceleration: "g", rate: "rad/s")),
        Row(["physics-toolbox/recording_INPUT_O.csv"], .read("physics-toolbox", hertz: 100.73, acceleration: "g", rate: "rad/s")),
        Row(["physics-toolbox/recording_INPUT_X.csv"], .read("physics-toolbox", hertz: 35.25, acceleration: "g", rate: "rad/s")),
        Row(["razor-9dof/imu0_13042016-131207.csv"], .read("razor", hertz: 48.51, acceleration: "g/256", rate: "deg/s/14.375")),
        Row(["razor-9dof/imu0_13042016-131306.csv"], .read("razor", hertz: 48.51, acceleration: "g/256", rate: "deg/s/14.375")),
        Row(["sensor-logger-android/Accelerometer.csv"], .refused("gravity has been taken out")),
        Row(["sensor-logger-android/AccelerometerUncalibrated.csv"], .refused("0 bytes")),
        Row(["sensor-logger-android/Annotation.csv"], .refused("0 bytes")),
        Row(["sensor-logger-android/Gravity.csv"], .refused("direction of gravity only")),
        Row(["sensor-logger-android/Gyroscope.csv"], .refused("angular rate only")),
        Row(["sensor-logger-android/GyroscopeUncalibrated.csv"], .refused("angular rate only")),
        Row(["sensor-logger-android/Metadata.csv"], .refused("not a table of numbers")),
        Row(
            ["sensor-logger-android/TotalAcceleration.csv"],
            .read("sensor-logger", hertz: 49.36, acceleration: "m/s2", start: "2023-03-17T15:50:47.376Z")),
        Row(
            ["sensor-logger-apple-watch/Back0626WatchAccelerometerUncalibrated.csv"],
            .read("sensor-logger", hertz: 100.81, acceleration: "-g", start: "2026-06-26T12:36:13.803Z")),
        Row(
            ["sensor-logger-apple-watch/Back0626WristMotion.csv"],
            .read("sensor-logger-watch", hertz: 100.81, acceleration: "-g", rate: "rad/s", start: "2026-06-26T12:36:13.957Z")),
        Row(["sensor-logger-ios-squats/Accelerometer.csv"], .refused("gravity has been taken out")),
        Row(["sensor-logger-ios-squats/Gravity.csv"], .refused("direction of gravity only")),
        Row(["sensor-logger-ios-squats/Gyroscope.csv"], .refused("angular rate only")),
        Row(["sensor-logger-ios/Accelerometer.csv"], .refused("gravity has been taken out")),
        Row(
            ["sensor-logger-ios/AccelerometerUncalibrated.csv"],
            .read("sensor-logger", hertz: 100.43, acceleration: "-g", start: "2022-09-16T11:15:47.249Z")),
        Row(["sensor-logger-ios/Annotation.csv"], .refused("0 bytes")),
        Row(["sensor-logger-ios/Gravity.csv"], .refused("direction of gravity only")),
        Row(["sensor-logger-ios/Gyroscope.csv"], .refused("angular rate only")),
        Row(["sensor-logger-ios/Metadata-iphone12.csv"], .refused("not a table of numbers")),
        Row(["sensor-logger-ios/Metadata.csv"], .refused("not a table of numbers")),
        Row(["sensor-logger-ios/Orientation.csv"], .refused("no acceleration columns")),
        Row(
            ["sensor-logger-mangled/Longwalking-time-and-Timestamp.csv"],
            .read("named-columns", hertz: 99.79, acceleration: "m/s2", start: "2024-10-18T11:13:12.163Z")),
        Row(
            ["sensor-logger-mangled/TotalAcceleration-excel-decimal-comma.csv"],
            .read("sensor-logger", hertz: 100.00, acceleration: "m/s2", start: "2023-11-30T16:47:42.701Z")),
        Row(
            ["sensor-logger-mangled/TotalAcceleration-renamed-headers.csv"],
            .read("sensor-logger", hertz: 104.29, acceleration: "m/s2", start: "2024-10-18T14:09:34.556Z")),
        Row(
            ["sensor-logger-mangled/other-app-Date-Timestamp-semicolon.csv"],
            .read("core-motion", hertz: 20.05, acceleration: "-g", start: "2024-10-17T11:57:32.870Z")),
        Row(
            ["sensorlog/Apple Watch (redacted head).csv"],
            .read("sensorlog", hertz: 99.27, acceleration: "-g", rate: "rad/s", start: "2026-05-05T14:37:36.734Z")),
        Row(
            ["sensorlog/my_iOS_device (redacted head).csv"],
            .read("sensorlog", hertz: 33.33, acceleration: "-g", rate: "rad/s", start: "2026-05-26T12:17:24.702Z")),
        Row(
            ["shimmer-capture-4row-header/ShimmerData131213042016.csv"],
            .read("shimmer", hertz: 51.20, acceleration: "m/s2", rate: "deg/s")),
        Row(["shimmer-capture-4row-header/ShimmerData131413042016.csv"], .refused("s apart")),
        Row(["shimmer-capture-4row-header/ShimmerData133213042016.csv"], .refused("the times jump about")),
        Row(
            ["shimmer-consensys/Accelerometre_Carre.csv"],
            .read("shimmer", hertz: 99.78, acceleration: "m/s2", rate: "deg/s", start: "2017-12-05T16:23:32.841Z")),
        Row(
            ["shimmer-consensys/CercleStylo_Session1_PAr146_1_Calibrated_SD.csv"],
            .read("shimmer", hertz: 51.20, acceleration: "m/s2", rate: "deg/s", start: "2017-11-14T17:07:24.254Z")),
        Row(["transcribed-excerpts/google-science-journal.csv"], .read("science-journal", hertz: 15.78, acceleration: "m/s2")),
        Row(["transcribed-excerpts/polar-sensor-logger-ACC.txt"], .refused("only one row")),
        Row(["transcribed-excerpts/spar-apple-watch-S10_E1_L-head.csv"], .refused("carry no time")),
        Row(["transcribed-excerpts/witmotion-tsv-as-quoted-in-code.txt"], .refused("only one row")),
        Row(["witmotion-sd-binary/WIT18.TXT"], .refused("binary file")),
        Row(["witmotion-sd-binary/example_data.TXT"], .refused("binary file")),
        Row(
            ["xsens-dot/LF3_20241209_1137.csv"],
            .read("xsens-dot", hertz: 48.26, acceleration: "m/s2", start: "2024-12-09T10:37:39.631Z")),
        Row(
            ["xsens-dot/LFemur_20210820_202113_831.csv"],
            .read("xsens-dot", hertz: 33.16, acceleration: "m/s2", start: "2021-08-20T12:21:13.829Z")),
        Row(
            ["xsens-dot/Pelvis_20210820_202113_836.csv"],
            .read("xsens-dot", hertz: 60, acceleration: "m/s2", start: "2021-08-20T12:21:13.835Z")),
        Row(
            ["xsens-dot/RF2_20241209_1045.csv"],
            .read("xsens-dot", hertz: 60, acceleration: "m/s2", start: "2024-12-09T09:45:39.135Z")),
        Row(
            [
                "metawear/A-bench-heavy2-rpe8_MetaWear_2019-01-11T16.10.08.270_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/A-bench-heavy2-rpe8_MetaWear_2019-01-11T16.10.08.270_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-11T15:10:08.431Z")),
        Row(
            [
                "metawear/A-dead-medium1-rpe6_MetaWear_2019-01-11T17.24.24.832_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/A-dead-medium1-rpe6_MetaWear_2019-01-11T17.24.24.832_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-11T16:24:24.906Z")),
        Row(
            [
                "metawear/A-ohp-heavy1-rpe8_MetaWear_2019-01-11T16.38.54.580_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/A-ohp-heavy1-rpe8_MetaWear_2019-01-11T16.38.54.580_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-11T15:38:55.088Z")),
        Row(
            [
                "metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-18T17:22:26.035Z")),
        Row(
            [
                "metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Accelerometer_12.500Hz_1.4.41.csv",
                "metawear/A-rest-sitting_MetaWear_2019-01-18T18.22.25.565_C42732BE255C_Gyroscope_25.000Hz_1.4.41.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-19T17:22:26.036Z")),
        Row(
            [
                "metawear/A-squat-medium1-rpe7_MetaWear_2019-01-11T17.05.44.498_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/A-squat-medium1-rpe7_MetaWear_2019-01-11T17.05.44.498_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-11T16:05:44.634Z")),
        Row(
            [
                "metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-14T14:05:37.567Z")),
        Row(
            [
                "metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Accelerometer_12.500Hz_1.4.41.csv",
                "metawear/C-row-heavy_MetaWear_2019-01-14T15.05.36.986_C42732BE255C_Gyroscope_25.000Hz_1.4.41.csv",
            ],
            .read("metawear", hertz: 25.00, acceleration: "g", rate: "deg/s", start: "2019-01-15T14:05:37.568Z")),
        Row(
            ["sensor-logger-ios"],
            .read("sensor-logger", hertz: 100.43, acceleration: "-m/s2", rate: "rad/s", start: "2022-09-16T11:15:47.269Z")),
        Row(
            ["sensor-logger-ios-squats"],
            .read("sensor-logger", hertz: 99.78, acceleration: "-m/s2", rate: "rad/s", start: "2022-11-04T17:06:11.397Z")),
        Row(
            ["sensor-logger-android"],
            .read("sensor-logger", hertz: 49.36, acceleration: "m/s2", rate: "rad/s", start: "2023-03-17T15:50:47.616Z")),
        Row(["sensor-logger-apple-watch"], .refused("2 recordings")),
        Row(["phyphox-comma"], .read("phyphox", hertz: 49.73, acceleration: "m/s2", rate: "rad/s")),
        Row(
            ["phyphox-semicolon"],
            .read("phyphox", hertz: 100.78, acceleration: "m/s2", rate: "rad/s", start: "2025-06-20T01:36:15.146Z")),
        Row(["phyphox-edited"], .read("phyphox", hertz: 101.14, acceleration: "m/s2", rate: "rad/s")),
        Row(
            ["phyphox-older-headers/phybox_data-Accelerometer.csv", "phyphox-older-headers/phybox_data-Gyroscope.csv"],
            .read("phyphox", hertz: 406.06, acceleration: "m/s2", rate: "rad/s")),
        Row(
            ["phyphox-older-headers/phybox_data_2-Accelerometer.csv", "phyphox-older-headers/phybox_data_2-Gyroscope.csv"],
            .read("phyphox", hertz: 19.34, acceleration: "m/s2", rate: "rad/s")),
        Row(
            ["phyphox-comma/Accelerometer_2.csv", "phyphox-comma/Gyroscope_2.csv"],
            .read("phyphox", hertz: 49.72, acceleration: "m/s2", rate: "rad/s")),
        Row(
            [
                "phyphox-edited/ml4qs-Accelerometer-3-significant-digits.csv",
                "phyphox-edited/ml4qs-Gyroscope-3-significant-digits.csv",
            ],
            .read("named-columns", hertz: 4.00, acceleration: "m/s2", rate: "rad/s")),
        Row(
            [
                "metawear/A-bench-heavy2-rpe8_MetaWear_2019-01-11T16.10.08.270_C42732BE255C_Accelerometer_12.500Hz_1.4.4.csv",
                "metawear/A-dead-medium1-rpe6_MetaWear_2019-01-11T17.24.24.832_C42732BE255C_Gyroscope_25.000Hz_1.4.4.csv",
            ],
            .refused("overlap in time")),
    ]
}
