import Foundation
import Motion
import Testing

@testable import fixtures

@Suite struct ExportTests {
    private let reading = Device.Reading(
        instant: 0.5, timestamp: 0.5, force: [1, -2, 9.5], rate: [0.1, -0.25, .pi], up: [0.5, -1, 9.75])

    private func lines(_ file: ExportedFile) -> [String] {
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func decimalsAreWrittenAlike() {
        var text = DecimalText()
        for value in [0, -0.0004, 1.005, -12.3456, 0.05, 1234567.8] {
            text.append(value, decimals: 3)
            text.append(" ")
        }
        #expect(String(decoding: text.bytes, as: UTF8.self) == "0.000 0.000 1.005 -12.346 0.050 1234567.800 ")
    }

    @Test func canonicalIsInSIUnitsFromTimeZero() {
        let file = Export.canonical([reading], id: "a", gyroscope: true)[0]
        #expect(lines(file) == ["time_s,ax,ay,az,gx,gy,gz", "0.000,1.00,-2.00,9.50,0.100,-0.250,3.142"])
        #expect(lines(Export.canonical([reading], id: "a", gyroscope: false)[0])[1] == "0.000,1.00,-2.00,9.50")
    }

    @Test func metaWearIsInGravitiesAndDegrees() {
        let files = Export.metaWear(
            acceleration: [reading], rotation: [reading], id: "a", clock: WallClock(startMilliseconds: 1_547_219_408_431),
            accelerationRateHz: 12.5, rotationRateHz: 25)
        #expect(files[0].path.hasSuffix("_Accelerometer_12.500Hz_1.4.4.csv"))
        #expect(files[1].path.hasSuffix("_Gyroscope_25.000Hz_1.4.4.csv"))
        #expect(lines(files[0])[0] == "epoch (ms),time (00:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)")
        #expect(lines(files[0])[1] == "1547219408931,2019-01-11T15:10:08.931,0.000,0.102,-0.204,0.969")
        #expect(lines(files[1])[1].hasSuffix(",5.730,-14.324,180.000"))
    }

    @Test func sensorLoggerSplitsMinusTheForceIntoMotionAndGravity() throws {
        let files = Export.sensorLogger([reading], id: "a", clock: WallClock(startMilliseconds: 1_700_000_000_000))
        #expect(files.map(\.path) == ["a/Accelerometer.csv", "a/Gravity.csv", "a/Gyroscope.csv"])
        #expect(files.allSatisfy { lines($0)[0] == "time,seconds_elapsed,z,y,x" })
        func values(_ index: Int) -> [Double] { lines(files[index])[1].split(separator: ",").compactMap { Double($0) } }
        #expect(lines(files[0])[1].hasPrefix("1700000000500000000,"))
        // z, y, x of motion and gravity together are minus the specific force.
        for (column, axis) in [(2, 2), (3, 1), (4, 0)] {
            #expect(abs(values(0)[column] + values(1)[column] + reading.force[axis]) < 1e-9)
        }
    }

    @Test func datesAreCivil() {
        #expect(WallClock.iso(0) == "1970-01-01T00:00:00.000")
        #expect(WallClock.iso(951_782_399_999) == "2000-02-28T23:59:59.999")
        #expect(WallClock.iso(951_782_400_000) == "2000-02-29T00:00:00.000")
    }
}
