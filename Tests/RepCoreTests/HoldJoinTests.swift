import SyntheticMotion
import Testing

@testable import RepCore

/// A leg is put up from 12 to 13.5 s, kept there to 38.5 and back at 40 s; the recording is interrupted meanwhile.
@Suite struct HoldJoinTests {
    private func segments(_ gaps: [Range<Double>], _ change: (inout SyntheticSensor) -> Void = { _ in }) -> [SegmentFindings] {
        var sensor = SyntheticSensor.set(1, .init(degrees: 60, metres: 0.2, waySeconds: 1.5, holdSeconds: 25), restSeconds: 12)
        sensor.gaps = gaps
        change(&sensor)
        var buffer = EpisodeBuffer()
        var found: [SegmentFindings] = []
        let detector = SegmentDetector(lookingFor: [.holds, .likelyHolds])
        for sample in sensor.samples() { buffer.step(sample) { found.append(detector.detect($0)) } }
        buffer.finish { found.append(detector.detect($0)) }
        return found
    }

    /// The posture of the raised leg.
    private func raised(_ segments: [SegmentFindings]) -> [Hold] {
        segments.flatMap(\.holds).filter { $0.startSeconds > 12.5 && $0.endSeconds < 39.5 }
    }

    @Test(arguments: [[20.0..<21.0], [36.2..<37.4], [15.0..<16.5], [20..<21, 30..<31]])
    func aShortGapDoesNotEndAHold(gaps: [Range<Double>]) throws {
        let whole = try #require(raised(HoldJoin().joined(segments([]))).first)
        let holds = raised(HoldJoin().joined(segments(gaps)))
        #expect(holds.count == 1)
        let hold = try #require(holds.first)
        #expect(abs(hold.startSeconds - whole.startSeconds) < 0.1 && abs(hold.endSeconds - whole.endSeconds) < 0.1)
        #expect(degreesBetween(hold.posture, whole.posture) < 0.5)
        #expect(hold.departsAndReturns())
        #expect(try degreesBetween(#require(hold.basePosture), #require(whole.basePosture)) < 1)
        #expect(abs(try #require(hold.heightAboveBaseMetres) - 0.2) < 0.03)
        #expect(abs(hold.swayDegrees - whole.swayDegrees) < 0.2)
    }

    @Test func itIsFoundWhereItEnds() {
        let joined = HoldJoin().joined(segments([20..<21]))
        #expect(raised([joined[0]]).isEmpty && raised([joined[1]]).count == 1)
        #expect(HoldFinder.main(among: joined.flatMap(\.likelyHolds)).count == 1)
    }

    @Test func whatALongGapHidesNobodyKnows() {
        let holds = raised(HoldJoin().joined(segments([20..<26])))
        #expect(holds.count == 2)
        #expect(holds.allSatisfy { $0.isCutOff && !$0.departsAndReturns() })
    }

    @Test func anotherPostureAfterTheGapIsAnotherHold() {
        var parts = segments([20..<21])
        parts[1].holds[0].posture = SIMD3(0, 1, 0)
        #expect(raised(HoldJoin().joined(parts)).count == 2)
    }

    @Test func piecesTooShortByThemselvesAreLeftOut() {
        var parts = segments([36..<37])
        #expect(parts[1].holds[0].durationSeconds < 3)
        parts[0].holds.removeLast()
        #expect(raised(HoldJoin().joined(parts)).isEmpty)
    }

    @Test func withoutGapsNothingChanges() {
        let parts = segments([])
        #expect(HoldJoin().joined(parts) == parts)
    }
}
