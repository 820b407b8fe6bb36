/// Every export format that is known, most telling first: the first descriptor that fits a file is taken.
public enum FormatCatalog {
    public static let all: [FormatDescriptor] = [
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
            name: "metawear", title: "MetaWear / MetaBase (accelerometer file and gyroscope file)",
            example: "epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)",
            requires: ["epoch", "elapsed", "xaxis"],
            time: [TimeColumn("epoch", .milliseconds), TimeColumn("elapsed", .seconds)],
            vectors: [VectorColumns(nil, ["{}axis"])]),
        FormatDescriptor(
            name: "sensorlog", title: "SensorLog on iPhone and Apple Watch",
            example: "loggingTime(txt),..,accelerometerAccelerationX(G),..,motionRotationRateX(rad/s),..",
            requires: ["loggingtime"],
            time: [
                TimeColumn("accelerometertimestampsincereboot", .seconds), TimeColumn("motiontimestampsincereboot", .seconds),
                TimeColumn("accelerometertimestampsince1970", .seconds), TimeColumn("loggingtime"),
            ],
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
            name: "shimmer", title: "Shimmer (Consensys and Capture)",
            example: "S5_Timestamp_FormattedUnix_CAL;S5_Accel_LN_X_CAL;..;S5_Gyro_X_CAL;..",
            requires: ["*xcal"],
            time: [
                TimeColumn("*timestampformattedunixcal"), TimeColumn("*timestampunixcal", .milliseconds),
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
            name: "androsensor", title: "AndroSensor",
            example: "ACCELEROMETER X (m/s²);..;GYROSCOPE X (rad/s);..;Time since start in ms ;YYYY-MO-DD HH-MI-SS_SSS",
            requires: ["accelerometerx", "timesincestartin"],
            time: [TimeColumn("timesincestartin", .milliseconds)],
            vectors: [
                VectorColumns(.acceleration, ["accelerometer{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["gyroscope{}"], .angularRate(.radiansPerSecond)),
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
            requires: ["accelerometerx"],
            time: [TimeColumn("timestamp")],
            vectors: [VectorColumns(.acceleration, ["accelerometer{}"], .acceleration(.g))],
            rateInPreamble: (" at ", " Hz")),
        FormatDescriptor(
            name: "xsens-dot", title: "Movella (Xsens) DOT",
            example: "PacketCounter,SampleTimeFine,..,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z",
            requires: ["packetcounter", "sampletimefine"],
            time: [TimeColumn("sampletimefine", .microseconds)],
            vectors: [
                VectorColumns(.acceleration, ["acc{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.linearAcceleration, ["freeacc{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["gyr{}"], .angularRate(.degreesPerSecond)),
            ]),
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
            time: [TimeColumn("sensortimestamp", .nanoseconds), TimeColumn("phonetimestamp")],
            vectors: [VectorColumns(nil, ["{}"])]),
        FormatDescriptor(
            name: "core-motion", title: "iPhone recorder that writes DeviceOrientation",
            example: "Date;Timestamp;DeviceOrientation;AccelerationX;AccelerationY;AccelerationZ",
            requires: ["timestamp", "deviceorientation", "accelerationx"],
            time: [TimeColumn("timestamp", .seconds)],
            vectors: [VectorColumns(.acceleration, ["acceleration{}"], .acceleration(.g))],
            sign: .coreMotion),
        FormatDescriptor(
            name: "phyphox", title: "phyphox (Accelerometer.csv and Gyroscope.csv, or Raw Data.csv)",
            example: "\"Time (s)\",\"X (m/s^2)\",\"Y (m/s^2)\",\"Z (m/s^2)\"",
            requires: ["Time (s)"],
            time: [TimeColumn("time", .seconds)],
            vectors: [
                VectorColumns(.acceleration, ["acceleration{}", "accel{}", "accelerometer{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.linearAcceleration, ["linearacceleration{}"], .acceleration(.metresPerSecondSquared)),
                VectorColumns(.angularRate, ["gyroscope{}"], .angularRate(.radiansPerSecond)),
                VectorColumns(nil, ["{}"]),
            ],
            fileNames: [FileNameRule("linear", .linearAcceleration)]),
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

    /// Files that are known and cannot be counted from: what gives them away, why not, and what to do.
    static let refused: [(preamble: String, unless: String?, message: String, remedy: String)] = [
        (
            "epoch period (hh:mm:ss)", "00:00:00", "these are ActiGraph epoch counts, one number per epoch, not raw samples",
            "Export the raw data (30 Hz or more) from ActiLife instead"
        ),
        (
            "acceleration (mg) -", nil, "this is activity averaged over seconds, not raw samples",
            "Export the raw data from the device instead"
        ),
    ]
}
