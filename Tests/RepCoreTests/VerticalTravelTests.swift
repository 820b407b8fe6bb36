import Motion
import RepCore
import SyntheticMotion
import Testing

@Suite struct VerticalTravelTests {
    private func height(_ sensor: SyntheticSensor) -> [Double] {
        let segment = sensor.segment()
        return VerticalTravel().estimate(segment, up: UpDirection().estimate(segment))
    }

    /// Extent in the middle of the set, where the high pass has settled.
    private func extent(_ height: [Double]) -> Double {
        let middle = height.dropFirst(height.count / 3).dropLast(height.count / 3)
        return (middle.max() ?? 0) - (middle.min() ?? 0)
    }

    @Test(arguments: [0.7, 1, 1.5], [true, false])
    func sinkingAndRisingIsSeenInMetres(waySeconds: Double, hasGyroscope: Bool) {
        var sensor = SyntheticSensor.set(10, .init(metres: -0.4, waySeconds: waySeconds))
        sensor.hasGyroscope = hasGyroscope
        #expect(abs(extent(height(sensor)) - 0.4) < 0.06)
    }

    @Test func tiltingOnTheSpotIsNoTravel() {
        #expect(extent(height(.set(10, .legRaise))) < 0.02)
    }

    @Test func travelWhileTiltingIsStillTravel() {
        #expect(abs(extent(height(.set(10, .init(degrees: 80, metres: -0.4)))) - 0.4) < 0.06)
    }

    @Test func anOffsetOfTheSensorDoesNotDriftAway() {
        var segment = SyntheticSensor.set(10, .stillArmSquat, restSeconds: 60).segment()
        for index in segment.acceleration.indices { segment.acceleration[index].z += 0.5 }
        let height = VerticalTravel().estimate(segment, up: UpDirection().estimate(segment))
        #expect(height.allSatisfy { abs($0) < 0.6 })
    }

    @Test func turningTheSensorChangesNothing() {
        let plain = height(.set(6, .stillArmSquat))
        for rotation in Quaternion.random(5, seed: 6) {
            var turned = SyntheticSensor.set(6, .stillArmSquat)
            turned.mount = rotation
            #expect(largestDifference(height(turned), plain) < 1e-6)
        }
    }

    @Test func anEmptySegmentHasNone() {
        #expect(VerticalTravel().estimate(MovementSegment(startSeconds: 0, rateHz: 25, acceleration: []), up: []).isEmpty)
    }
}
