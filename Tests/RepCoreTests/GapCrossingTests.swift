import SyntheticMotion
import Testing

@testable import RepCore

/// Eight leg swings of 3 s each from 4 s on, the recording interrupted within the fifth: home at 16, turn at 17.5, home at 19 s.
@Suite struct GapCrossingTests {
    private func findings(gap: Range<Double>) -> [SegmentFindings] {
        let whole = SyntheticMovement.reps(8, degrees: 60, metres: 0).segment
        func part(_ seconds: Range<Double>) -> MovementSegment {
            let range = Int(seconds.lowerBound * whole.rateHz)..<Int(seconds.upperBound * whole.rateHz)
            return MovementSegment(
                startSeconds: Double(range.lowerBound) / whole.rateHz, rateHz: whole.rateHz,
                acceleration: Array(whole.acceleration[range]), angularRate: whole.angularRate.map { Array($0[range]) })
        }
        return [part(0..<gap.lowerBound), part(gap.upperBound..<Double(whole.count) / whole.rateHz)].map {
            SegmentDetector().detect($0)
        }
    }

    private func counts(gap: Range<Double>) -> (before: [Int], after: [Int]) {
        let (seen, completed) = (findings(gap: gap), GapCrossing().completed(findings(gap: gap)))
        func counts(_ segments: [SegmentFindings]) -> [Int] { segments.map { $0.tiltSets.reduce(0) { $0 + $1.count } } }
        return (counts(seen), counts(completed))
    }

    @Test func aRepSeenAtItsTurnAndAtHomeAfterwardsCounts() throws {
        let (seen, completed) = counts(gap: 17.6..<19)
        #expect(seen == [4, 3])
        #expect(completed == [5, 3])
        let rep = try #require(GapCrossing().completed(findings(gap: 17.6..<19))[0].tiltSets.last?.reps.last)
        #expect(abs(rep.turnSeconds - 17.5) < 0.2)
        #expect(rep.endSeconds == 19)
    }

    @Test func aRepWhoseTurnTheGapHidesDoesNot() {
        let (seen, completed) = counts(gap: 16.3..<18.8)
        #expect(completed == seen)
    }

    @Test func afterALongGapNobodyKnows() {
        let segments = findings(gap: 17.6..<19)
        var later = segments
        later[1].startSeconds += 60
        #expect(GapCrossing().completed(later)[0].tiltSets.map(\.count) == segments[0].tiltSets.map(\.count))
    }

    @Test func anotherPostureAfterTheGapIsNoWayBack() {
        var segments = findings(gap: 17.6..<19)
        segments[1].openingForce = SIMD3(0, 9.81, 0)
        #expect(GapCrossing().completed(segments)[0].tiltSets.map(\.count) == segments[0].tiltSets.map(\.count))
    }

    @Test func aRecordingThatEndsAtATurnHasNotSeenTheRep() {
        let alone = [findings(gap: 17.6..<19)[0]]
        #expect(GapCrossing().completed(alone) == alone)
    }
}
