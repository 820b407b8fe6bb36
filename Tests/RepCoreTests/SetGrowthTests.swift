import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct SetGrowthTests {
    private let growth = SetGrowth(SetFinder.Parameters())

    /// A candidate that covers only these reps of a sensor, as a search window may give it.
    private func candidate(_ reps: Range<Int>, of sensor: SyntheticSensor, homeIsHigh: Bool = false) -> MovementSet {
        func index(_ seconds: Double) -> Int { Int((seconds * 25).rounded()) }
        let excursions = sensor.reps[reps].map {
            Excursion(
                homeBefore: index($0.start), leave: index($0.start) + 8, turn: index($0.turn), back: index($0.end) - 8,
                homeAfter: index($0.end))
        }
        let acceleration = sensor.segment().acceleration
        let way = acceleration[excursions[0].turn] - acceleration[excursions[0].homeBefore]
        return MovementSet(
            kind: .tilt, cutoffHz: 1, excursions: excursions, axis: way.normalized ?? .zero, homeIsHigh: homeIsHigh,
            excursion: homeIsHigh ? way * -1 : way, home: acceleration[0], amplitude: way.length,
            repSeconds: Double(excursions[0].back - excursions[0].leave) / 25, quality: 0.9)
    }

    private func refined(_ reps: Range<Int>, of sensor: SyntheticSensor, homeIsHigh: Bool = false) throws -> MovementSet {
        var signals = MovementSignals(sensor.segment())
        return try #require(growth.refine(candidate(reps, of: sensor, homeIsHigh: homeIsHigh), in: &signals))
    }

    @Test(arguments: [3..<6, 0..<3, 7..<10])
    func aPartOfASetGrowsToAllOfIt(part: Range<Int>) throws {
        #expect(try refined(part, of: .set(10, .legRaise)).count == 10)
    }

    @Test func growthStopsAtARest() throws {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: 15)
        sensor.repeating(4, .legRaise)
        sensor.rest(5)
        #expect(try refined(1..<3, of: sensor).count == 5)
        #expect(try refined(6..<8, of: sensor).count == 4)
    }

    /// A pause ends a set, or it does not: two reps behind it say more than one.
    @Test(arguments: [(7.5, 2, 7), (7.5, 4, 9), (7.5, 1, 5), (10, 4, 5)])
    func aSetGoesOnBehindALongerPauseWhereTwoRepsFollow(pauseSeconds: Double, following: Int, reps: Int) throws {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: pauseSeconds)
        sensor.repeating(following, .legRaise)
        sensor.rest(12)
        #expect(try refined(1..<3, of: sensor).count == reps)
    }

    @Test func nothingIsResumedInASetThatIsCertainAlready() throws {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: 7.5)
        sensor.repeating(4, .legRaise)
        sensor.rest(12)
        var signals = MovementSignals(sensor.segment())
        let other = candidate(5..<9, of: sensor)
        #expect(growth.refine(candidate(1..<3, of: sensor), in: &signals, besides: [other])?.count == 5)
        // Nor beyond one that lies in the pause.
        var between = other
        between.excursions = [other.excursions[0]]
        (between.excursions[0].leave, between.excursions[0].back) = (other.start - 120, other.start - 70)
        #expect(growth.refine(candidate(1..<3, of: sensor), in: &signals, besides: [between])?.count == 5)
    }

    /// Lying a few degrees otherwise is much of a small rep, and makes it no other movement.
    @Test(arguments: [7.0, 9])
    func aBodyThatShiftsGoesOnWithItsSmallReps(degrees: Double) throws {
        var sensor = SyntheticSensor.set(7, .init(degrees: degrees, waySeconds: 1.5))
        sensor.repeating(1, .init(degrees: degrees + 5, waySeconds: 1.5))
        sensor.rest(5)
        #expect(try refined(1..<6, of: sensor).count == 8)
    }

    private func counts(_ sensor: SyntheticSensor, ofOneMovement isOfOneMovement: Bool) -> [[Int]] {
        var signals = MovementSignals(sensor.segment())
        let candidates = SetFinder().candidates(.tilt, in: signals)
        return SetFinder().choose(from: candidates, in: &signals, ofOneMovement: isOfOneMovement) { set, _ in
            [set.count] + set.exchanged.map(\.count)
        }
    }

    /// Who doubles the tempo after a rest turns round ten times and rests in between: one set, which the reading from turn to turn has
    /// in two pieces; a chain of the one tempo does not have the turn between.
    @Test(arguments: [(false, 11), (true, 10)])
    func theReadingRoundTheOtherEndIsMended(isOfOneMovement: Bool, reps: Int) {
        var sensor = SyntheticSensor.set(6, .init(degrees: 40, waySeconds: 1.5))
        sensor.repeating(6, .init(degrees: 40, waySeconds: 0.75))
        sensor.rest(5)
        #expect(counts(sensor, ofOneMovement: isOfOneMovement) == [[12, reps]])
    }

    /// Who stands still in a set of slow lunges stays at the end that the catalogue calls home: one long rep round the other, and a pause that
    /// breaks off the reading that counts.
    @Test(arguments: [1, 2, 4], [false, true])
    func aPauseBreaksOffNeitherReading(following: Int, isOfOneMovement: Bool) {
        func lunge(standing: Double) -> SyntheticSensor.Manner {
            .init(degrees: 60, waySeconds: 1.2, holdSeconds: standing, pauseSeconds: 1)
        }
        var sensor = SyntheticSensor.set(6, lunge(standing: 4.5), restSeconds: 1)
        sensor.repeating(1, lunge(standing: 9.5))
        sensor.rest(1)
        sensor.repeating(following, lunge(standing: 4.5))
        sensor.rest(5)
        #expect(counts(sensor, ofOneMovement: isOfOneMovement) == [[7 + following, 6 + following]])
    }

    @Test func aMuchFartherWayIsAnotherMovement() throws {
        var sensor = SyntheticSensor.set(7, .init(degrees: 40, waySeconds: 1.5))
        sensor.repeating(1, .init(degrees: 75, waySeconds: 1.5))
        sensor.rest(5)
        #expect(try refined(1..<6, of: sensor).count == 7)
    }

    @Test func growthStopsAtAnotherMovement() throws {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: 3)
        sensor.repeating(4, .init(degrees: -60))
        sensor.rest(5)
        #expect(try refined(1..<3, of: sensor).count == 5)
    }

    @Test func homeIsTheEndThatMoreExcursionsReturnTo() throws {
        // Read from its turns: the refined set is at home at the other end and keeps this reading.
        let set = try refined(2..<5, of: .set(8, .legRaise), homeIsHigh: true)
        #expect(set.count == 8)
        #expect((set.home - SIMD3(0, 0, 9.8)).length < 1)
        #expect(set.exchanged.map(\.count) == [7])
    }

    @Test func restAtHomeIsEvidenceForIt() throws {
        let set = try refined(1..<3, of: .set(4, .legRaise))
        #expect(set.restAtHomeSeconds > 1.5 && set.restAtHomeSeconds <= 2)
        #expect(growth.weight(set) > Double(set.count))
        #expect(try #require(set.exchanged.first).restAtHomeSeconds < 1)
    }

    @Test func theSecondReadingIsSmoothedToTheTempo() throws {
        let fast = try refined(1..<4, of: .set(6, .init(degrees: 60, waySeconds: 0.5)))
        let slow = try refined(1..<4, of: .set(6, .init(degrees: 60, waySeconds: 3)))
        #expect(fast.cutoffHz > 1.5 && fast.cutoffHz <= 3)
        #expect(slow.cutoffHz < 0.6 && slow.cutoffHz >= 0.35)
    }

    @Test func aCandidateThatGoesNowhereIsNone() {
        var signals = MovementSignals(SyntheticSensor.set(3, .legRaise).segment())
        var nothing = candidate(0..<3, of: .set(3, .legRaise))
        nothing.excursion = .zero
        #expect(growth.refine(nothing, in: &signals) == nil)
    }
}
