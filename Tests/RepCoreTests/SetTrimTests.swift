import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct SetTrimTests {
    private func set(_ reps: [(turn: Double, likeness: Double)]) throws -> DetectedSet {
        let segment = SyntheticMovement.reps(6, degrees: 70, metres: 0.3).segment
        var set = try #require(SegmentDetector().detect(segment).sets.first)
        let pattern = try #require(set.reps.first)
        set.reps = reps.map {
            var rep = pattern
            (rep.startSeconds, rep.turnSeconds, rep.endSeconds) = ($0.turn - 1, $0.turn, $0.turn + 1)
            rep.likeness = $0.likeness
            return rep
        }
        return set
    }

    private let even = stride(from: 10.0, to: 28, by: 3).map { (turn: $0, likeness: 0.95) }

    @Test func aStrayAtEitherEndGoes() throws {
        let trimmed = SetTrim(.outOfTempo).trimmed(try set([(4, 0.3)] + even + [(29, 0.5), (34, 0.2)]))
        #expect(trimmed.reps.map(\.turnSeconds) == even.map(\.turn))
        #expect(trimmed.features?.reps == even.count)
    }

    /// Who gets up from the floor bends far and then a little, stands, and begins.
    @Test(arguments: [(1.5, 0.5, 2), (1.5, 1.0, 0), (1.0, 0.5, 0), (1.1, 0.9, 0)])
    func whatStandsApartAndIsOfAnotherSizeGoes(first: Double, second: Double, dropped: Int) throws {
        for atEnd in [false, true] {
            let extra = atEnd ? [(32.0, 0.95), (35.0, 0.95)] : [(2.0, 0.95), (5, 0.95)]
            var set = try set((extra + even).sorted { $0.0 < $1.0 }.map { (turn: $0.0, likeness: $0.1) })
            let places = atEnd ? [set.count - 1, set.count - 2] : [0, 1]
            for index in set.reps.indices { set.reps[index].rangeOfMotionDegrees = 60 }
            set.reps[places[0]].rangeOfMotionDegrees = 60 * first
            set.reps[places[1]].rangeOfMotionDegrees = 60 * second
            #expect(SetTrim(.outOfTempo).trimmed(set).count == set.count - dropped, "at the end: \(atEnd)")
            #expect(SetTrim(.foreign).trimmed(set).count == set.count, "told, everything like it was taken in")
        }
    }

    /// As far, but in half the time: two quick steps before somebody begins.
    @Test(arguments: [(0.4, 1), (2.4, 1), (1.2, 0)])
    func whatStandsApartAndTakesAnotherTimeGoes(duration: Double, dropped: Int) throws {
        var set = try set([(5, 0.95)] + even)
        for index in set.reps.indices { set.reps[index].rangeOfMotionDegrees = 60 }
        set.reps[0].startSeconds = 6 - 2 * duration
        set.reps[0].endSeconds = 6
        #expect(SetTrim(.outOfTempo).trimmed(set).count == set.count - dropped)
    }

    /// Who gets up, stands for a while and squats with a longer pause half-way: the pauses of a set that was interrupted say little.
    @Test(arguments: [(0.95, 90.0, 1), (0.99, 90, 0), (0.95, 65, 0)])
    func whatIsNotSureStandsApartFromAnInterruptedSetToo(confidence: Double, degrees: Double, dropped: Int) throws {
        var set = try set([(5, 0.95)] + even + [(37, 0.95), (40, 0.95)])
        for index in set.reps.indices {
            (set.reps[index].rangeOfMotionDegrees, set.reps[index].confidence) = (60, 0.99)
        }
        (set.reps[0].rangeOfMotionDegrees, set.reps[0].confidence) = (degrees, confidence)
        #expect(SetTrim(.outOfTempo).trimmed(set).count == set.count - dropped)
    }

    /// Who rests four seconds after each rep stands apart by six: what is not sure goes no later than what is.
    @Test(arguments: [0.6, 0.99])
    func whatStandsApartFromEvenPausesGoesHoweverSure(confidence: Double) throws {
        var set = try set([(2, 0.95)] + stride(from: 10.0, to: 50, by: 6).map { (turn: $0, likeness: 0.95) })
        for index in set.reps.indices { (set.reps[index].rangeOfMotionDegrees, set.reps[index].confidence) = (60, 0.99) }
        (set.reps[0].rangeOfMotionDegrees, set.reps[0].confidence) = (90, confidence)
        #expect(SetTrim(.outOfTempo).trimmed(set).count == set.count - 1)
    }

    @Test func whatIsNoRepTakesWhatLiesBeyondItAlong() throws {
        var set = try set(even + [(34, 0.2)])
        set.turnsOnlySeenBackwards = [8, 36]
        let trimmed = SetTrim(.outOfTempo).trimmed(set)
        #expect(trimmed.count == even.count && trimmed.turnsOnlySeenBackwards == [8])
    }

    /// An arm that wipes a face in a pause turns far more than one that rides on somebody who squats.
    @Test(arguments: [SetTrim.Rule.outOfTempo, .foreign])
    func whatIsInDoubtBetweenRepsAndTurnsFarMoreIsNone(rule: SetTrim.Rule) throws {
        func kept(confidence: Double, degrees: Double, at places: [Int] = [4]) throws -> Int {
            var set = try set(even + [(28, 0.95), (31, 0.95)])
            for index in set.reps.indices {
                set.reps[index].rangeOfMotionDegrees = places.contains(index) ? degrees : 20
                set.reps[index].confidence = places.contains(index) ? confidence : 0.99
            }
            return SetTrim(rule).trimmed(set).count - set.count
        }
        #expect(try kept(confidence: 0.6, degrees: 60) == -1)
        #expect(try kept(confidence: 0.95, degrees: 60) == 0)
        #expect(try kept(confidence: 0.6, degrees: 30) == 0)
        #expect(try kept(confidence: 0.6, degrees: 45) == 0, "twice as far and a little is sway")
        #expect(try kept(confidence: 0.6, degrees: 60, at: [1, 3, 5]) == 0, "reps of two kinds in turn")
    }

    @Test func oneSignAloneIsNotEnough() throws {
        let late = try set(even + [(30, 0.95)])
        #expect(SetTrim(.outOfTempo).trimmed(late).count == late.count)
        let different = try set(even + [(28, 0.3)])
        #expect(SetTrim(.outOfTempo).trimmed(different).count == different.count)
    }

    @Test func shortSetsAndThirdStraysStay() throws {
        #expect(SetTrim(.outOfTempo).trimmed(try set([(0, 0.1), (9, 0.9), (12, 0.9), (15, 0.9)])).count == 4)
        #expect(SetTrim(.outOfTempo).trimmed(try set(even + [(30, 0.1), (35, 0.1), (40, 0.1)])).count == even.count + 1)
    }

    @Test func whatIsForeignInWholeAndInTheHalfThatTouchesTheSetGoesWheneverItComes() throws {
        let steady = even + [(28, 0.96), (31, 0.95)]
        var racked = try set(steady + [(34, 0.3)])
        racked.reps[racked.count - 1].likenessOut = 0.6
        #expect(SetTrim(.foreign).trimmed(racked).count == steady.count)
        racked.reps[racked.count - 1].likenessOut = 0.95
        #expect(SetTrim(.foreign).trimmed(racked).count == steady.count + 1, "a rep that ended in walking off is a rep")
        var lifted = try set([(7, 0.3)] + even + [(28, 0.96)])
        lifted.reps[0].likenessBack = 0.5
        #expect(SetTrim(.foreign).trimmed(lifted).count == even.count + 1)
    }

    /// The arm that comes up for the first rep moves like one; the body does not.
    @Test(arguments: [SetTrim.Rule.outOfTempo, .foreign])
    func whatIsHardlyARepAndShowsNoneOfTheBodysForceGoes(rule: SetTrim.Rule) throws {
        func kept(confidence: Double?, forceLikeness: Double?) throws -> Int {
            var raised = try set([(7, 0.8)] + even)
            (raised.reps[0].confidence, raised.reps[0].forceLikeness) = (confidence, forceLikeness)
            return SetTrim(rule).trimmed(raised).count - even.count
        }
        #expect(try kept(confidence: 0.1, forceLikeness: 0.5) == 0)
        #expect(try kept(confidence: 0.5, forceLikeness: 0.5) == 0)
        #expect(try kept(confidence: 0.6, forceLikeness: 0.5) == 1)
        #expect(try kept(confidence: 0.1, forceLikeness: 0.8) == 1)
        #expect(try kept(confidence: 0.1, forceLikeness: nil) == 1, "where nobody looked")
        #expect(try kept(confidence: nil, forceLikeness: 0.5) == 1)
    }

    /// A few steps in a pause resemble a lunge; a last rep is still ending when it is judged live.
    @Test(arguments: [SetTrim.Rule.outOfTempo, .foreign])
    func aDoubtfulRepWithoutTheBodysForceGoesWhereverItStandsButTheLastMustBeHardlyOne(rule: SetTrim.Rule) throws {
        func kept(_ index: Int, confidence: Double) throws -> [Double] {
            var set = try set(even)
            (set.reps[index].confidence, set.reps[index].forceLikeness) = (confidence, 0.5)
            return SetTrim(rule).trimmed(set).reps.map(\.turnSeconds)
        }
        let turns = even.map(\.turn)
        #expect(try kept(2, confidence: 0.5) == turns.enumerated().filter { $0.offset != 2 }.map(\.element))
        #expect(try kept(turns.count - 1, confidence: 0.5) == turns)
        #expect(try kept(turns.count - 1, confidence: 0.2) == Array(turns.dropLast()))
    }

    @Test func amongRepsThatAllDifferNoneIsForeign() throws {
        var uneven = try set(even.map { ($0.turn, 0.9) } + [(28, 0.7), (31, 0.3)])
        uneven.reps[uneven.count - 1].likenessOut = 0.5
        for index in uneven.reps.indices.dropLast() { uneven.reps[index].likeness = 0.85 }
        #expect(SetTrim(.foreign).trimmed(uneven).count == uneven.count)
    }

    @Test func everyRepCarriesItsLikenessToTheOthers() throws {
        let segment = SyntheticMovement.reps(8, degrees: 70, metres: 0.3).segment
        let set = try #require(SegmentDetector().detect(segment).sets.first)
        #expect(set.reps.allSatisfy { $0.likeness > 0.9 && $0.likeness <= 1 })
    }

    @Test func legsLaidFlatAfterBridgesAreNoBridge() throws {
        var bridges = try set(even + [(28, 0.95), (31, 0.95)])
        for index in bridges.reps.indices { bridges.reps[index].rangeOfMotionDegrees = 24 + Double(index % 2) }
        #expect(SetTrim(.farther).trimmed(bridges).count == bridges.count)
        let last = bridges.count - 1
        bridges.reps[last].rangeOfMotionDegrees = 30
        #expect(SetTrim(.farther).trimmed(bridges).count == bridges.count, "the last may be the best")
        (bridges.reps[last].holdSeconds, bridges.reps[last].confidence) = (4, 0.5)
        #expect(SetTrim(.farther).trimmed(bridges).count == bridges.count - 1)
        bridges.reps[last].confidence = 0.95
        #expect(SetTrim(.farther).trimmed(bridges).count == bridges.count, "but for that, it is like the others")
        bridges.reps[last].holdSeconds = nil
        bridges.reps[last].rangeOfMotionDegrees = 45
        #expect(SetTrim(.farther).trimmed(bridges).count == bridges.count - 1)
    }
}
