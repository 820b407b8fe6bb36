import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct MovementGroupTests {
    private func sets(_ build: (inout SyntheticSensor) -> Void, _ kind: SignalKind = .tilt) -> [DetectedSet] {
        var sensor = SyntheticSensor()
        sensor.rest(12)
        build(&sensor)
        sensor.rest(12)
        let findings = SegmentDetector().detect(sensor.segment())
        return kind == .tilt ? findings.tiltSets : findings.travelSets
    }

    @Test func setsOfOneMovementBelongTogether() throws {
        let all = sets {
            for count in [6, 8, 5] {
                $0.repeating(count, .legRaise)
                $0.rest(30)
            }
        }
        let group = try #require(MovementGroup().best(of: all, sinks: nil))
        #expect(group.sets.map(\.count) == [6, 8, 5])
        #expect(abs(group.evidence - all.reduce(0) { $0 + $1.score }) < 1e-9)
    }

    @Test func companionsAreTheSetsOfOneMovement() {
        let all = sets {
            $0.repeating(6, .legRaise)
            $0.rest(30)
            $0.repeating(8, .legRaise)
            $0.rest(30)
            $0.repeating(5, .init(degrees: 15, waySeconds: 0.5))
        }
        #expect(MovementGroup().companions(of: all, in: .tilt) == [[1], [0], []])
    }

    @Test func anotherPostureIsAnotherMovement() throws {
        let all = sets {
            $0.repeating(10, .legRaise)
            $0.rest(15)
            $0.tilt(by: -100, in: 2)
            $0.rest(15)
            $0.repeating(4, .legRaise)
        }
        #expect(all.map(\.count).contains(4))
        #expect(try #require(MovementGroup().best(of: all, sinks: nil)).sets.map(\.count) == [10])
    }

    @Test func anotherSizeAndTempoIsAnotherMovement() throws {
        let all = sets {
            $0.repeating(10, .init(degrees: 70, waySeconds: 1.5))
            $0.rest(30)
            $0.repeating(5, .init(degrees: 15, waySeconds: 0.5))
        }
        #expect(all.map(\.count) == [10, 5])
        #expect(try #require(MovementGroup().best(of: all, sinks: nil)).sets.map(\.count) == [10])
    }

    @Test func aSingleGestureDoesNotJoinASet() throws {
        let all = sets {
            $0.repeating(8, .legRaise)
            $0.rest(30)
            $0.repeating(1, .legRaise)
        }
        #expect(all.map(\.count) == [8, 1])
        #expect(try #require(MovementGroup().best(of: all, sinks: nil)).sets.map(\.count) == [8])
    }

    @Test func aSingleRepAfterAPauseCountsWhereItIsLikeTheOthers() throws {
        for (manner, counts) in [(SyntheticSensor.Manner.legRaise, [8, 1]), (.init(degrees: 35, waySeconds: 0.7), [8])] {
            let all = sets {
                $0.repeating(8, .legRaise)
                $0.rest(14)
                $0.repeating(1, manner)
            }
            #expect(all.map(\.count) == [8, 1])
            #expect(try #require(MovementGroup().best(of: all, sinks: nil)).sets.map(\.count) == counts)
        }
    }

    /// Alone it has no time to the next rep: who pauses after each takes less for one.
    @Test(arguments: [(2.0, 6), (6, 5)])
    func aSingleRepIsHeldAgainstRepsNotAgainstTheirPauses(waySeconds: Double, reps: Int) throws {
        let all = sets {
            $0.repeating(5, .init(degrees: 40, waySeconds: 2, pauseSeconds: 4))
            $0.rest(15)
            $0.repeating(1, .init(degrees: 40, waySeconds: waySeconds))
        }
        let group = try #require(MovementGroup().best(of: all, sinks: nil))
        #expect(group.sets.reduce(0) { $0 + $1.count } == reps)
    }

    @Test func aSingleRepCountsWhereThereIsNothingElse() throws {
        let all = sets { $0.repeating(1, .legRaise) }
        #expect(try #require(MovementGroup().best(of: all, sinks: nil)).sets.map(\.count) == [1])
    }

    @Test func whereTheBodyGoesFirstSettlesHome() throws {
        let all = sets({ $0.repeating(8, .stillArmSquat) }, .travel)
        #expect(try #require(MovementGroup().best(of: all, sinks: true)).sets.map(\.count) == [8])
        // Told that it rises first, standing is the turn: one fewer.
        #expect(try #require(MovementGroup().best(of: all, sinks: false)).sets.map(\.count) == [7])
        #expect(try #require(MovementGroup().best(of: all, sinks: nil)).sets.map(\.count) == [8])
    }

    /// Who rolls onto the side from where the knee opens to, and back there after the set, turns into home once before the first rep and
    /// out of it once after the last: round the wrong end that is one rep more.
    @Test(arguments: [(true, 6), (false, 7)])
    func lyingDownAndGettingUpAreNoWaysOfARep(isLying: Bool, reps: Int) throws {
        func reading(of reps: Int, weight: Double, way: Double) -> DetectedSet {
            DetectedSet(
                kind: .tilt,
                reps: (0..<reps).map { 6 * Double($0) }.map {
                    DetectedRep(startSeconds: $0, turnSeconds: $0 + 2, endSeconds: $0 + 4, tiltDegrees: 40)
                },
                partialReps: 0, quality: 0.9, regularity: 1, score: 20, weight: weight,
                portrait: MovementPortrait(posture: .zero, tiltSize: 4, travelSize: 1, periodSeconds: 6, tiltDegrees: 40),
                tiltWay: SIMD3(way, 0, 0), travelWay: 0, exchanged: [])
        }
        var set = reading(of: 7, weight: 7.2, way: -6)
        (set.reps[0].likenessOut, set.reps[6].likenessBack) = (0.8, 0.7)
        set.exchanged = [reading(of: 6, weight: 6.8, way: 6)]
        #expect(try #require(MovementGroup().best(of: [set], sinks: nil, isLying: isLying)).sets.map(\.count) == [reps])
        // With as many round either end the recording cut the ways.
        set.exchanged = [reading(of: 7, weight: 6.8, way: 6)]
        #expect(try #require(MovementGroup().best(of: [set], sinks: nil, isLying: isLying)).sets[0].tiltWay.x < 0)
    }

    @Test func aSetWithRestsRoundItIsCountedTheSameLying() throws {
        let all = sets { $0.repeating(6, .init(degrees: 40, waySeconds: 2, holdSeconds: 3, pauseSeconds: 1)) }
        #expect(try #require(MovementGroup().best(of: all, sinks: nil, isLying: true)).sets.map(\.count) == [6])
    }

    @Test func nothingFoundIsNoGroup() {
        #expect(MovementGroup().best(of: [], sinks: nil) == nil)
    }

    @Test func distanceIsSymmetricAndZeroToItself() throws {
        let all = sets {
            $0.repeating(6, .legRaise)
            $0.rest(30)
            $0.repeating(6, .init(degrees: 30, waySeconds: 0.6))
        }
        try #require(all.count == 2)
        let group = MovementGroup()
        let (one, other) = (all[0].portrait, all[1].portrait)
        #expect(group.distance(one, one, in: .tilt) == 0)
        #expect(abs(group.distance(one, other, in: .tilt) - group.distance(other, one, in: .tilt)) < 1e-9)
        #expect(group.distance(one, other, in: .tilt) > 1)
    }

    @Test func travelThatClosesAsManyExcursionsRoundItsOtherEndHasShownNoHome() throws {
        let sets = sets({ $0.repeating(6, .init(degrees: 0, metres: 0.4, waySeconds: 1)) }, .travel)
        var set = try #require(sets.first)
        var other = set
        other.exchanged = []
        other.reps.removeLast()
        set.exchanged = [other]
        let sure = try #require(MovementGroup().best(of: [set], sinks: nil))
        #expect(sure.evidence == set.score)
        other.reps = set.reps
        set.exchanged = [other]
        let unsure = try #require(MovementGroup().best(of: [set], sinks: nil))
        #expect(unsure.evidence == MovementGroup.Parameters().homelessShare * set.score)
    }

    @Test func nobodyDoesTwoRepsAtOnce() throws {
        let set = try #require(sets { $0.repeating(8, .legRaise) }.first)
        var other = set
        other.score = set.score / 2
        other.reps = set.reps.suffix(3).map {
            var rep = $0
            rep.startSeconds += 1
            rep.turnSeconds += 1
            rep.endSeconds += 1
            return rep
        }
        let group = try #require(MovementGroup().best(of: [set, other], sinks: nil))
        let turns = group.sets.flatMap(\.reps).map(\.turnSeconds)
        #expect(group.sets[0].reps == set.reps)
        #expect(turns.count < 11 && turns == turns.sorted())
    }
}
