import Motion
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct MovementOnsetTests {
    /// One rep between rests; its course of posture, and the grid indices of rest, turn and rest.
    private func onsets(degrees: Double, waySeconds: Double, noise: Double) -> (start: Double, end: Double) {
        var sensor = SyntheticSensor.set(1, .init(degrees: degrees, waySeconds: waySeconds, holdSeconds: 1))
        sensor.noise = noise
        let course = Smoothing.lowPass(sensor.segment().acceleration, cutoffHz: 3, rateHz: 25)
        let turn = Int((sensor.reps[0].turn * 25).rounded())
        return (
            MovementOnset.position(in: SignalSpan(course), from: turn, to: 30) / 25 - sensor.reps[0].start,
            MovementOnset.position(in: SignalSpan(course), from: turn, to: course.count - 30) / 25 - sensor.reps[0].end
        )
    }

    @Test(arguments: [20.0, 60, 120], [0.5, 1, 2, 4])
    func isWhereAReachingMovementBegan(degrees: Double, waySeconds: Double) {
        let errors = onsets(degrees: degrees, waySeconds: waySeconds, noise: 0)
        // Far turns look shorter at their ends, where up moves along the line of sight.
        let tolerance = 0.03 + 0.04 * waySeconds * degrees / 120
        #expect(abs(errors.start) < tolerance)
        #expect(abs(errors.end) < tolerance)
    }

    @Test func noiseOfASensorMovesItLittle() {
        let errors = onsets(degrees: 40, waySeconds: 1, noise: 0.1)
        #expect(abs(errors.start) < 0.1)
        #expect(abs(errors.end) < 0.1)
    }

    @Test func neverLeavesTheRestItWasGiven() {
        let ramp = (0..<50).map { SIMD3(Double($0), 0, 0) }
        #expect(MovementOnset.position(in: SignalSpan(ramp), from: 49, to: 0) == 0)
        #expect(MovementOnset.position(in: SignalSpan(ramp.reversed()), from: 0, to: 49) == 49)
    }

    @Test func withoutMovementThereIsNoOnsetBetween() {
        let still = Array(repeating: SIMD3(0, 0, 9.8), count: 20)
        #expect((0...19).contains(MovementOnset.position(in: SignalSpan(still), from: 15, to: 3)))
    }
}
