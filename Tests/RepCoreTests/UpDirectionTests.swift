import Motion
import RepCore
import SyntheticMotion
import Testing

@Suite struct UpDirectionTests {
    /// Largest angle in degrees between the estimate and the truth, a second away from the ends.
    private func largestError(_ sensor: SyntheticSensor, truth: SyntheticSensor) -> Double {
        // The truth is what the same sensor reads without noise and without travel.
        let still = truth.segment().acceleration.compactMap(\.normalized)
        let up = UpDirection().estimate(sensor.segment())
        return zip(up, still).dropFirst(25).dropLast(25).map { ($0 - $1).length * 180 / .pi }.max() ?? .infinity
    }

    private func sensor(metres: Double, noise: Double = 0.02) -> SyntheticSensor {
        var sensor = SyntheticSensor.set(6, .init(degrees: 70, metres: metres))
        sensor.noise = noise
        return sensor
    }

    @Test func aSensorAtRestReadsUp() {
        var sensor = SyntheticSensor()
        sensor.rest(10)
        sensor.mount = Quaternion(rotationVector: SIMD3(0.3, -1.1, 2))
        for up in UpDirection().estimate(sensor.segment()) {
            #expect((up - sensor.mount.rotate(SIMD3(0, 0, 1))).length < 0.01)
        }
    }

    @Test func theGyroscopeFollowsEveryTurnWithoutDelay() {
        #expect(largestError(sensor(metres: 0), truth: sensor(metres: 0, noise: 0)) < 1)
    }

    @Test func theBodysOwnAccelerationIsNotUp() {
        #expect(largestError(sensor(metres: -0.4), truth: sensor(metres: 0, noise: 0)) < 2)
    }

    @Test func withoutAGyroscopeSlowTurnsAreFollowed() {
        var sensor = SyntheticSensor.set(4, .init(degrees: 60, waySeconds: 3))
        var truth = sensor
        sensor.hasGyroscope = false
        truth.noise = 0
        #expect(largestError(sensor, truth: truth) < 4)
    }

    @Test func turningTheSensorTurnsTheAnswer() {
        let plain = UpDirection().estimate(sensor(metres: -0.2).segment())
        for rotation in Quaternion.random(5, seed: 4) {
            var turned = sensor(metres: -0.2)
            turned.mount = rotation
            let up = UpDirection().estimate(turned.segment())
            #expect(zip(up, plain).allSatisfy { ($0 - rotation.rotate($1)).length < 1e-9 })
        }
    }

    @Test(arguments: [true, false])
    func freeFallHasNoUp(hasGyroscope: Bool) {
        let zeros = Array(repeating: SIMD3<Double>.zero, count: 100)
        let segment = MovementSegment(
            startSeconds: 0, rateHz: 25, acceleration: zeros, angularRate: hasGyroscope ? zeros : nil)
        #expect(UpDirection().estimate(segment) == zeros)
    }

    @Test func anEmptySegmentHasNone() {
        #expect(UpDirection().estimate(MovementSegment(startSeconds: 0, rateHz: 25, acceleration: [])).isEmpty)
    }
}
