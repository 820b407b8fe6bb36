import Motion
import Testing

@testable import MotionIngest

/// One small text per format, in the shape the app or device writes it.
@Suite struct FormatCatalogTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var format: String
        var name: String
        var text: String
        var hasAngularRate = true
        var start: Double?
        var accuracy = 0.02

        var testDescription: String { "\(format), \(name)" }
    }

    private static let g = standardGravity
    private static let degrees = 180 / Double.pi
    private static let epoch = 1_600_000_000.0

    /// Epoch nanoseconds without rounding through a double.
    private static func nanoseconds(_ time: Double) -> String { "\(1_600_000_000_000_000_000 + Int((time * 1e9).rounded()))" }
    private static func milliseconds(_ time: Double) -> String { "\(1_600_000_000_000 + Int((time * 1e3).rounded()))" }
    private static func zyx(_ vector: SIMD3<Double>, _ places: Int = 9) -> String { cells(SIMD3(vector.z, vector.y, vector.x), places) }

    static let samples: [Sample] = [
        Sample(
            format: "sensor-logger-watch", name: "WristMotion.csv",
            text: "time,seconds_elapsed,rotationRateX,rotationRateY,rotationRateZ,gravityX,gravityY,gravityZ,accelerationX,accelerationY,accelerationZ,quaternionW\n"
                + rows(200) { time, acceleration, rate in
                    // CoreMotion: gravity and user acceleration add up to minus the specific force, in g.
                    let total = -1 * acceleration / g
                    let user = SIMD3(0.1, -0.05, 0.02)
                    return "\(nanoseconds(time)),\(time + 0.1),\(cells(rate)),\(cells(total - user)),\(cells(user)),1"
                },
            start: epoch),
        Sample(
            format: "sensor-logger", name: "TotalAcceleration.csv",
            text: "time,seconds_elapsed,z,y,x\n" + rows(200) { "\(nanoseconds($0)),\($0 - 0.05),\(zyx($1))" }, hasAngularRate: false, start: epoch),
        Sample(
            format: "sensor-logger", name: "AccelerometerUncalibrated.csv",
            text: "time,seconds_elapsed,z,y,x\n" + rows(200) { "\(nanoseconds($0)),\($0),\(zyx(-1 * $1 / g))" }, hasAngularRate: false, start: epoch),
        Sample(
            format: "sensor-logger", name: "TotalAcceleration-resaved.csv",
            text: "Timestamp,seconds_elapsed,AccelerationZ,AccelerationY,AccelerationX\r\n"
                + rows(200) { "\"1,600000\(decimals($0 + 100, 4).replacing(".", with: ""))E+018\",\($0),\(zyx($1))" }.replacing("\n", with: "\r\n"),
            hasAngularRate: false),
        Sample(
            format: "metawear", name: "squat_Accelerometer_50.000Hz.csv",
            text: "epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n"
                + rows(200) { "\(milliseconds($0)),2020-09-13T13:26:40.000,\(decimals($0, 3)),\(cells($1 / g))" }, hasAngularRate: false, start: epoch),
        Sample(
            format: "sensorlog", name: "watch.csv",
            text: "loggingTime(txt),accelerometerTimestamp_sinceReboot(s),accelerometerAccelerationX(G),accelerometerAccelerationY(G),accelerometerAccelerationZ(G),"
                + "motionRotationRateX(rad/s),motionRotationRateY(rad/s),motionRotationRateZ(rad/s),motionUserAccelerationX(G),activity(txt)\n"
                + rows(200) { "2026-05-05T16:37:36.734+02:00,\($0 + 1820.83),\(cells(-1 * $1 / g)),\(cells($2)),0.01,walking" }, start: 1_777_991_856.734),
        Sample(
            format: "physics-toolbox", name: "physics.csv",
            text: "\ntime,gFx,gFy,gFz,ax,ay,az,wx,wy,wz,\n" + rows(200) { "\(decimals($0, 6)),\(cells($1 / g, 4)),0.0000,0.0000,0.0000,\(cells($2, 4)),"}),
        Sample(
            format: "shimmer", name: "shimmer.csv",
            text: "\"sep=\t\"\r\nS5_Timestamp_FormattedUnix_CAL\tS5_Accel_LN_X_CAL\tS5_Accel_LN_Y_CAL\tS5_Accel_LN_Z_CAL\tS5_Gyro_X_CAL\tS5_Gyro_Y_CAL\tS5_Gyro_Z_CAL\t\r\n"
                + "yyyy/mm/dd hh:mm:ss.000\tm/(s^2)\tm/(s^2)\tm/(s^2)\tdeg/s\tdeg/s\tdeg/s\t\r\n"
                + rows(200) { "2020/09/13 12:26:\(decimals($0 + 40, 3))\t\(cells($1, separator: "\t"))\t\(cells($2 * degrees, separator: "\t"))\t" }.replacing("\n", with: "\r\n"),
            start: epoch),
        Sample(
            format: "shimmer", name: "four-header-rows.csv",
            text: "Shimmer,Shimmer,Shimmer,Shimmer,Shimmer,Shimmer,Shimmer,Shimmer\n"
                + "Timestamp,Timestamp,Wide Range Accelerometer X,Wide Range Accelerometer X,Wide Range Accelerometer Y,Wide Range Accelerometer Y,Wide Range Accelerometer Z,Wide Range Accelerometer Z\n"
                + "RAW,CAL,RAW,CAL,RAW,CAL,RAW,CAL\nno units,mSecs,no units,m/(sec^2),no units,m/(sec^2),no units,m/(sec^2)\n"
                + rows(200) { "14749470,\($0 * 1000),-3296,\(decimals($1.x)),240,\(decimals($1.y)),-15728,\(decimals($1.z))" }, hasAngularRate: false),
        Sample(
            format: "actigraph-imu", name: "imu.csv",
            text: "------ Data File Created By ActiGraph Link IMU at 50 Hz ------,,,,,,,\nStart Time 08:58:00,,,,,,,\nEpoch Period (hh:mm:ss) 00:00:00,,,,,,,\n"
                + "Timestamp,Accelerometer X,Accelerometer Y,Accelerometer Z,Temperature,Gyroscope X,Gyroscope Y,Gyroscope Z\n"
                + rows(200) { "2020-09-13T12:26:\(decimals($0 + 40, 7)),\(cells($1 / g)),21.5,\(cells($2 * degrees))" }, start: epoch),
        Sample(
            format: "actigraph-raw", name: "raw.csv",
            text: "------ Data File Created By ActiGraph GT3X+ date format M/d/yyyy at 50 Hz  Filter Normal ------,,\nStart Time 12:26:40,,\nStart Date 9/13/2020,,\nEpoch Period (hh:mm:ss) 00:00:00,,\n"
                + "Accelerometer X,Accelerometer Y,Accelerometer Z\n" + rows(200) { cells($1 / g) }, hasAngularRate: false, start: epoch),
        Sample(
            format: "androsensor", name: "androsensor.csv",
            text: "sep=;\nACCELEROMETER X (m/s²);ACCELEROMETER Y (m/s²);ACCELEROMETER Z (m/s²);GRAVITY X (m/s²);GRAVITY Y (m/s²);GRAVITY Z (m/s²);"
                + "GYROSCOPE X (rad/s);GYROSCOPE Y (rad/s);GYROSCOPE Z (rad/s);SOUND LEVEL (dB);Time since start in ms ;YYYY-MO-DD HH-MI-SS_SSS\n"
                + rows(200) { "\(cells($1, separator: ";"));0.1;0.2;9.8;\(cells($2, separator: ";"));NaN;\(Int($0 * 1000));2022-10-22 18:36:24:95" }, start: 1_666_463_784.095),
        Sample(
            format: "xsens-dot", name: "dot.csv",
            text: "sep=,\nDeviceTag:,LF-3\nOutputRate:,50Hz\n\nPacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z\n"
                + rows(200) { "\(Int($0 * 50)), \(599_385_919 + Int($0 * 1e6)), \(cells($1, separator: ", ")), \(cells($2 * degrees, separator: ", "))" }),
        Sample(
            format: "witmotion", name: "wit.tsv",
            text: "time\tDeviceName\tChipTime()\tAccX(g)\tAccY(g)\tAccZ(g)\tAsX(°/s)\tAsY(°/s)\tAsZ(°/s)\n"
                + rows(200) { "2020-09-13T12:26:\(decimals($0 + 40, 3))\tHC-06(00:00)\tnull\t\(cells($1 / g, separator: "\t"))\t\(cells($2 * degrees, separator: "\t"))" },
            start: epoch),
        Sample(
            format: "polar", name: "polar_acc.txt",
            text: "Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg]\n"
                + rows(200) { "2026-04-24T14:10:20.058;\(599_616_065_136_175_104 + Int($0 * 1e9));\(cells($1 / g * 1000, 1, separator: ";"))" },
            hasAngularRate: false),
        Sample(
            format: "core-motion", name: "run.csv",
            text: "Date;Timestamp;DeviceOrientation;AccelerationX;AccelerationY;AccelerationZ;Label\n"
                + rows(200) { "2024-10-17 14:57:32;\(decimals($0 + epoch, 6));faceUp;\(cells(-1 * $1 / g, separator: ";"));" }, hasAngularRate: false, start: epoch),
        Sample(
            format: "phyphox", name: "Raw Data.csv",
            text: "\"Time (s)\"\t\"Acceleration x (m/s^2)\"\t\"Acceleration y (m/s^2)\"\t\"Acceleration z (m/s^2)\"\t\"Absolute acceleration (m/s^2)\"\n"
                + rows(200) { "\(decimals($0 * 1000, 6))E-3\t\(cells($1, separator: "\t"))\t9.8" }, hasAngularRate: false),
        Sample(
            format: "phyphox", name: "Accelerometer.csv",
            text: "\"Time (s)\";\"X (m/s^2)\";\"Y (m/s^2)\";\"Z (m/s^2)\"\n" + rows(200) { "\(decimals($0, 6));\(cells($1, separator: ";"))" }.replacing(".", with: ","),
            hasAngularRate: false),
        Sample(
            format: "named-columns", name: "mine.csv",
            text: "timestamp_ms,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps\n" + rows(200) { "\(Int($0 * 1000)),\(cells($1 / g)),\(cells($2 * degrees))" }),
        Sample(
            format: "named-columns", name: "mine.csv",
            text: "t,accel_x_mps2,accel_y_mps2,accel_z_mps2,gyr_x_rad_s,gyr_y_rad_s,gyr_z_rad_s\n" + rows(200) { "\(decimals($0)),\(cells($1)),\(cells($2))" }),
        Sample(
            format: "named-columns", name: "unlabelled.csv",
            text: "time_us,ax,ay,az,wx,wy,wz\n" + rows(200) { "\(Int($0 * 1e6)),\(cells($1 / g)),\(cells($2 * degrees))" }),
        Sample(
            format: "science-journal", name: "science-journal.csv",
            text: "relative_time,AccX,AccY,AccZ\n" + rows(200) { "\(Int($0 * 1000)),\(cells($1))" }, hasAngularRate: false),
        Sample(
            format: "axivity", name: "cwa.csv", text: rows(200) { "\(decimals($0 + epoch, 4)),\(cells($1 / g))" }.replacing("\n", with: "\r\n"),
            hasAngularRate: false, start: epoch),
        Sample(
            format: "axivity", name: "cwa-dates.csv",
            // Whole seconds lack the fraction.
            text: rows(200) { "2020-09-13 12:26:\(decimals($0 + 40, 3)),\(cells($1 / g))" }.replacing(".000,", with: ","),
            hasAngularRate: false, start: epoch),
        Sample(
            format: "axivity", name: "ax6-gyroscope-first.csv",
            text: rows(200) { "\(decimals($0 + epoch, 4)),\(cells($2 * degrees)),\(cells($1 / g))" }, start: epoch),
        Sample(
            format: "razor", name: "imu0.csv",
            // Milliseconds without leading zeros: .16000 is 16 ms.
            text: "Sample, Time, ACCX, ACCY, ACCZ, MAGX, MAGY, MAGZ, GYRX, GYRY, GYRZ\n"
                + rows(200) {
                    let milliseconds = Int(($0 * 1000).rounded()) + 86_398_900
                    return "\(Int($0 * 50)),\(milliseconds / 1000 % 86_400).\(milliseconds % 1000)000,\(cells($1 / g * 256, 3)),21,-394,-314,\(cells($2 * degrees * 14.375, 3))"
                }),
        Sample(
            format: "geneactiv", name: "geneactiv.csv",
            text: "Device Type,GENEActiv\nMeasurement Frequency,50.0 Hz\nStart Time,2020-09-13 12:26:40:000\nx gain,25342\n\n"
                + rows(200) { "2020-09-13 12:26:\(decimals($0 + 40, 3).replacing(".", with: ":")),\(cells($1 / g)),12,0,29.6" },
            hasAngularRate: false, start: epoch),
        Sample(
            format: "empatica", name: "ACC.csv",
            text: "1600000000.000000, 1600000000.000000, 1600000000.000000\n50.000000, 50.000000, 50.000000\n" + rows(200) { cells($1 / g * 64, 0) },
            hasAngularRate: false, start: epoch, accuracy: 0.08),
        Sample(
            format: "physics-toolbox", name: "minutes.csv",
            // Older versions write minutes and seconds, which start again every hour, and decimal commas.
            text: "time;gFx;gFy;gFz;wx;wy;wz\n"
                + rows(200) {
                    let milliseconds = Int(($0 * 1000).rounded()) + 3_598_000
                    return "\(milliseconds / 60_000 % 60):\(decimals(Double(milliseconds % 60_000) / 1000, 3));\(cells($1 / g, separator: ";"));\(cells($2, separator: ";"))"
                }.replacing(".", with: ",")),
        Sample(
            format: "xsens-dot", name: "wrapped.csv",
            text: "StartTime:,2020-09-13 14:26:40.000 +0200,,\n\nPacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z\n"
                + rows(200) { "\(Int($0 * 50)),\((4_294_000_000 + Int($0 * 1e6)) % 4_294_967_296),\(cells($1))" }, hasAngularRate: false, start: epoch),
        Sample(format: "bare-rows", name: "spaces.txt", text: rows(200) { "\(Int($0 * 1000)) \(cells($1, separator: " "))" }, hasAngularRate: false),
        Sample(
            format: "canonical", name: "sep.csv", text: "sep=^\n" + canonical().replacing(",", with: "^"), start: nil),
        Sample(format: "bare-rows", name: "watch.csv", text: rows(200) { "\(milliseconds($0)),\(cells($1)),\(cells($2))" }, start: epoch),
        Sample(format: "bare-rows", name: "android.csv", text: rows(200) { "\(263_239_144_953_734 + Int($0 * 1e9)),2,\(cells($1))" }, hasAngularRate: false),
        Sample(format: "bare-rows", name: "micros.csv", text: rows(200) { "\(Int($0 * 1e6) + 123_456),\(cells($1 / g * 1000, 1)),\(cells($2 * degrees, 3))" }),
        Sample(format: "bare-rows", name: "seconds.csv", text: rows(200) { "\($0),\(cells($1))" }, hasAngularRate: false),
    ]

    @Test(arguments: samples)
    func isReadInSIUnitsWithTheRightSign(sample: Sample) throws {
        let reading = try read(sample.text, name: sample.name)
        #expect(reading.facts.format == sample.format)
        #expect(reading.samples.count == 200)
        #expect(reading.facts.hasAngularRate == sample.hasAngularRate)
        #expect(follows(reading, accuracy: sample.accuracy))
        #expect(try abs(#require(reading.facts.rateHz) - 50) < 0.1)
        if let start = sample.start { #expect(try abs(#require(reading.facts.startEpochSeconds) - start) < 1e-3) }
        #expect(reading.facts.gaps.isEmpty)
    }

    @Test func everyFormatHasATextAndTheOtherWayRound() {
        #expect(Set(Self.samples.map(\.format)).union(["canonical"]) == Set(FormatCatalog.all.map(\.name)))
    }

    @Test func namesAreUnique() {
        #expect(Set(FormatCatalog.all.map(\.name)).count == FormatCatalog.all.count)
    }

    @Test func aLabelThatContradictsGravityIsOverruled() throws {
        let reading = try read("time_s,acc_x_mps2,acc_y_mps2,acc_z_mps2\n" + rows(200) { "\($0),\(cells($1 / standardGravity))" })
        #expect(follows(reading, accuracy: 0.01))
        #expect(reading.finding("unit-doubt")?.line == 1)
    }

    @Test func aRateLabelThatContradictsTheTurnOfGravityIsOverruled() throws {
        let reading = try read(
            "time_s,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps\n" + rows(200) { "\($0),\(cells($1 / standardGravity)),\(cells($2))" })
        #expect(follows(reading, accuracy: 0.01))
        #expect(reading.finding("unit-doubt")?.message.contains("rad/s") == true)
    }

    @Test func emptyGyroscopeColumnsAreNoGyroscope() throws {
        let reading = try read("time_s,ax,ay,az,gx,gy,gz\n" + rows(100) { time, acceleration, _ in "\(time),\(cells(acceleration)),,," })
        #expect(reading.samples.count == 100)
        #expect(!reading.facts.hasAngularRate)
        #expect(reading.samples.allSatisfy { $0.angularRate == nil })
        #expect(reading.finding("empty-columns") != nil)
    }
}
