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
        let backwards = try #require(ReversedReading(of: set, in: signals, by: growth))
        let turns = set.excursions.reversed().map { signals.segment.seconds(at: $0.turn) }
        #expect(backwards.turnSeconds.count == 8 && turns.count == 8)
        #expect(zip(backwards.turnSeconds, turns).allSatisfy { abs($0 - $1) < 0.1 })
    }

    @Test func readRoundTheOtherEndItIsHeldAgainstThatEnd() throws {
        let (set, signals) = try found(.tilt, in: .set(8, .legRaise))
        let other = try #require(set.exchanged.first)
        let backwards = try #require(ReversedReading(of: other, in: signals, by: growth))
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
        #expect(try #require(ReversedReading(of: set, in: signals, by: growth)).turnSeconds.count == 9)
    }

    private let set = DetectedSet(reps: [10, 14, 18])

    private func confirmed(_ turns: [Double], further: [Double] = []) -> DetectedSet {
        ReversedReading(turnSeconds: turns, furtherTurnSeconds: further).confirming(set)
    }

    @Test func repsThatBothWaysShowAreConfirmed() {
        let same = confirmed([18.4, 14, 9.5])
        #expect(same.reps.allSatisfy(\.isSeenBackwards) && same.turnsOnlySeenBackwards == [])
        #expect(same.countRange == 3...3)
    }

    @Test func whatBackwardsHasMoreOrLessIsOpen() {
        #expect(confirmed([22, 18, 14, 10]).countRange == 3...4)
        #expect(confirmed([18, 14]).countRange == 2...3)
        #expect(confirmed([22, 18, 14]).countRange == 2...4)
    }

    /// The rhythm of force shows reps that travel does not: enough to confirm one, not to add one.
    @Test func furtherTurnsConfirmAndAddNothing() {
        #expect(confirmed([18, 14], further: [10, 22]).countRange == 3...3)
        var set = set
        set.repsAfter = [DetectedRep(startSeconds: 20, turnSeconds: 22, endSeconds: 24, tiltDegrees: 60)]
        func completed(_ further: [Double]) -> DetectedSet {
            ReversedReading(turnSeconds: [18, 14, 10], furtherTurnSeconds: further).confirming(set).completed()
        }
        #expect(completed([22]).countRange == 4...4)
        #expect(completed([]).countRange == 3...4)
    }

    /// Only where there is doubt is a set read twice.
    @Test func theDetectorLooksWhereARepIsInDoubt() throws {
        let clear = try #require(SegmentDetector().detect(SyntheticSensor.set(8, .legRaise).segment()).tiltSets.first)
        #expect(clear.turnsOnlySeenBackwards == nil && clear.countRange == 8...8)
        var sensor = SyntheticSensor.set(8, .legRaise, restSeconds: 2)
        sensor.repeating(1, .init(degrees: 34, waySeconds: 1.9))
        sensor.rest(5)
        let doubtful = try #require(SegmentDetector().detect(sensor.segment()).tiltSets.max { $0.count < $1.count })
        #expect(doubtful.isInDoubt && doubtful.turnsOnlySeenBackwards != nil)
        #expect(doubtful.countRange.contains(doubtful.count))
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
