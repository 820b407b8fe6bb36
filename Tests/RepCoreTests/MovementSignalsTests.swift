import RepCore
import SyntheticMotion
import Testing

@Suite struct MovementSignalsTests {
    @Test func smoothingKeepsPostureAndLosesTremor() {
        var segment = SyntheticSensor.set(4, .legRaise).segment()
        let still = segment.acceleration[0]
        for index in segment.acceleration.indices { segment.acceleration[index].x += index.isMultiple(of: 2) ? 2 : -2 }
        var signals = MovementSignals(segment)
        let smooth = signals.smoothed(.tilt, cutoffHz: 2)
        #expect(smooth.count == segment.count)
        #expect((smooth[50] - still).length < 0.1)
    }

    @Test func travelIsScaledToCompareWithTilt() {
        var signals = MovementSignals(SyntheticSensor.set(8, .stillArmSquat).segment())
        let travel = signals.smoothed(.travel, cutoffHz: 10)
        let metres = signals.heightMetres
        #expect(largestDifference(travel.map { $0.x / 20 }, metres) < 0.01)
        #expect(travel.allSatisfy { $0.y == 0 && $0.z == 0 })
    }

    @Test func travelIsNotSmoothedBelowItsOwnHighPass() {
        var signals = MovementSignals(SyntheticSensor.set(4, .stillArmSquat).segment())
        #expect(signals.smoothed(.travel, cutoffHz: 0.1) == signals.smoothed(.travel, cutoffHz: 0.4))
        #expect(signals.smoothed(.tilt, cutoffHz: 0.1) != signals.smoothed(.tilt, cutoffHz: 0.4))
    }

    @Test func postureIsSlowTilt() {
        var signals = MovementSignals(SyntheticSensor.set(4, .legRaise).segment())
        #expect(signals.posture() == signals.smoothed(.tilt, cutoffHz: 0.5))
    }

    @Test func askingAgainGivesTheSame() {
        var signals = MovementSignals(SyntheticSensor.set(4, .legRaise).segment())
        let first = signals.smoothed(.tilt, cutoffHz: 1)
        _ = signals.smoothed(.tilt, cutoffHz: 2)
        _ = signals.smoothed(.travel, cutoffHz: 1)
        #expect(signals.smoothed(.tilt, cutoffHz: 1) == first)
    }
}
