import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct MovementSignalsTests {
    @Test func smoothingKeepsPostureAndLosesTremor() {
        var segment = SyntheticSensor.set(4, .legRaise).segment()
        let still = segment.acceleration[0]
        for index in segment.acceleration.indices { segment.acceleration[index].x += index.isMultiple(of: 2) ? 2 : -2 }
        let signals = MovementSignals(segment)
        let smooth = signals.smoothed(.tilt, cutoffHz: 2)
        #expect(smooth.count == segment.count)
        #expect((smooth[50] - still).length < 0.1)
    }

    @Test func travelIsScaledToCompareWithTilt() {
        let signals = MovementSignals(SyntheticSensor.set(8, .stillArmSquat).segment())
        let travel = signals.smoothed(.travel, cutoffHz: 10)
        let metres = signals.heightMetres
        #expect(largestDifference(travel.map { $0.x / 20 }, metres) < 0.01)
        #expect(travel.allSatisfy { $0.y == 0 && $0.z == 0 })
    }

    @Test func travelIsNotSmoothedBelowItsOwnHighPass() {
        let signals = MovementSignals(SyntheticSensor.set(4, .stillArmSquat).segment())
        #expect(signals.smoothed(.travel, cutoffHz: 0.1) == signals.smoothed(.travel, cutoffHz: 0.4))
        #expect(signals.smoothed(.tilt, cutoffHz: 0.1) != signals.smoothed(.tilt, cutoffHz: 0.4))
    }

    @Test func postureIsSlowTilt() {
        let signals = MovementSignals(SyntheticSensor.set(4, .legRaise).segment())
        #expect(signals.posture == signals.smoothed(.tilt, cutoffHz: 0.5))
    }

    /// Filters run both ways, so the signals of a recording played backwards are its signals played backwards.
    @Test func reversedTheyAreThoseOfTheReversedRecording() {
        var sensor = SyntheticSensor.set(6, .init(degrees: 50, metres: -0.3, waySeconds: 1.2), restSeconds: 30)
        sensor.rest(30)
        let segment = sensor.segment()
        let all = 0..<segment.count
        let (reversed, own) = (MovementSignals(segment).reversed(all), MovementSignals(segment.reversed(all)))
        // Where the recording begins and ends each way knows a little less.
        let inner = all.dropFirst(250).dropLast(250)
        #expect(largestDifference(inner.map { reversed.heightMetres[$0] }, inner.map { own.heightMetres[$0] }) < 0.05)
        #expect(inner.allSatisfy { (reversed.up[$0] - own.up[$0]).length < 0.01 })
        #expect(inner.allSatisfy { (reversed.posture[$0] - own.posture[$0]).length < 1e-6 })
    }

    /// A part at the start, in the middle, at the end, and all of it; asked for again after others.
    @Test(arguments: [SignalKind.tilt, .travel], [0.35, 1, 3])
    func aPartIsWhatTheWholeIsThere(kind: SignalKind, cutoffHz: Double) {
        var sensor = SyntheticSensor.set(30, .init(degrees: 60, metres: -0.3, waySeconds: 1.5), restSeconds: 40)
        sensor.rest(40)
        var signals = MovementSignals(sensor.segment())
        let whole = signals.smoothed(kind, cutoffHz: cutoffHz)
        let count = whole.count
        for wanted in [0..<10, 1700..<1900, count - 5..<count, 1710..<1720, 0..<count, -20..<count + 20] {
            let span = signals.smoothed(kind, cutoffHz: cutoffHz, covering: wanted)
            let clamped = wanted.clamped(to: 0..<count)
            #expect(span.range.lowerBound <= clamped.lowerBound && clamped.upperBound <= span.range.upperBound)
            #expect(span.range.allSatisfy { (span[$0] - whole[$0]).length < 1e-7 })
        }
    }
}
