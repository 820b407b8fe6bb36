extension FormatCatalog {
    /// Apps on phones and watches.
    static let phones: [FormatDescriptor] = [
        FormatDescriptor(
            name: "sensor-logger-watch", title: "Sensor Logger on Apple Watch (WristMotion.csv)",
            example: "time,seconds_elapsed,rotationRateX,..,gravityX,..,accelerationX,..",
            requires: ["secondselapsed", "rotationratex", "gravityx", "accelerationx"],
            time: [TimeColumn("time", .nanoseconds), TimeColumn("secondselapsed", .seconds)],
            vectors: [
                VectorColumns(.linearAcceleration, ["acceleration{}"], .acceleration(.g)),
                VectorColumns(.gravity, ["gravity{}"], .acceleration(.g)),
                VectorColumns(.angularRate, ["rotationrate{}"], .angularRate(.radiansPerSecond)),
            ],
            sign: .coreMotion),
        FormatDescriptor(
            name: "sensor-logger", title: "Sensor Logger on iPhone and Android (folder of files)",
            example: "time,seconds_elapsed,z,y,x",
            requires: ["secondselapsed"],
            time: [TimeColumn("time", .nanoseconds), TimeColumn("timestamp", .nanoseconds), TimeColumn("secondselapsed", .seconds)],
            vectors: [VectorColumns(nil, ["{}", "acceleration{}", "accelerometer{}", "gravity{}", "gyroscope{}"])],
            fileNames: [
                FileNameRule("totalacceleration", .acceleration, .acceleration(.metresPerSecondSquared)),
                FileNameRule("accelerometeruncalibrated", .acceleration),
                FileNameRule("gyroscope", .angularRate, .angularRate(.radiansPerSecond)),
                FileNameRule("gravity", .gravity, .acceleration(.metresPerSecondSquared)),
                FileNameRule("accelerometer", .linearAcceleration, .acceleration(.metresPerSecondSquared)),
            ],
            sign: .platform),
        FormatDescriptor(
            name: "sensorlog", title: "SensorLog on iPhone and Apple Watch",
            example: "loggingTime(txt),..,accelerometerAccelerationX(G),..,motionRotationRateX(rad/s),..",
            requires: ["loggingtime"],
            time: [
                TimeColumn("accelerometertimestampsincereboot", .seconds), TimeColumn("motiontimestampsincereboot", .seconds),
                TimeColumn("accelerometertimestampsince1970", .seconds), TimeColumn("loggingtime"),
            ],
            start: .column("loggingtime"),
            vectors: [
                VectorColumns(.acceleration, ["accelerometeracceleration{}"], .acceleration(.g)),
                VectorColumns(.linearAcceleration, ["motionuseracceleration{}"], .acceleration(.g)),
                VectorColumns(.gravity, ["motiongravity{}"], .acceleration(.g)),
                VectorColumns(
                    .angularRate, ["gyrorotation{}", "gyrorotationrate{}", "motionrotationrate{}"], .angularRate(.radiansPerSecond)),
            ],
            sign: .coreMotion),
        FormatDescriptor(
            name: "physics-toolbox", title: "Physics Toolbox Sensor Suite (multi-record)",
            example: "time,gFx,gFy,gFz,ax,ay,az,wx,wy,wz,",
            requires: ["gfx"],
            time: [TimeColumn("time", .seconds)],
            vectors: [
                VectorColumns(.acceleration, ["gf{}"], .acceleration(.g)),
                VectorColumns(.angularRate, ["w{}"], .angularRate(.radiansPerSecond)),
            ]),
        FormatDescriptor(
            name: "androsensor", title: "AndroSensor",
            example: "ACCELEROMETER X (m/s²);..;GYROSCOPE X (rad/s);..;Time since start in ms ;YYYY-MO-DD HH-MI-SS_SSS",
            requires: ["accelerometerx", "timesincestartin"],
            time: [TimeColumn("timesincestartin", .milliseconds)],
            start: .column("yyyymoddhhmisssss"),
            vectors: [
                VectorColumns(.acceleration, ["accelerometer{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["gyroscope{}"], .angularRate(.radiansPerSecond)),
            ]),
        FormatDescriptor(
            name: "core-motion", title: "iPhone recorder that writes DeviceOrientation",
            example: "Date;Timestamp;DeviceOrientation;AccelerationX;AccelerationY;AccelerationZ",
            requires: ["timestamp", "deviceorientation", "accelerationx"],
            time: [TimeColumn("timestamp", .seconds)],
            vectors: [VectorColumns(.acceleration, ["acceleration{}"], .acceleration(.g))],
            sign: .coreMotion),
        FormatDescriptor(
            name: "science-journal", title: "Science Journal (Google, Arduino)",
            example: "relative_time,AccX,AccY,AccZ",
            requires: ["relativetime", "accx"],
            time: [TimeColumn("relativetime", .milliseconds)],
            vectors: [VectorColumns(.acceleration, ["acc{}"], .acceleration(.metresPerSecondSquared))]),
        FormatDescriptor(
            name: "phyphox", title: "phyphox (Accelerometer.csv and Gyroscope.csv, or Raw Data.csv)",
            example: "\"Time (s)\",\"X (m/s^2)\",\"Y (m/s^2)\",\"Z (m/s^2)\"",
            requires: ["Time (s)"],
            time: [TimeColumn("time", .seconds)],
            start: .timeTable,
            vectors: [
                VectorColumns(.acceleration, ["acceleration{}", "accel{}", "accelerometer{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.linearAcceleration, ["linearacceleration{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["gyroscope{}"], .angularRate(.radiansPerSecond)),
                VectorColumns(nil, ["{}"]),
            ],
            fileNames: [FileNameRule("linear", .linearAcceleration)]),
    ]
}
