import Motion
import SessionBatch
import SessionModel
import Testing

@Suite struct RecordingNameTests {
    @Test(arguments: [
        ("2026-11-20.csv", "2026-11-20", nil),
        ("20261120.csv", "2026-11-20", nil),
        ("2026_11_20-evening.csv", "2026-11-20", nil),
        ("20.11.2026 abends.csv", "2026-11-20", nil),
        ("20261120_1830.csv", "2026-11-20", 1110),
        ("20261120T183015Z.csv", "2026-11-20", 1110),
        ("20261120183015.csv", "2026-11-20", 1110),
        ("2026-11-20_18-30-15/Accelerometer.csv", "2026-11-20", 1110),
        ("2026-11-20T18.30.15.022_C0FFEE15F00D_Gyroscope_25.000Hz_1.4.4.csv", "2026-11-20", 1110),
        ("2026-11-20 18h30.csv", "2026-11-20", 1110),
        ("squat-12-2026-11-20.csv", "2026-11-20", nil),
        ("2026-11-20-anna-12.csv", "2026-11-20", nil),
        ("2026-11-20_2.csv", "2026-11-20", nil),
        ("2026-11-20/2500.csv", "2026-11-20", nil),
        ("anna/2026-11-20/thigh.csv", "2026-11-20", nil),
        ("2026-11-16/2026-11-20.csv", "2026-11-20", nil),
    ] as [(String, String, Int?)])
    func aNameTellsTheDay(name: String, day: String, minute: Int?) throws {
        let moment = try #require(RecordingName.moment(in: name))
        #expect("\(moment.day)" == day)
        #expect(moment.minuteOfDay == minute)
    }

    @Test(arguments: [
        "evening.csv", "12345678.csv", "19991120.csv", "20261320.csv", "2026-02-30.csv", "120261120.csv", "2026-11.csv",
        "2026-11-16 to 2026-11-22/a.csv", "1.2.3.csv", "", "////",
    ])
    func otherNamesTellNone(name: String) {
        #expect(RecordingName.moment(in: name) == nil)
    }

    @Test(arguments: [
        ("anna-thigh-right.csv", Placement.thigh, Side.right),
        ("right_thigh.csv", .thigh, .right),
        ("Left Shank/Accelerometer.csv", .shank, .left),
        ("lunge-left-leg-anna-thigh-right-10.csv", .thigh, .right),
        ("upper-arm-left.csv", .upperArm, .left),
        ("upper_arm.csv", .upperArm, nil),
        ("waist.csv", .waist, nil),
        ("leg-extension-left-thigh.csv", .thigh, .left),
        ("left-thigh-right.csv", .thigh, nil),
        ("wrist/left/a.csv", .wrist, nil),
    ] as [(String, Placement, Side?)])
    func aNameTellsThePlace(name: String, placement: Placement, side: Side?) throws {
        let place = try #require(RecordingName.place(in: name))
        #expect(place.placement == placement)
        #expect(place.side == side)
    }

    @Test(arguments: ["WristMotion.csv", "evening.csv", "thigh-and-shank.csv", "left-leg.csv", "footage.csv", ""])
    func whatIsNoPlaceOrTwoIsNone(name: String) {
        #expect(RecordingName.place(in: name) == nil)
    }
}
