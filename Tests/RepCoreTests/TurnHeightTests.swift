import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct TurnHeightTests {
    private static let rateHz = 25.0

    /// Vertical acceleration of a minimum-jerk rise with rest before and after, in m/s2.
    private func rising(by metres: Double, in seconds: Double, restSeconds: Double = 0.3) -> [Double] {
        (0..<Int((seconds + 2 * restSeconds) * Self.rateHz)).map { index in
            let s = (Double(index) / Self.rateHz - restSeconds) / seconds
            return s > 0 && s < 1 ? metres * 60 * s * (1 - s) * (1 - 2 * s) / (seconds * seconds) : 0
        }
    }

    @Test(arguments: [0.05, 0.2, -0.4], [0.6, 1, 2])
    func heightIsWhatWasGained(metres: Double, seconds: Double) {
        #expect(abs(TurnHeight.rise(rising(by: metres, in: seconds), rateHz: Self.rateHz) - metres) < 0.03 * abs(metres))
    }

    @Test func aScaleThatReadsGravityOtherwiseInEitherPostureHardlyMatters() {
        let offset = (0..<40).map { 0.1 + 0.15 * min(1, max(0, (Double($0) - 7) / 25)) }
        let acceleration = zip(rising(by: 0.1, in: 1), offset).map { $0 + $1 }
        #expect(abs(TurnHeight.rise(acceleration, rateHz: Self.rateHz) - 0.1) < 0.015)
    }

    private func sets(_ sensor: SyntheticSensor) -> [DetectedSet] { SegmentDetector().detect(sensor.segment()).tiltSets }

    private static let bridge = SyntheticSensor.Manner(
        degrees: 20, metres: 0.12, waySeconds: 1.2, holdSeconds: 3, pauseSeconds: 2)

    @Test(arguments: [true, false])
    func slowHeldRepsTellUpFromDown(hasGyroscope: Bool) throws {
        var sensor = SyntheticSensor.set(8, Self.bridge)
        sensor.hasGyroscope = hasGyroscope
        let set = try #require(sets(sensor).first)
        let height = try #require(set.turnHeight)
        #expect(abs(height.metres - 0.12) < 0.04)
        #expect(height.isAboveHome == true)
        for exchanged in set.exchanged { #expect(exchanged.turnHeight?.isAboveHome == false) }
    }

    @Test func whatOnlyTurnsHasNoHeight() throws {
        let manner = SyntheticSensor.Manner(degrees: 60, waySeconds: 1.2, holdSeconds: 2, pauseSeconds: 1)
        let set = try #require(sets(.set(8, manner)).first)
        #expect(set.turnHeight?.isAboveHome == nil)
    }

    @Test func littleOrUnsureIsNotSaid() {
        #expect(TurnHeight(metres: 0.005, certainty: 20).isAboveHome == nil)
        #expect(TurnHeight(metres: 0.1, certainty: 1).isAboveHome == nil)
        #expect(TurnHeight(metres: -0.1, certainty: 5).isAboveHome == false)
    }
}
