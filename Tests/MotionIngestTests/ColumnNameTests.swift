import Testing

@testable import MotionIngest

@Suite struct ColumnNameTests {
    @Test(arguments: [
        ("time_s", "time", HeaderUnit.time(.seconds)), ("timestamp_ms", "timestamp", .time(.milliseconds)), ("time_us", "time", .time(.microseconds)),
        ("sensor timestamp [ns]", "sensortimestamp", .time(.nanoseconds)), ("acc_x_g", "accx", .acceleration(.g)),
        ("accel_x_mps2", "accelx", .acceleration(.metresPerSecondSquared)), ("Acceleration x (m/s^2)", "accelerationx", .acceleration(.metresPerSecondSquared)),
        ("ACCELEROMETER X (m/s²)", "accelerometerx", .acceleration(.metresPerSecondSquared)), ("X [mg]", "x", .acceleration(.milliG)),
        ("a (m/(sec^2))", "a", .acceleration(.metresPerSecondSquared)), ("gyro_x_dps", "gyrox", .angularRate(.degreesPerSecond)),
        ("gyr_x_rad_s", "gyrx", .angularRate(.radiansPerSecond)), ("x-axis (deg/s)", "xaxis", .angularRate(.degreesPerSecond)),
        ("AsX(°/s)", "asx", .angularRate(.degreesPerSecond)), ("Time since start in ms ", "timesincestartin", .time(.milliseconds)),
    ])
    func takesNameAndUnitApart(raw: String, base: String, unit: HeaderUnit) {
        #expect(ColumnName(raw).base == base)
        #expect(ColumnName(raw).unit == unit)
    }

    @Test func caseQuotesSpacesAndByteOrderMarkMakeNoDifference() {
        let plain = ColumnName("Time_S")
        for raw in ["\u{FEFF}time_s", "\"Time_s\"", "  time_s ", "TIME (s)"] {
            #expect(ColumnName(raw).base == plain.base)
            #expect(ColumnName(raw).unit == plain.unit)
        }
    }

    @Test(arguments: ["x", "t", "time", "epoch", "gx", "time (01:00)", "ms"])
    func aNameWithoutAUnitHasNone(raw: String) {
        #expect(ColumnName(raw).unit == nil)
    }
}
