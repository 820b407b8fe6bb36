import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct DetectedSetTests {
    private func sets() -> [DetectedSet] { SegmentDetector().detect(SyntheticSensor.set(5, .legRaise).segment()).sets }

    @Test func reachesFromTheFirstRepToTheLast() throws {
        let set = try #require(sets().first)
        #expect(set.count == set.reps.count)
        #expect(set.startSeconds == set.reps.first?.startSeconds)
        #expect(set.endSeconds == set.reps.last?.endSeconds)
    }

    @Test func storedAndReadAgainItIsTheSame() throws {
        let sets = sets()
        #expect(!sets.isEmpty)
        #expect(try JSONDecoder().decode([DetectedSet].self, from: JSONEncoder().encode(sets)) == sets)
    }

    @Test func qualityAndRegularityAreShares() throws {
        let set = try #require(sets().first)
        #expect((0.9...1).contains(set.quality))
        #expect((0.9...1).contains(set.regularity))
    }

    private func rep(turning seconds: Double) -> DetectedRep {
        DetectedRep(startSeconds: seconds - 1, turnSeconds: seconds, endSeconds: seconds + 1, tiltDegrees: 60)
    }

    /// A set with a further rep, in the set's tempo, at either end.
    private func setWithFurtherReps() throws -> DetectedSet {
        var set = try #require(sets().first)
        let step = set.portrait.periodSeconds
        set.repsBefore = [rep(turning: set.reps[0].turnSeconds - step)]
        set.repsAfter = [rep(turning: set.reps[set.count - 1].turnSeconds + step)]
        return set
    }

    @Test func furtherRepsCount() throws {
        let set = try setWithFurtherReps()
        let completed = set.completed()
        #expect(completed.count == set.count + 2)
        #expect(completed.features?.reps == set.features.map { $0.reps + 2 })
        #expect(completed.portrait == set.portrait)
    }

    @Test func furtherRepsDoNotOverlapTheSet() throws {
        var set = try setWithFurtherReps()
        // Vertical travel took the reach for a way home that ends beyond the next turn.
        set.reps[set.count - 1].endSeconds = set.repsAfter[0].turnSeconds + 0.5
        set.reps[0].startSeconds = set.repsBefore[0].turnSeconds - 0.5
        let reps = set.completed().reps
        for (rep, next) in zip(reps, reps.dropFirst()) { #expect(rep.endSeconds <= next.startSeconds) }
        #expect(reps.allSatisfy { $0.startSeconds < $0.turnSeconds && $0.turnSeconds < $0.endSeconds })
    }

    @Test func furtherRepsOutsideTheTimesGivenAreNotTaken() throws {
        let set = try setWithFurtherReps()
        #expect(set.completed(from: set.startSeconds).count == set.count + 1)
        #expect(set.completed(to: set.endSeconds).count == set.count + 1)
        #expect(set.completed(from: set.startSeconds, to: set.endSeconds) == set)
    }

    @Test func setsAreCompletedWhereNoNeighbourLies() throws {
        let set = try setWithFurtherReps()
        #expect([DetectedSet]().completed().isEmpty)
        #expect([set].completed().map(\.count) == [7])
        #expect([set, set].completed().map(\.count) == [6, 6], "each lies where the other's further reps are")
    }

    @Test func whatIsSeenOneWayAloneIsLeftOpen() throws {
        var set = try #require(sets().first)
        #expect(set.countRange == 5...5)
        set.reps[4].isSeenBackwards = false
        #expect(set.countRange == 4...5)
        set.turnsOnlySeenBackwards = [set.startSeconds - 2, set.endSeconds + 2]
        #expect(set.countRange == 4...7)
    }

    @Test func anUnlikelyRepIsLeftOpenWhereverItStands() throws {
        var set = try #require(sets().first)
        set.reps[2].confidence = 0.1
        #expect(set.countRange == 4...5)
        set.reps[0].confidence = 0.1
        #expect(set.countRange == 3...5)
        (set.reps[0].isSeenBackwards, set.reps[2].isSeenBackwards) = (false, false)
        #expect(set.countRange == 3...5, "the same two")
    }

    @Test func aSetIsInDoubtWhereARepIs() throws {
        var set = try #require(sets().first)
        #expect(!set.isInDoubt)
        set.reps[2].confidence = 0.89
        #expect(set.isInDoubt)
        #expect(try setWithFurtherReps().isInDoubt, "they may be none")
    }

    @Test func doubtsOfPiecesAddUp() throws {
        var (one, other) = (try #require(sets().first), try #require(sets().first))
        #expect(one.joined(with: other).countRange == 10...10)
        one.turnsOnlySeenBackwards = [one.startSeconds - 2]
        #expect(one.joined(with: other).countRange == 10...11)
        (other.turnsOnlySeenBackwards, other.reps[0].isSeenBackwards) = ([other.endSeconds + 2], false)
        #expect(one.joined(with: other).countRange == 9...12)
        #expect(other.joined(with: one).countRange == 9...12)
    }

    /// Two pieces see what lies between them, and each other's reps.
    @Test func whatPiecesBothSeeIsOpenOnce() throws {
        var one = try #require(sets().first)
        var other = one
        let later = one.endSeconds - one.startSeconds + 4
        for index in other.reps.indices {
            other.reps[index].startSeconds += later
            other.reps[index].turnSeconds += later
            other.reps[index].endSeconds += later
        }
        one.turnsOnlySeenBackwards = [one.endSeconds + 2, other.reps[0].turnSeconds]
        other.turnsOnlySeenBackwards = [one.endSeconds + 2.2, one.reps[4].turnSeconds]
        #expect(one.joined(with: other).countRange == 10...11)
    }

    @Test func whatLiesFarFromTheSetLeavesNothingOpen() throws {
        var set = try #require(sets().first)
        set.turnsOnlySeenBackwards = [set.endSeconds + 20]
        #expect(set.countRange == 5...5)
    }

    @Test func doubtsGoWithThePartTheyAreBeside() throws {
        var set = try #require(sets().first)
        set.turnsOnlySeenBackwards = [set.startSeconds - 2, set.reps[2].turnSeconds, set.endSeconds + 2]
        let turn = set.reps[2].turnSeconds
        #expect(set.split { $0.turnSeconds == turn }.map(\.countRange) == [2...3, 2...3])
    }

    @Test func whatIsNoRepDividesASet() throws {
        var set = try setWithFurtherReps()
        let reps = set.reps
        #expect(set.split { _ in false } == [set])
        #expect(set.split { _ in true }.isEmpty)
        let parts = set.split { $0 == reps[1] }
        #expect(parts.map(\.reps) == [[reps[0]], Array(reps[2...])])
        #expect(parts.map { $0.repsBefore.count } == [1, 0] && parts.map { $0.repsAfter.count } == [0, 1])
        set.reps = []
        #expect(set.split { _ in false }.isEmpty)
    }
}
