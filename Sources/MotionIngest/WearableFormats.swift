extension FormatCatalog {
    /// Devices made for measuring, and the software that reads them out.
    static let wearables: [FormatDescriptor] = [
        FormatDescriptor(
            name: "metawear", title: "MetaWear / MetaBase (accelerometer file and gyroscope file)",
            example: "epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)",
            requires: ["epoch", "elapsed", "xaxis"],
            time: [TimeColumn("epoch", .milliseconds), TimeColumn("elapsed", .seconds)],
            vectors: [VectorColumns(nil, ["{}axis"])]),
        FormatDescriptor(
            name: "shimmer", title: "Shimmer (Consensys and Capture)",
            example: "S5_Timestamp_FormattedUnix_CAL;S5_Accel_LN_X_CAL;..;S5_Gyro_X_CAL;..",
            requires: ["*xcal"],
            time: [
                TimeColumn("*timestampformattedunixcal"), TimeColumn("*timestampunixcal", .milliseconds),
                TimeColumn("*timestampsyncformattedunixcal"), TimeColumn("*timestampsyncunixcal", .milliseconds),
                TimeColumn("*timestampcal", .milliseconds),
            ],
            vectors: [
                VectorColumns(
                    .acceleration, ["*accelln{}cal", "*lownoiseaccelerometer{}cal"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(
                    .acceleration, ["*accelwr{}cal", "*widerangeaccelerometer{}cal"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["*gyro{}cal", "*gyroscope{}cal"], .angularRate(.degreesPerSecond)),
            ]),
        FormatDescriptor(
            name: "actigraph-imu", title: "ActiGraph GT9X IMU (ActiLife)",
            example: "Timestamp,Accelerometer X,..,Temperature,Gyroscope X,..",
            requires: ["timestamp", "accelerometerx", "temperature"],
            time: [TimeColumn("timestamp")],
            vectors: [
                VectorColumns(.acceleration, ["accelerometer{}"], .acceleration(.g)),
                VectorColumns(.angularRate, ["gyroscope{}"], .angularRate(.degreesPerSecond)),
            ]),
        FormatDescriptor(
            name: "actigraph-raw", title: "ActiGraph raw acceleration (ActiLife)",
            example: "------ Data File Created By ActiGraph .. at 90 Hz ------ / Accelerometer X,Accelerometer Y,Accelerometer Z",
            requires: ["accelerometerx"], preamble: "actigraph",
            time: [TimeColumn("timestamp")],
            start: .dateAndTime(date: "Start Date ", time: "Start Time ", dateFormat: "date format "), rate: .between(" at ", " Hz"),
            vectors: [VectorColumns(.acceleration, ["accelerometer{}"], .acceleration(.g))]),
        FormatDescriptor(
            name: "xsens-dot", title: "Movella (Xsens) DOT",
            example: "PacketCounter,SampleTimeFine,..,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z",
            requires: ["packetcounter", "sampletimefine"],
            time: [TimeColumn("sampletimefine", .microseconds, wrapsAt: 4_294_967_296, isElapsed: true)],
            start: .after("StartTime:"),
            vectors: [
                VectorColumns(.acceleration, ["acc{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.linearAcceleration, ["freeacc{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["gyr{}"], .angularRate(.degreesPerSecond)),
            ],
            counter: "packetcounter"),
        FormatDescriptor(
            name: "witmotion", title: "WitMotion (text export)",
            example: "time\tDeviceName\tChipTime()\tAccX(g)\t..\tAsX(°/s)\t..",
            requires: ["devicename", "accx", "asx"],
            time: [TimeColumn("chiptime"), TimeColumn("time")],
            vectors: [
                VectorColumns(.acceleration, ["acc{}"], .acceleration(.g)),
                VectorColumns(.angularRate, ["as{}"], .angularRate(.degreesPerSecond)),
            ],
            device: "devicename"),
        FormatDescriptor(
            name: "polar", title: "Polar Sensor Logger (accelerometer file and gyroscope file)",
            example: "Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg]",
            requires: ["phonetimestamp", "sensortimestamp"],
            time: [TimeColumn("sensortimestamp", .nanoseconds, isElapsed: true), TimeColumn("phonetimestamp")],
            start: .column("phonetimestamp"),
            vectors: [VectorColumns(nil, ["{}"])]),
        FormatDescriptor(
            name: "razor", title: "Razor 9DOF (raw counts of ADXL345 and ITG-3200)",
            example: "Sample, Time, ACCX, ACCY, ACCZ, MAGX, MAGY, MAGZ, GYRX, GYRY, GYRZ",
            requires: ["sample", "time", "accx", "magx", "gyrx"],
            time: [TimeColumn("time", .seconds, wrapsAt: 86_400, isElapsed: true, hasUnpaddedMilliseconds: true)],
            vectors: [
                VectorColumns(.acceleration, ["acc{}"], .acceleration(.g), counts: 256),
                VectorColumns(.angularRate, ["gyr{}"], .angularRate(.degreesPerSecond), counts: 14.375),
            ],
            counter: "sample"),
        FormatDescriptor(
            name: "geneactiv", title: "GENEActiv",
            example: "Device Type,GENEActiv / 2025-06-12 13:20:18:000,-0.0153,-0.0478,-1.0062,12,0,29.6",
            preamble: "measurement frequency", columns: ["time", "x", "y", "z", "light", "button", "temperature"],
            time: [TimeColumn("time")],
            vectors: [VectorColumns(.acceleration, ["{}"], .acceleration(.g))]),
        FormatDescriptor(
            name: "empatica", title: "Empatica E4 (ACC.csv)",
            example: "1642471872.000000, 1642471872.000000, 1642471872.000000 / 32.000000, 32.000000, 32.000000 / -32,3,54",
            columns: ["x", "y", "z"], startsWithRate: true, start: .line(1), rate: .line(2),
            vectors: [VectorColumns(.acceleration, ["{}"], .acceleration(.g), counts: 64)]),
    ]
}
