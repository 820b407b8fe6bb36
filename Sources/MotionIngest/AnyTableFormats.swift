extension FormatCatalog {
    /// What no app or device claims: tables told by common names and by what a still sensor must show.
    static let anyTable: [FormatDescriptor] = [
        FormatDescriptor(
            name: "canonical", title: "repcount's own: seconds, m/s2 with gravity, rad/s",
            example: "time_s,ax,ay,az,gx,gy,gz",
            requires: ["time_s", "ax", "ay", "az"],
            time: [TimeColumn("time", .seconds)],
            vectors: [
                VectorColumns(.acceleration, ["a{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["g{}"], .angularRate(.radiansPerSecond)),
            ]),
        FormatDescriptor(
            name: "named-columns", title: "Any table with a time, three axes of acceleration, and three of angular rate if any",
            example: "timestamp_ms,acc_x_g,acc_y_g,acc_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps",
            time: ["time", "timestamp", "timestamps", "t", "epoch", "elapsed", "secondselapsed", "relativetime", "elapsedtime",
                "sensortimestamp", "unixtime", "unixtimestamp", "datetime", "date", "seconds", "millis", "ms", "us", "ns"]
                .map { TimeColumn($0) },
            vectors: [
                VectorColumns(
                    .acceleration,
                    ["a{}", "acc{}", "accel{}", "acceleration{}", "accelerometer{}", "{}acc", "{}accel", "{}acceleration"]),
                VectorColumns(
                    .linearAcceleration,
                    ["linearacceleration{}", "linearacc{}", "linacc{}", "lacc{}", "freeacc{}", "useracceleration{}", "useracc{}"]),
                VectorColumns(.gravity, ["gravity{}", "grav{}"]),
                VectorColumns(
                    .angularRate,
                    ["g{}", "gyr{}", "gyro{}", "gyroscope{}", "w{}", "omega{}", "rot{}", "rotationrate{}", "angularvelocity{}",
                        "angvel{}", "{}gyr", "{}gyro"]),
                VectorColumns(nil, ["{}", "{}axis"]),
            ],
            fileNames: [
                FileNameRule("linear", .linearAcceleration), FileNameRule("gyr", .angularRate), FileNameRule("gravity", .gravity),
                FileNameRule("acc", .acceleration),
            ]),
        FormatDescriptor(
            name: "axivity", title: "Axivity OmGui (AX3, AX6)",
            example: "2019-12-23 21:04:06.690,0.0073,0.0712,1.0087",
            bare: .init(isWallClockInG: true)),
        FormatDescriptor(
            name: "bare-rows", title: "Rows without column names: a time, then acceleration, then angular rate if any",
            example: "1634980787132,0.9263,0.6797,10.3203,0.0014,-0.0279,-0.4067",
            bare: .init()),
    ]
}
