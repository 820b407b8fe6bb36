import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct GaitTests {
    private func run(_ seconds: Double, shaking: Double, turning: Double? = 1) -> WalkingRun {
        WalkingRun(
            durationSeconds: seconds, up: SIMD3(0, 0, 1), turning: nil,
            gait: Gait(shaking: shaking, strikes: 0.5, turning: turning))
    }

    private func gait(_ movement: SyntheticMovement) throws -> Gait {
        try #require(Gait(SegmentDetector().detect(movement.segment).walking))
    }

    /// A limb that swings by 0.35 rad, 0.9 times a second.
    @Test func turningIsThatOfTheLimb() throws {
        let turning = try #require(try gait(.walk(seconds: 20)).turning)
        #expect(abs(turning - 0.35 * 2 * .pi * 0.9 / 2.0.squareRoot()) < 0.05)
    }

    @Test func turningTheSensorRoundChangesNothing() throws {
        let one = try gait(.walk(seconds: 20))
        let other = try gait(.walk(seconds: 20, mount: Quaternion(rotationVector: SIMD3(0.3, 1.2, -0.7))))
        for measure in Gait.Measure.allCases {
            #expect(abs(try #require(one[measure]) - #require(other[measure])) < 1e-6)
        }
    }

    @Test func whatWasWalkedLongestCounts() throws {
        let runs = [run(2, shaking: 9), run(10, shaking: 3), run(3, shaking: 1)]
        #expect(try #require(Gait(runs)).shaking == 3)
        #expect(Gait(runs) == Gait(runs.reversed()))
    }

    @Test func aFewStepsShowNothing() {
        #expect(Gait([]) == nil)
        #expect(Gait([run(1, shaking: 3), run(1.5, shaking: 3)]) == nil)
        #expect(Gait([WalkingRun(durationSeconds: 60, up: SIMD3(0, 0, 1), turning: nil)]) == nil)
    }

    @Test func withoutAGyroscopeThereIsNoTurning() throws {
        let gait = try #require(Gait([run(5, shaking: 3, turning: nil)]))
        #expect(gait.turning == nil && gait[.turning] == nil && gait.shaking == 3)
    }
}
