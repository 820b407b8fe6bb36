import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct ForceRhythmTests {
    /// Ten squats of 3 s with a still arm, from second 4 on; the arm may reach somewhere from a moment on.
    private func squats(reachingAt reach: Double? = nil, mount: Quaternion = .identity) -> SyntheticMovement {
        var movement = SyntheticMovement.reps(10, degrees: 0, metres: 0.4, mount: mount)
        guard let reach else { return movement }
        let body = movement.height
        func course(_ t: Double) -> Double {
            let share = min(1, max(0, (t - reach) / 0.8))
            return (1 - cos(.pi * share)) / 2
        }
        movement.angle = { 2 * course($0) }
        movement.height = { body($0) + 0.5 * course($0) }
        return movement
    }

    /// These reps of the ten as the set that was found.
    private func rhythm(_ reps: Range<Int>, of movement: SyntheticMovement, periodSeconds: Double = 3) -> ForceRhythm? {
        func index(_ seconds: Double) -> Int { Int((seconds * movement.rateHz).rounded()) }
        let excursions = reps.map { rep in
            let start = 4 + 3 * Double(rep)
            return Excursion(
                homeBefore: index(start), leave: index(start + 0.4), turn: index(start + 1.5), back: index(start + 2.6),
                homeAfter: index(start + 3))
        }
        let set = MovementSet(
            kind: .travel, cutoffHz: 1, excursions: excursions, axis: SIMD3(1, 0, 0), homeIsHigh: true,
            excursion: SIMD3(-8, 0, 0), home: .zero, amplitude: 8, repSeconds: 2.2, quality: 0.9)
        return ForceRhythm(set, period: periodSeconds * movement.rateHz, in: MovementSignals(movement.segment))
    }

    private func furtherSeconds(_ reps: Range<Int>, of movement: SyntheticMovement, forwards: Bool) throws -> [Double] {
        try #require(rhythm(reps, of: movement)).furtherTurns(forwards: forwards).map { Double($0) / movement.rateHz }
    }

    private func isNear(_ found: [Double], _ expected: [Double]) -> Bool {
        found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 0.2 }
    }

    @Test func theRhythmGoesOnAtBothEnds() throws {
        let movement = squats()
        #expect(isNear(try furtherSeconds(0..<9, of: movement, forwards: true), [32.5]))
        #expect(isNear(try furtherSeconds(1..<10, of: movement, forwards: false), [5.5]))
        #expect(isNear(try furtherSeconds(2..<8, of: movement, forwards: true), [29.5, 32.5]), "two at most")
        #expect(isNear(try furtherSeconds(2..<8, of: movement, forwards: false), [8.5, 5.5]), "outwards from the set")
    }

    @Test func nothingFollowsTheLastRep() throws {
        #expect(try furtherSeconds(0..<10, of: squats(), forwards: true).isEmpty)
        #expect(try furtherSeconds(0..<10, of: squats(), forwards: false).isEmpty)
    }

    @Test func aRepIsSeenUpToTheReachThatFollowsIt() throws {
        #expect(isNear(try furtherSeconds(0..<9, of: squats(reachingAt: 33), forwards: true), [32.5]))
    }

    @Test func aReachInsteadOfARepIsNone() throws {
        // From the turn on there is only the way up, with the arm.
        #expect(try furtherSeconds(0..<10, of: squats(reachingAt: 33.5), forwards: true).isEmpty)
        #expect(try furtherSeconds(0..<9, of: squats(reachingAt: 31), forwards: true).isEmpty)
    }

    @Test func turningTheSensorChangesNothing() throws {
        for mount in Quaternion.random(4, seed: 11) {
            let turned = squats(reachingAt: 33, mount: mount)
            #expect(isNear(try furtherSeconds(0..<9, of: turned, forwards: true), [32.5]))
        }
    }

    @Test func fewerThanFourRepsHaveNoRhythm() throws {
        #expect(try furtherSeconds(0..<3, of: squats(), forwards: true).isEmpty)
        #expect(try !furtherSeconds(0..<4, of: squats(), forwards: true).isEmpty)
    }

    @Test func aShortSetTakesTheCourseOfItsCompany() throws {
        let movement = squats()
        let company = try #require(rhythm(0..<4, of: movement))
        func further(_ reps: Range<Int>, forwards: Bool) throws -> [Double] {
            try #require(rhythm(reps, of: movement)).furtherTurns(forwards: forwards, inCompanyOf: [company])
                .map { Double($0) / movement.rateHz }
        }
        #expect(isNear(try further(6..<8, forwards: true), [29.5, 32.5]))
        #expect(isNear(try further(8..<9, forwards: true), [32.5]), "one rep has a tempo only in company")
        #expect(try further(8..<10, forwards: true).isEmpty)
    }

    @Test func aReachOfTheArmShowsNoneOfTheBodysForce() throws {
        for mount in Quaternion.random(3, seed: 7) {
            // An eleventh rep that is the reach alone, and a tenth out of which the arm reaches.
            let alone = try #require(rhythm(0..<11, of: squats(reachingAt: 35, mount: mount)))
            #expect(try #require(alone.turnLikeness(of: 10)) < 0.7)
            #expect(try #require(alone.turnLikeness(of: 9)) > 0.9 && #require(alone.turnLikeness(of: 0)) > 0.9)
            let ending = try #require(rhythm(0..<10, of: squats(reachingAt: 33, mount: mount)))
            #expect(try #require(ending.turnLikeness(of: 9)) > 0.7)
        }
    }

    @Test func ofARepStillUnderWayTooLittleIsSeen() throws {
        var movement = squats()
        for (seconds, isSeen) in [(33.2, false), (35.0, true)] {
            movement.seconds = seconds
            #expect(try (#require(rhythm(0..<10, of: movement)).turnLikeness(of: 9) != nil) == isSeen)
        }
    }

    @Test func threeRepsHaveNoCourseToBeHeldAgainst() throws {
        #expect(try #require(rhythm(0..<3, of: squats())).turnLikeness(of: 0) == nil)
    }

    @Test func whatIsTooShortForARepHasNone() {
        #expect(rhythm(0..<4, of: squats(), periodSeconds: 0.1) == nil)
    }

    @Test func thePeriodIsThatOfAllSetsTogether() {
        func set(_ turns: [Int]) -> MovementSet {
            MovementSet(
                kind: .travel, cutoffHz: 1,
                excursions: turns.map { Excursion(homeBefore: $0 - 2, leave: $0 - 1, turn: $0, back: $0 + 1, homeAfter: $0 + 2) },
                axis: SIMD3(1, 0, 0), homeIsHigh: true, excursion: SIMD3(-8, 0, 0), home: .zero, amplitude: 8, repSeconds: 2,
                quality: 0.9)
        }
        #expect(ForceRhythm.period(of: [set([100, 150, 210]), set([400])]) == 55)
        #expect(ForceRhythm.period(of: [set([100]), set([400])]) == nil)
    }

    @Test func aStillSensorHasNone() throws {
        let still = SyntheticMovement(seconds: 40, angle: { _ in 0 })
        #expect(try furtherSeconds(0..<8, of: still, forwards: true).isEmpty)
    }
}
