import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct ReversedReadingTests {
    private let growth = SetGrowth(SetFinder.Parameters())

    private func found(_ kind: SignalKind, in sensor: SyntheticSensor) throws -> (set: MovementSet, signals: MovementSignals) {
        var signals = MovementSignals(sensor.segment())
        return (try #require(SetFinder().sets(in: &signals, kinds: [kind]).max { $0.count < $1.count }), signals)
    }

    @Test(arguments: [(SignalKind.tilt, SyntheticSensor.Manner.legRaise), (.travel, .stillArmSquat)])
    func aSetBeyondDoubtTurnsWhereItDoesForwards(kind: SignalKind, manner: SyntheticSensor.Manner) throws {
        let (set, signals) = try found(kind, in: .set(8, manner))
        let backwards = try #require(ReversedReading(of: set, besides: [], in: signals, by: growth))
        let turns = set.excursions.reversed().map { signals.segment.seconds(at: $0.turn) }
        #expect(backwards.turnSeconds.count == 8 && turns.count == 8)
        #expect(zip(backwards.turnSeconds, turns).allSatisfy { abs($0 - $1) < 0.1 })
    }

    @Test func readRoundTheOtherEndItIsHeldAgainstThatEnd() throws {
        let (set, signals) = try found(.tilt, in: .set(8, .legRaise))
        let other = try #require(set.exchanged.first)
        let backwards = try #require(ReversedReading(of: other, besides: [], in: signals, by: growth))
        #expect(backwards.turnSeconds.count == other.count)
        let turns = other.excursions.map { signals.segment.seconds(at: $0.turn) }
        #expect(backwards.turnSeconds.allSatisfy { turn in turns.contains { abs($0 - turn) < 0.1 } })
    }

    /// What was looked at is not held against the set elsewhere: neither a set before it nor one after it.
    @Test func whatLiesFartherOffTakesNoPart() throws {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: 12)
        sensor.repeating(9, .legRaise)
        sensor.rest(12)
        sensor.repeating(4, .legRaise)
        sensor.rest(5)
        let (set, signals) = try found(.tilt, in: sensor)
        #expect(try #require(ReversedReading(of: set, besides: [], in: signals, by: growth)).turnSeconds.count == 9)
    }

    /// A pause that would not end a set does where the next set is certain already.
    @Test func whatIsASetOfItsOwnIsNotReadIntoIt() throws {
        var sensor = SyntheticSensor.set(9, .legRaise, restSeconds: 7.8)
        sensor.repeating(4, .legRaise)
        sensor.rest(12)
        let (all, signals) = try found(.tilt, in: sensor)
        let split = try #require(all.excursions.count == 13 ? all : nil, "both are one set to whoever knows of none")
        var (one, other) = (split, split)
        (one.excursions, other.excursions) = (Array(split.excursions.prefix(9)), Array(split.excursions.suffix(4)))
        #expect(try #require(ReversedReading(of: one, besides: [], in: signals, by: growth)).turnSeconds.count > 9)
        #expect(ReversedReading(of: one, besides: [other], in: signals, by: growth)?.turnSeconds.count == 9)
    }

    private func confirmed(_ turns: [Double], further: [Double] = []) -> DetectedSet {
        ReversedReading(turnSeconds: turns, furtherTurnSeconds: further).confirming(DetectedSet(reps: [10, 14, 18, 22]))
    }

    @Test func repsThatBothWaysShowAreConfirmed() {
        let same = confirmed([22, 18.4, 14, 9.5])
        #expect(same.reps.allSatisfy(\.isSeenBackwards) && same.turnsOnlySeenBackwards == [])
        #expect(same.countRange == 4...4)
    }

    @Test func whatBackwardsHasMoreOrLessIsOpen() {
        #expect(confirmed([26, 22, 18, 14, 10]).countRange == 4...5)
        #expect(confirmed([22, 18, 14]).countRange == 3...4)
        #expect(confirmed([26, 22, 18, 14]).countRange == 3...5)
    }

    /// From the other end it may stop at a pause: three reps alike behind it are a set, two may be none, and without a pause all may be.
    @Test func aRunOfRepsBehindAPauseIsNoDoubt() {
        func range(_ pause: Double, _ behind: Int) -> ClosedRange<Int> {
            let turns = (0..<8).map { 10 + 4 * Double($0) + ($0 >= 8 - behind ? pause : 0) }
            return ReversedReading(turnSeconds: Array(turns.prefix(8 - behind)), furtherTurnSeconds: [])
                .confirming(DetectedSet(reps: turns)).countRange
        }
        #expect(range(4, 3) == 8...8 && range(4, 5) == 8...8)
        #expect(range(4, 2) == 6...8)
        #expect(range(0, 3) == 5...8)
        #expect(range(4, 8) == 0...8)
    }

    /// The rhythm of force shows reps that travel does not: enough to confirm one, not to add one.
    @Test func furtherTurnsConfirmAndAddNothing() {
        #expect(confirmed([22, 18, 14], further: [10, 26]).countRange == 4...4)
        func completed(_ turns: [Double], further: [Double], of reps: [Double] = [10, 14, 18, 22]) -> DetectedSet {
            var set = DetectedSet(reps: reps)
            set.repsAfter = [DetectedRep(startSeconds: 24, turnSeconds: 26, endSeconds: 28, tiltDegrees: 60)]
            return ReversedReading(turnSeconds: turns, furtherTurnSeconds: further).confirming(set)
        }
        let all = [22.0, 18, 14, 10]
        #expect(completed(all, further: [26]).completed().countRange == 5...5)
        #expect(completed(all, further: []).completed().countRange == 4...5)
        // Who does not count it leaves it open if the set read backwards has it, and does not if only the rhythm has.
        #expect(completed([26] + all, further: []).countRange == 4...5)
        #expect(completed(all, further: [26]).countRange == 4...4)
        // Three reps found theirs in the company of other sets.
        #expect(completed([22, 18, 14], further: [], of: [14, 18, 22]).completed().countRange == 4...4)
    }

    /// Only where there is doubt is a set read twice.
    @Test func theDetectorLooksWhereARepIsInDoubt() throws {
        let clear = try #require(SegmentDetector().detect(SyntheticSensor.set(8, .legRaise).segment()).tiltSets.first)
        #expect(!clear.isInDoubt && clear.countRange == 8...8)
        var sensor = SyntheticSensor.set(8, .legRaise, restSeconds: 2)
        sensor.repeating(1, .init(degrees: 34, waySeconds: 1.9))
        sensor.rest(5)
        let doubtful = try #require(SegmentDetector().detect(sensor.segment()).tiltSets.max { $0.count < $1.count })
        #expect(doubtful.isInDoubt)
        let seen = doubtful.reps.count(where: \.isSeenBackwards)
        #expect(seen >= 8 && doubtful.countRange.lowerBound == seen)
    }
}

extension DetectedSet {
    /// A set of reps that turn at these seconds, two after they begin.
    fileprivate init(reps turns: [Double]) {
        self.init(
            kind: .tilt,
            reps: turns.map { DetectedRep(startSeconds: $0 - 2, turnSeconds: $0, endSeconds: $0 + 2, tiltDegrees: 60) },
            partialReps: 0, quality: 1, regularity: 1, score: 1, weight: 1,
            portrait: MovementPortrait(posture: .zero, tiltSize: 1, travelSize: 1, periodSeconds: 4, tiltDegrees: 60),
            tiltWay: .zero, travelWay: 0, exchanged: [])
    }
}
