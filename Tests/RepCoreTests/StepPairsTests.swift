import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct StepPairsTests {
    private func set(_ movement: SyntheticMovement) throws -> DetectedSet {
        try #require(SegmentDetector(lookingFor: [.everything, .features]).detect(movement.segment).sets.max { $0.count < $1.count })
    }

    @Test(arguments: [SIMD3(0, 0, 0), SIMD3(1, 2, -0.5)])
    func stepsOutAndStepsBackAreOneRepEach(turn: SIMD3<Double>) throws {
        let swings = try set(SyntheticMovement.steppingLunges(8, mount: Quaternion(rotationVector: turn)))
        #expect(swings.count == 16)
        let lunges = try #require(swings.stepPairs.first)
        #expect(swings.stepPairs.count == 1 && lunges.count == 8)
        #expect(lunges.stepPairs.isEmpty && lunges.exchanged.isEmpty && lunges.score == swings.score)
        #expect(abs(try #require(lunges.features?.stepMetres) - 0.6) < 0.1)
        #expect(abs(try #require(lunges.features?[.advance]) - 0.6) < 0.1)
        for (index, rep) in lunges.reps.enumerated() {
            let start = 5 + 4.8 * Double(index)
            #expect(rep.turnSeconds > start + 0.9 && rep.turnSeconds < start + 2.8, "it turns while the leg stands out there")
            #expect(rep.likeness > 0.8, "however long it stands")
            #expect(try #require(rep.confidence) > 0.9)
        }
    }

    @Test func swingsOnTheSpotAreNone() throws {
        let swings = try set(SyntheticMovement.steppingLunges(8, steps: (0, 0)))
        #expect(swings.count == 16 && swings.stepPairs.isEmpty)
    }

    @Test func stepsThatAllGoOneWayAreNone() throws {
        let swings = try set(SyntheticMovement.steppingLunges(8, steps: (0.6, 0.6)))
        #expect(swings.count == 16 && swings.stepPairs.isEmpty)
    }

    @Test(arguments: [(2, 0), (3, 3)])
    func twoStepsOutAndBackAreTooFew(lunges: Int, expected: Int) throws {
        #expect(try set(SyntheticMovement.steppingLunges(lunges)).stepPairs.map(\.count).reduce(0, +) == expected)
    }

    /// Whoever begins in the lunge steps back first: what is out and what is back is told by the body that sinks in between.
    @Test func aRecordingMayBeginInTheLunge() throws {
        var segment = SyntheticMovement.steppingLunges(8).segment
        let cut = Int(6.2 * segment.rateHz)
        segment.acceleration.removeFirst(cut)
        segment.angularRate?.removeFirst(cut)
        let swings = try #require(
            SegmentDetector(lookingFor: [.everything, .features]).detect(segment).sets.max { $0.count < $1.count })
        let lunges = try #require(swings.stepPairs.first)
        #expect(swings.count == 15 && lunges.count == 7)
        for (index, rep) in lunges.reps.enumerated() {
            let start = 5 + 4.8 * Double(index + 1) - 6.2
            #expect(rep.turnSeconds > start + 0.9 && rep.turnSeconds < start + 2.8)
        }
    }

    @Test func withoutAGyroscopeNobodyKnows() throws {
        var segment = SyntheticMovement.steppingLunges(8).segment
        segment.angularRate = nil
        let sets = SegmentDetector(lookingFor: [.everything, .features]).detect(segment).sets
        #expect(sets.contains { $0.count >= 15 } && sets.allSatisfy(\.stepPairs.isEmpty))
    }
}
