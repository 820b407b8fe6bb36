import Motion
import Testing

@testable import MotionIngest

@Suite struct ExportFolderTests {
    private static func sensorLogger(_ vector: @escaping (SIMD3<Double>, SIMD3<Double>) -> SIMD3<Double>) -> String {
        "time,seconds_elapsed,z,y,x\n"
            + rows(300) { time, acceleration, rate in
                let value = vector(acceleration, rate)
                return "\(1_600_000_000_000_000_000 + Int((time * 1e9).rounded())),\(time),\(decimals(value.z, 9)),\(decimals(value.y, 9)),\(decimals(value.x, 9))"
            }
    }

    private static func metadata(_ platform: String) -> String {
        "version,device name,recording time,platform,appVersion\n3,Phone,2020-09-13_12-26-40,\(platform),1.12.0\n"
    }

    private let user = SIMD3(0.3, -0.2, 0.1)

    /// `sign` is -1 for the way iOS writes it.
    private func phone(sign: Double, _ extra: [String: String]) -> [String: String] {
        let user = user
        return [
            "Accelerometer.csv": Self.sensorLogger { _, _ in sign * user },
            "Gravity.csv": Self.sensorLogger { acceleration, _ in sign * (acceleration - user) },
            "Gyroscope.csv": Self.sensorLogger { _, rate in rate },
            "Annotation.csv": "", "Orientation.csv": Self.sensorLogger { $1 },
        ].merging(extra) { $1 }
    }

    @Test(arguments: [("ios", -1.0), ("android", 1.0)])
    func gravityAndAccelerationAddUpToTheSpecificForceWhateverThePhone(platform: String, sign: Double) throws {
        let files = phone(sign: sign, ["Metadata.csv": Self.metadata(platform)])
        let reading = try withFolder(files) { try read(paths: [$0]) }
        #expect(reading.facts.format == "sensor-logger")
        #expect(reading.facts.files.count == 3)
        #expect(reading.samples.count == 300)
        #expect(reading.facts.hasAngularRate)
        #expect(follows(reading, accuracy: 0.01))
    }

    @Test func aStillPhoneLyingFaceUpReadsPlusOneGOnZ() throws {
        let files = [
            "Accelerometer.csv": Self.sensorLogger { _, _ in .zero },
            "Gravity.csv": Self.sensorLogger { _, _ in SIMD3(0, 0, -standardGravity) },
        ]
        let reading = try withFolder(files) { try read(paths: [$0]) }
        #expect(reading.samples.allSatisfy { abs($0.acceleration.z - standardGravity) < 1e-6 })
        #expect(reading.finding("platform-assumed") != nil)
    }

    @Test func totalAccelerationIsPreferred() throws {
        let files = phone(sign: 1, ["TotalAcceleration.csv": Self.sensorLogger { acceleration, _ in acceleration }, "Metadata.csv": Self.metadata("android")])
        let reading = try withFolder(files) { try read(paths: [$0]) }
        #expect(reading.facts.files.count == 2)
        #expect(follows(reading, accuracy: 0.01))
    }

    @Test func anEmptyFileOfTheExportIsPassedOver() throws {
        let files = phone(sign: 1, ["TotalAcceleration.csv": "", "Metadata.csv": Self.metadata("android")])
        let reading = try withFolder(files) { try read(paths: [$0]) }
        #expect(follows(reading, accuracy: 0.01))
    }

    @Test func aPhyphoxFolderIsReadWithoutItsLinearAcceleration() throws {
        let header = { (unit: String) in "\"Time (s)\",\"X (\(unit))\",\"Y (\(unit))\",\"Z (\(unit))\"\n" }
        let files = [
            "Accelerometer.csv": header("m/s^2") + rows(300) { "\($0),\(cells($1))" },
            "Linear Accelerometer.csv": header("m/s^2") + rows(300) { "\($0),0,0,0.\(Int($0 * 50))" },
            "Gyroscope.csv": header("rad/s") + rows(300) { "\($0 + 0.001),\(cells($2))" },
            "meta/time.csv": "\"event\",\"experiment time\"\n\"START\",0\n",
        ]
        let reading = try withFolder(files) { try read(paths: [$0]) }
        #expect(reading.facts.format == "phyphox")
        #expect(reading.facts.hasAngularRate)
        #expect(follows(reading, from: 0.02, accuracy: 0.05))
    }

    @Test func linearAccelerationAloneIsRefused() throws {
        let files = ["Accelerometer.csv": Self.sensorLogger { _, _ in SIMD3(0.1, 0.2, 0.3) }, "Gyroscope.csv": Self.sensorLogger { $1 }]
        let error = try #require(throws: IngestError.self) { try withFolder(files) { try read(paths: [$0]) } }
        #expect(error.file.hasSuffix("Accelerometer.csv"))
        #expect(error.message.contains("gravity has been taken out"))
    }
}
