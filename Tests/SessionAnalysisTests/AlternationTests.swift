import Motion
import RepCore
import SessionModel
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct AlternationTests {
    private func swings() throws -> DetectedSet {
        try #require(SegmentDetector().detect(SyntheticSensor.set(6, .legRaise).segment()).tiltSets.first)
    }

    @Test func everySwingStandsForARepOfEachLeg() throws {
        let swings = try swings()
        let set = Alternation(wornSide: .right).set(of: swings, exercise: "lunge")
        #expect(set.reps == 2 * swings.count && set.side == .alternating)
        #expect(set.detail.map(\.side) == (0..<swings.count).flatMap { _ in [Side.right, .left] })
        // Which leg began and which ended cannot be told.
        #expect(set.range == set.reps - 1...set.reps + 1)
    }

    @Test func repsFollowEachOtherAndTheOtherLegHasNoAngle() throws {
        let set = Alternation(wornSide: .left).set(of: try swings(), exercise: "lunge")
        for (rep, next) in zip(set.detail, set.detail.dropFirst()) { #expect(rep.endSeconds <= next.startSeconds + 1e-9) }
        #expect(set.detail.allSatisfy { ($0.side == .left) == ($0.rangeOfMotionDegrees != nil) })
    }

    @Test func withoutAWornSideNoSideIsClaimed() throws {
        let set = Alternation(wornSide: nil).set(of: try swings(), exercise: "lunge")
        #expect(set.side == nil && set.detail.allSatisfy { $0.side == nil })
    }
}
