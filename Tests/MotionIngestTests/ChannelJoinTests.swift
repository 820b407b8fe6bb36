import Motion
import Testing

@testable import MotionIngest

@Suite struct ChannelJoinTests {
    private let degrees = 180 / Double.pi

    private func metaWear(_ unit: String, _ count: Int, rateHz: Double, from start: Double, _ row: @escaping (SIMD3<Double>, SIMD3<Double>) -> SIMD3<Double>) -> String {
        "epoch (ms),time (01:00),elapsed (s),x-axis (\(unit)),y-axis (\(unit)),z-axis (\(unit))\n"
            + rows(count, rateHz: rateHz, from: start) { time, acceleration, rate in
                "\(1_600_000_000_000 + Int((time * 1000).rounded())),2020-09-13T13:26:40.000,\(decimals(time - start, 3)),\(cells(row(acceleration, rate)))"
            }
    }

    private func accelerometer(_ count: Int = 125, from start: Double = 0) -> String {
        metaWear("g", count, rateHz: 12.5, from: start) { acceleration, _ in acceleration / standardGravity }
    }

    private func gyroscope(_ count: Int = 250, from start: Double = 0) -> String {
        let degrees = degrees
        return metaWear("deg/s", count, rateHz: 25, from: start) { _, rate in rate * degrees }
    }

    private func join(_ accelerometer: String, _ gyroscope: String) throws -> Reading {
        try withFolder(["s_Accelerometer_12.500Hz.csv": accelerometer, "s_Gyroscope_25.000Hz.csv": gyroscope]) {
            try read(paths: ["\($0)/s_Accelerometer_12.500Hz.csv", "\($0)/s_Gyroscope_25.000Hz.csv"])
        }
    }

    @Test func samplesStandAtTheTimesOfTheFasterFileOverTheCommonTime() throws {
        let reading = try join(accelerometer(), gyroscope(from: -0.2))
        #expect(reading.facts.format == "metawear")
        #expect(try abs(#require(reading.facts.rateHz) - 25) < 1e-6)
        // The accelerometer ends at 9.92 s, the gyroscope at 9.76 s.
        #expect(abs(reading.facts.durationSeconds - 9.76) < 1e-6)
        #expect(try abs(#require(reading.facts.startEpochSeconds) - 1_600_000_000) < 1e-3)
        #expect(follows(reading, accuracy: 0.15))
    }

    @Test func theOrderOfTheFilesMakesNoDifference() throws {
        try withFolder(["a.csv": accelerometer(), "b.csv": gyroscope(from: 0.3)]) { folder in
            let forth = try read(paths: ["\(folder)/a.csv", "\(folder)/b.csv"])
            let back = try read(paths: ["\(folder)/b.csv", "\(folder)/a.csv"])
            #expect(zip(forth.samples, back.samples).allSatisfy { abs($0.timeSeconds - $1.timeSeconds) < 1e-9 && $0.angularRate == $1.angularRate })
            #expect(forth.samples.count == back.samples.count)
        }
    }

    @Test func nothingIsInterpolatedAcrossAGap() throws {
        var lines = accelerometer().split(separator: "\n").map(String.init)
        lines.removeSubrange(51..<76)
        let reading = try join(lines.joined(separator: "\n"), gyroscope())
        #expect(reading.facts.gaps.count == 1)
        let gap = try #require(reading.facts.gaps.first)
        #expect(abs(gap.durationSeconds - 2.08) < 0.05)
        #expect(!reading.samples.contains { $0.timeSeconds > gap.startSeconds + 1e-6 && $0.timeSeconds < gap.startSeconds + gap.durationSeconds - 1e-6 })
        #expect(follows(reading, accuracy: 0.15))
    }

    @Test func filesThatDoNotOverlapAreNotOneRecording() throws {
        let error = try #require(throws: IngestError.self) { try join(accelerometer(), gyroscope(from: 100)) }
        #expect(error.message.contains("do not belong together"))
        #expect(error.remedy == "Name files of the same recording")
    }

    @Test func twoAccelerometersAreTwoRecordings() throws {
        let error = try #require(throws: IngestError.self) { try join(accelerometer(), accelerometer()) }
        #expect(error.message.contains("same kind of data"))
    }

    @Test func gravityIsNotCountedTwice() throws {
        let gravity = "Time (s),Gravity x (m/s^2),Gravity y (m/s^2),Gravity z (m/s^2)\n"
            + (0..<250).map { "\(decimals(Double($0) / 25, 3)),0,0,9.81" }.joined(separator: "\n")
        let total = "Time (s),Acceleration x (m/s^2),Acceleration y (m/s^2),Acceleration z (m/s^2)\n"
            + rows(250, rateHz: 25, from: 0) { time, acceleration, _ in "\(decimals(time, 3)),\(cells(acceleration))" }
        try withFolder(["a_Accelerometer.csv": total, "a_Gravity.csv": gravity]) { folder in
            let alone = try read(paths: ["\(folder)/a_Accelerometer.csv"])
            let both = try read(paths: ["\(folder)/a_Accelerometer.csv", "\(folder)/a_Gravity.csv"])
            #expect(both.samples == alone.samples)
            #expect(both.facts.files == alone.facts.files)
            #expect(both.finding("file-not-used")?.file == "\(folder)/a_Gravity.csv")
        }
    }

    @Test func aWrongLabelOfTheRateFileShowsAgainstGravity() throws {
        let mislabelled = metaWear("deg/s", 250, rateHz: 25, from: 0) { _, rate in rate }
        let reading = try join(accelerometer(), mislabelled)
        #expect(follows(reading, accuracy: 0.15))
        #expect(reading.finding("unit-doubt")?.message.contains("rad/s") == true)
    }

    @Test func aMissingPartnerOfAPairIsToldByName() throws {
        try withFolder(["a.csv": accelerometer()]) { folder in
            let error = try #require(throws: IngestError.self) { try read(paths: ["\(folder)/a.csv", "\(folder)/b.csv"]) }
            #expect(error.file == "\(folder)/b.csv")
            #expect(error.kind == .noInput)
        }
    }
}
