import Foundation
import Motion
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct SetDescriptionTests {
    private func described(_ sensor: SyntheticSensor, _ kinds: [SignalKind] = SignalKind.allCases) throws -> DetectedSet {
        var signals = MovementSignals(sensor.segment())
        let finder = SetFinder()
        let set = try #require(finder.sets(in: &signals, kinds: kinds).first)
        let course = CourseSignals(signals)
        return SetDescription(finder: finder).describe(
            set, in: &signals, course: course, features: FeatureSignals(signals, course))
    }

    // MARK: Times

    @Test func thePeriodOfASingleRepIsItsDuration() throws {
        let set = try described(.set(1, .legRaise))
        let rep = try #require(set.reps.first)
        #expect(abs(set.portrait.periodSeconds - (rep.endSeconds - rep.startSeconds)) < 1)
    }

    /// Legs held for three seconds that sink in one rep and rise in the next by two degrees: the signal is highest at the beginning of
    /// one hold and at the end of the next, and the tempo is even all the same.
    @Test func aFlatTopTurnsInItsMiddle() throws {
        func way(_ t: Double) -> Double { (1 - cos(.pi * min(1, max(0, t)))) / 2 }
        func angle(_ t: Double) -> Double {
            (0..<8).reduce(0) { sum, rep in
                let t = t - 4 - 6 * Double(rep)
                let drift = min(1, max(-1, (t - 2.5) / 1.5)) * (rep.isMultiple(of: 2) ? 1 : -1)
                return sum + (60 + drift) * way(t) * way(5 - t)
            }
        }
        var signals = MovementSignals(SyntheticMovement(seconds: 56, angle: { angle($0) * .pi / 180 }).segment)
        let finder = SetFinder()
        let set = try #require(finder.sets(in: &signals, kinds: [.tilt]).first)
        let course = CourseSignals(signals)
        let described = SetDescription(finder: finder).describe(
            set, in: &signals, course: course, features: FeatureSignals(signals, course))
        #expect(described.count == 8)
        #expect(abs(described.portrait.periodSeconds - 6) < 0.2)
        let features = try #require(described.features)
        #expect(abs(features.periodSeconds - 6) < 0.2 && (features.jitter ?? 1) < 0.1)
        let turns = set.excursions.map { signals.segment.seconds(at: $0.turn) }
        let steps = zip(turns, turns.dropFirst()).map { $1 - $0 }
        #expect(steps.contains { abs($0 - 6) > 1 }, "the signal itself turns unevenly")
    }

    @Test(arguments: [1, 2, 3, 12])
    func repsHaveTheRightBordersAndTurns(count: Int) throws {
        let sensor = SyntheticSensor.set(count, .legRaise)
        let errors = try #require(sensor.errors(of: described(sensor), degrees: 60))
        #expect(errors.start < 0.1 && errors.turn < 0.1 && errors.end < 0.1 && errors.degrees < 2)
    }

    @Test(arguments: [10.0, 30, 90, 120], [0.5, 1, 2])
    func neitherSizeNorTempoMovesThem(degrees: Double, waySeconds: Double) throws {
        let sensor = SyntheticSensor.set(6, .init(degrees: degrees, waySeconds: waySeconds))
        let errors = try #require(sensor.errors(of: described(sensor), degrees: degrees))
        #expect(errors.start < 0.1 && errors.turn < 0.1 && errors.end < 0.1 && errors.degrees < 2)
    }

    @Test func theBodysOwnAccelerationMovesNoBorder() throws {
        let sensor = SyntheticSensor.set(8, .init(degrees: 80, metres: -0.4, waySeconds: 1.2))
        let errors = try #require(sensor.errors(of: described(sensor), degrees: 80))
        #expect(errors.start < 0.1 && errors.turn < 0.1 && errors.end < 0.1 && errors.degrees < 2)
    }

    @Test func accelerationAloneIsEnoughForTimes() throws {
        var sensor = SyntheticSensor.set(8, .init(degrees: 60, waySeconds: 2))
        sensor.hasGyroscope = false
        let errors = try #require(sensor.errors(of: described(sensor), degrees: 60))
        #expect(errors.start < 0.1 && errors.turn < 0.1 && errors.end < 0.1)
        #expect(errors.degrees < 4)
    }

    @Test(arguments: [2.0, 3, 4])
    func aLongPauseBelongsToNeitherNeighbour(pauseSeconds: Double) throws {
        let sensor = SyntheticSensor.set(6, .init(degrees: 60, pauseSeconds: pauseSeconds))
        let errors = try #require(sensor.errors(of: described(sensor), degrees: 60))
        #expect(errors.start < 0.1 && errors.end < 0.1)
    }

    @Test(arguments: [0.3, 0.6, 1])
    func aShortPauseIsSharedSomewhereInside(pauseSeconds: Double) throws {
        let sensor = SyntheticSensor.set(6, .init(degrees: 60, pauseSeconds: pauseSeconds))
        let reps = try described(sensor).reps
        try #require(reps.count == 6)
        for index in 0..<5 {
            #expect(reps[index].endSeconds == reps[index + 1].startSeconds)
            let pause = (sensor.reps[index].end - 0.1)...(sensor.reps[index + 1].start + 0.1)
            #expect(pause.contains(reps[index].endSeconds))
        }
    }

    @Test func repsAreInOrderAndDoNotOverlap() throws {
        let reps = try described(.set(10, .init(degrees: 60, holdSeconds: 2, pauseSeconds: 2))).reps
        #expect(reps.allSatisfy { $0.startSeconds < $0.turnSeconds && $0.turnSeconds < $0.endSeconds })
        #expect(zip(reps, reps.dropFirst()).allSatisfy { $0.endSeconds <= $1.startSeconds })
    }

    // MARK: Holds

    @Test(arguments: [1.0, 2, 3, 5, 8])
    func aHoldAtTheTurnIsMeasured(holdSeconds: Double) throws {
        let sensor = SyntheticSensor.set(5, .init(degrees: 60, holdSeconds: holdSeconds))
        let set = try described(sensor)
        let errors = try #require(sensor.errors(of: set, degrees: 60))
        #expect(errors.start < 0.1 && errors.turn < 0.1 && errors.end < 0.1)
        #expect(set.reps.allSatisfy { $0.holdSeconds.map { abs($0 - holdSeconds) < 0.25 } == true })
    }

    @Test func turningRoundIsNoHold() throws {
        #expect(try described(.set(8, .legRaise)).reps.allSatisfy { $0.holdSeconds == nil })
    }

    @Test func aSensorThatDoesNotTiltShowsNoHold() throws {
        #expect(try described(.set(8, .stillArmSquat)).reps.allSatisfy { $0.holdSeconds == nil })
    }

    // MARK: Travel

    @Test(arguments: [-0.4, 0.4])
    func aStillArmSquatIsDescribedByItsTravel(metres: Double) throws {
        let sensor = SyntheticSensor.set(10, .init(metres: metres, waySeconds: 1.2))
        let set = try described(sensor, [.travel])
        let errors = try #require(sensor.errors(of: set))
        #expect(errors.start < 0.1 && errors.turn < 0.1 && errors.end < 0.1 && errors.degrees < 1)
        #expect(abs(try #require(set.features).travelMetres - metres) < 0.06)
        #expect(set.travelWay * metres > 0)
    }

    @Test func travelClaimedWhileAPostureIsHeldIsItsHighPass() {
        var signals = MovementSignals(
            SyntheticSensor.set(5, .init(degrees: 60, metres: -0.4, holdSeconds: 3, pauseSeconds: 3)).segment())
        let finder = SetFinder()
        #expect(finder.sets(in: &signals, kinds: [.tilt]).map(\.count) == [5])
        let travel = finder.sets(in: &signals, kinds: [.travel])
        #expect(travel.allSatisfy { !SetDescription(finder: finder).isHighPassSwing($0, in: signals) })
    }

    // MARK: Portrait and features

    @Test func thePortraitTellsPostureSizeAndTempo() throws {
        let set = try described(.set(8, .legRaise))
        let portrait = set.portrait
        #expect(abs(portrait.periodSeconds - 2) < 0.05)
        #expect(abs(portrait.posture.length - standardGravity) < 1)
        #expect(portrait.tiltSize > 2 && portrait.travelSize < 0.5)
        #expect(set.tiltWay.length > 8)
    }

    @Test func featuresTellHomeAndTurnWhateverTheMounting() throws {
        for mount in Quaternion.random(3, seed: 9) {
            var sensor = SyntheticSensor.set(8, .legRaise)
            sensor.mount = mount
            let features = try #require(try described(sensor).features)
            #expect(abs(features.tiltDegrees - 60) < 1)
            #expect((mount.conjugate.rotate(features.upAtHome) - SIMD3(0, 0, 1)).length < 0.03)
            #expect((mount.conjugate.rotate(features.upAtTurn) - SIMD3(0, 0.866, 0.5)).length < 0.03)
        }
    }

    @Test func impactsAreToldFromSlowMovement() throws {
        let smooth = try #require(try described(.set(8, .legRaise)).features)
        var shaken = SyntheticSensor.set(8, .legRaise)
        shaken.noise = 0.5
        let rough = try #require(try described(shaken).features)
        #expect(smooth.impact < 0.15 && rough.impact > 4 * smooth.impact)
        #expect(abs(smooth.slowMovement / rough.slowMovement - 1) < 0.1)
    }

    @Test func theOtherChoiceOfHomeIsDescribedToo() throws {
        let set = try described(.set(8, .legRaise))
        #expect(set.exchanged.map(\.count) == [7])
        #expect(set.exchanged.allSatisfy { $0.tiltWay.dot(set.tiltWay) < 0 && $0.exchanged.isEmpty })
    }

    // MARK: Two kinds in turn

    /// The body sinks each time; the limb swings every second time.
    private static func alternating(_ count: Int) -> SyntheticSensor {
        var sensor = SyntheticSensor()
        sensor.rest(6)
        for index in 0..<count {
            sensor.repeating(1, .init(degrees: index.isMultiple(of: 2) ? 60 : 4, metres: -0.3, pauseSeconds: 0.5))
        }
        sensor.rest(6)
        return sensor
    }

    @Test(arguments: [6, 7, 12])
    func repsOfTwoKindsInTurnAreTakenApart(count: Int) throws {
        let set = try described(Self.alternating(count), [.travel])
        try #require(set.count == count && set.strands.count == 2)
        let strands = set.strands.sorted { $0.startSeconds < $1.startSeconds }
        #expect(strands.map(\.count) == [(count + 1) / 2, count / 2])
        let tilts = try strands.map { try #require($0.features).tiltDegrees }
        #expect(tilts[0] > 45 && tilts[1] < 15)
        // What lies between reps of one kind is the other.
        #expect(strands.allSatisfy { $0.features?.gap == nil && $0.strands.isEmpty })
    }

    @Test func repsOfOneKindStayTogether() throws {
        let manner = SyntheticSensor.Manner(degrees: 60, metres: -0.3, pauseSeconds: 0.5)
        #expect(try described(.set(12, manner), [.travel]).strands.isEmpty)
        #expect(try described(.set(12, .stillArmSquat), [.travel]).strands.isEmpty)
        // Fewer than three of a kind are no habit.
        #expect(try described(Self.alternating(5), [.travel]).strands.isEmpty)
    }
}
