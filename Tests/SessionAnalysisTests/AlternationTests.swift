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

    @Test func withoutAWornSideNoRepHasALeg() throws {
        let set = Alternation(wornSide: nil).set(of: try swings(), exercise: "lunge")
        #expect(set.side == .alternating && set.detail.allSatisfy { $0.side == nil })
    }

    @Test func legsAlternateWhereTheBodySinksBetweenSwingsAsItDoesWithThem() throws {
        let swings = try swings()
        let with = swings.reps.map(\.turnSeconds)
        let between = halfway(with)
        #expect(Alternation(wornSide: nil, sinks: with + between).finding(on: swings) == .alternating)
        #expect(Alternation(wornSide: nil, sinks: with).finding(on: swings) == .oneLeg)
        // Travel that does not see the swings says nothing about what it sees besides.
        #expect(Alternation(wornSide: nil, sinks: between).finding(on: swings) == nil)
        #expect(Alternation(wornSide: nil).finding(on: swings) == nil)
    }

    /// Travel, high-passed, does not see reps of five seconds; what the body does between swings from standing does.
    @Test(arguments: [(0.0, Alternation.Finding.oneLeg), (0.25, .alternating)])
    func slowLegsAlternateWhereTheBodySinksBetweenSwings(metres: Double, finding: Alternation.Finding) throws {
        let segment = SyntheticMovement.slowLunges(6, sinkingBetween: metres).segment
        let swings = try #require(SegmentDetector().detect(segment).sets.first { $0.kind == .tilt && $0.count == 6 })
        #expect(Alternation(wornSide: .left).finding(on: swings, way: .front) == finding)
        #expect(Alternation(wornSide: .left).finding(on: swings, way: .both) == nil, "home is no standing")
    }

    /// One pause between two swings is no pause measured; then travel is asked.
    @Test func withoutAMeasuredPauseTravelTells() throws {
        var swings = try swings()
        swings.features = MovementFeatures()
        swings.features?.gapSinkMetres = 0.3
        let with = swings.reps.map(\.turnSeconds)
        #expect(Alternation(wornSide: nil, sinks: with + halfway(with)).finding(on: swings, way: .front) == .alternating)
        #expect(Alternation(wornSide: nil, sinks: with).finding(on: swings, way: .front) == .oneLeg)
    }

    /// Left, right, left: the leg that begins may end.
    @Test(arguments: [false, true], [false, true])
    func whereEverySinkIsSeenThereAreAsManyRepsAsSinks(otherBegins: Bool, otherEnds: Bool) throws {
        let swings = try swings()
        let with = swings.reps.map(\.turnSeconds)
        let step = swings.portrait.periodSeconds
        let sinks = (otherBegins ? [with[0] - step / 2] : []) + with + halfway(with)
            + (otherEnds ? [with[with.count - 1] + step / 2] : [])
        let set = Alternation(wornSide: .left, sinks: sinks).set(of: swings, exercise: "lunge")
        #expect(set.reps == sinks.count && set.detail.first?.side == (otherBegins ? .right : .left))
        for (rep, next) in zip(set.detail, set.detail.dropFirst()) {
            #expect(rep.side != next.side && rep.endSeconds <= next.startSeconds + 1e-9)
        }
    }

    @Test func sinksAreWhereTravelIsLowest() throws {
        let squats = SyntheticSensor.set(6, .init(degrees: 60, metres: -0.35))
        let seen = SegmentDetector().detect(squats.segment()).travelSets
        let alternation = Alternation(wornSide: nil, travelSets: seen)
        #expect(alternation.sinks.count == 6)
        for (sink, rep) in zip(alternation.sinks, squats.reps) { #expect(abs(sink - rep.turn) < 0.3) }
        // A pelvis hardly sinks by a hand's breadth when a thigh goes level.
        let small = SegmentDetector().detect(SyntheticSensor.set(6, .init(degrees: 60, metres: -0.06)).segment())
        #expect(Alternation(wornSide: nil, travelSets: small.travelSets).sinks.isEmpty)
    }

    private func halfway(_ turns: [Double]) -> [Double] { zip(turns, turns.dropFirst()).map { ($0 + $1) / 2 } }
}
