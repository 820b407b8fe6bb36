import Motion
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct SetFinderTests {
    private func counts(_ sensor: SyntheticSensor, _ kinds: [SignalKind] = SignalKind.allCases) -> [Int] {
        var signals = MovementSignals(sensor.segment())
        return SetFinder().sets(in: &signals, kinds: kinds).map(\.count)
    }

    // MARK: Known counts

    @Test(arguments: [1, 2, 3, 5, 10, 25])
    func everyRepOfATiltingSensorIsCounted(count: Int) {
        #expect(counts(.set(count, .legRaise)) == [count])
    }

    @Test(arguments: [8.0, 20, 60, 120, -60])
    func theSizeMakesNoDifference(degrees: Double) {
        #expect(counts(.set(8, .init(degrees: degrees))) == [8])
    }

    @Test(arguments: [0.4, 0.7, 1.5, 3, 5])
    func theTempoMakesNoDifference(waySeconds: Double) {
        #expect(counts(.set(6, .init(degrees: 60, waySeconds: waySeconds))) == [6])
    }

    @Test(arguments: [0.5, 2, 5, 8])
    func holdsAtTheTurnAreNoPauses(holdSeconds: Double) {
        #expect(counts(.set(6, .init(degrees: 60, holdSeconds: holdSeconds, pauseSeconds: 1))) == [6])
    }

    @Test(arguments: [0.5, 1, 3, 4.5])
    func pausesAtHomeDoNotEndTheSet(pauseSeconds: Double) {
        #expect(counts(.set(6, .init(degrees: 60, pauseSeconds: pauseSeconds))) == [6])
    }

    @Test func onePauseInTheMiddleDoesNotEndTheSet() {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: 4)
        sensor.repeating(5, .legRaise)
        sensor.rest(4)
        #expect(counts(sensor) == [10])
    }

    private func counts(_ fast: Int, waySeconds: Double, then slow: Int) -> [Int] {
        var sensor = SyntheticSensor.set(fast, .init(degrees: 60, waySeconds: waySeconds), restSeconds: 8.2)
        sensor.repeating(slow, .init(degrees: 60, waySeconds: 3.2))
        sensor.rest(10)
        return counts(sensor, [.tilt])
    }

    /// Slow reps may pause for longer: from them the set is one, whichever part is found first; one rep alone may be chance.
    @Test(arguments: [(1, [8]), (2, [10]), (5, [13])])
    func aSetThatGoesOnSlowlyBehindAPauseIsOne(slow: Int, sets: [Int]) {
        #expect(counts(8, waySeconds: 2.3, then: slow) == sets)
    }

    @Test func anotherTempoBehindAPauseIsAnotherSet() {
        #expect(counts(8, waySeconds: 1.6, then: 4) == [8, 4])
    }

    @Test func aRestEndsTheSet() {
        var sensor = SyntheticSensor.set(6, .legRaise, restSeconds: 30)
        sensor.repeating(8, .legRaise)
        sensor.rest(5)
        #expect(counts(sensor) == [6, 8])
    }

    @Test func anotherMovementEndsTheSet() {
        var sensor = SyntheticSensor.set(6, .legRaise)
        sensor.tilt(by: 90, in: 1.5)
        sensor.rest(12)
        sensor.repeating(7, .init(degrees: 40, waySeconds: 1.5))
        sensor.rest(5)
        #expect(counts(sensor, [.tilt]) == [6, 7])
    }

    @Test func aRecordingCutAtTheFirstAndLastMovementStillHasAllReps() {
        #expect(counts(.set(8, .legRaise, restSeconds: 0)) == [8])
    }

    // MARK: Half periods

    @Test(arguments: [1, 2, 3, 8, 20], [true, false])
    func aStillArmRidingOnASquatIsCountedOnceARep(count: Int, hasGyroscope: Bool) {
        var sensor = SyntheticSensor.set(count, .stillArmSquat)
        sensor.hasGyroscope = hasGyroscope
        #expect(counts(sensor) == [count])
        #expect(counts(sensor, [.travel]) == [count])
    }

    @Test(arguments: [0.6, 1, 1.6, 2])
    func travelIsCountedAtAnyTempoOfASquat(waySeconds: Double) {
        #expect(counts(.set(8, .init(metres: -0.4, waySeconds: waySeconds))) == [8])
    }

    @Test func risingFirstIsCountedLikeSinkingFirst() {
        #expect(counts(.set(8, .init(metres: 0.4, waySeconds: 1.2))) == [8])
    }

    @Test(arguments: [0.8, 1.2, 2])
    func aSquatThatTiltsTheThighIsCountedOnceARep(waySeconds: Double) {
        #expect(counts(.set(10, .init(degrees: 80, metres: -0.4, waySeconds: waySeconds))) == [10])
    }

    // MARK: Nothing to count

    @Test(arguments: [0, 0.02, 0.1, 0.2])
    func aSensorAtRestHasNoSets(noise: Double) {
        var sensor = SyntheticSensor()
        sensor.rest(60)
        sensor.noise = noise
        #expect(counts(sensor).isEmpty)
    }

    @Test func oneChangeOfPostureIsNoRep() {
        var sensor = SyntheticSensor()
        sensor.rest(10)
        sensor.tilt(by: 80, in: 1.5)
        sensor.rest(10)
        #expect(counts(sensor).isEmpty)
    }

    @Test(arguments: [0, 1, 2, 10, 24])
    func tooShortASegmentHasNone(points: Int) {
        let segment = SyntheticSensor.set(3, .legRaise).segment()
        var signals = MovementSignals(
            MovementSegment(
                startSeconds: 0, rateHz: 25, acceleration: Array(segment.acceleration.prefix(points)),
                angularRate: segment.angularRate.map { Array($0.prefix(points)) }))
        #expect(SetFinder().sets(in: &signals).isEmpty)
    }

    // MARK: Order and evidence

    @Test func setsAreInOrderOfTimeAndHardlyOverlap() {
        var sensor = SyntheticSensor()
        for degrees in [60.0, 30, 90, -50] {
            sensor.rest(20)
            sensor.repeating(5, .init(degrees: degrees))
        }
        sensor.rest(20)
        var signals = MovementSignals(sensor.segment())
        let sets = SetFinder().sets(in: &signals)
        #expect(sets.map(\.count) == [5, 5, 5, 5])
        for (one, next) in zip(sets, sets.dropFirst()) { #expect(one.end <= next.start) }
    }

    @Test func moreRepsAreMoreEvidence() throws {
        func score(_ count: Int) throws -> Double {
            var signals = MovementSignals(SyntheticSensor.set(count, .legRaise).segment())
            return SetFinder().score(try #require(SetFinder().sets(in: &signals).first))
        }
        let scores = try [1, 2, 3, 6, 12].map(score)
        #expect(scores == scores.sorted())
        #expect(scores[0] < scores[4] / 10)
    }

    @Test func slowOrSmallTravelIsNoEvidence() throws {
        var signals = MovementSignals(SyntheticSensor.set(6, .stillArmSquat).segment())
        var set = try #require(SetFinder().sets(in: &signals, kinds: [.travel]).first)
        #expect(SetFinder().score(set) > 0)
        let trusted = set
        set.repSeconds = 4.1
        #expect(SetFinder().score(set) == 0)
        set = trusted
        set.amplitude = 1.1
        #expect(SetFinder().score(set) == 0)
    }
}
