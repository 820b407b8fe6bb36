import ExerciseCatalog
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct SetJoinTests {
    private func piece(
        _ count: Int, from start: Double, exercise: String = "squat",
        way: Signature.Way? = nil, _ change: (inout MovementFeatures) -> Void = { _ in }
    ) -> Recognition {
        var features = RecogniserTests.squat
        features.reps = count
        change(&features)
        return Recognition(exercise: exercise, way: way, logScore: 0, reading: RecogniserTests.set(features, from: start))
    }

    private func counts(_ pieces: Recognition...) -> [Int] { SetJoin().joined(pieces).map(\.reading.count) }

    // Five reps of 3 s from 0 end at 14.5 s; a pause of 1.5 periods is 4.5 s.
    @Test func piecesOfOneSetAreJoined() {
        #expect(counts(piece(5, from: 0), piece(4, from: 17)) == [9])
        #expect(counts(piece(5, from: 0), piece(4, from: 17), piece(3, from: 31)) == [12])
        #expect(SetJoin().joined([piece(5, from: 0), piece(4, from: 17)])[0].reading.features?.reps == 9)
    }

    @Test func aRepSeenByBothCountsOnce() {
        #expect(counts(piece(5, from: 0), piece(5, from: 12)) == [9])
    }

    private let other = ExerciseCatalog.unrecognised

    /// It is the one's that has a name, or more reps; what remains of the other has to be a set.
    @Test func aRepSeenByTwoSetsThatStayApartCountsOnce() {
        #expect(counts(piece(5, from: 0), piece(5, from: 12, exercise: "lunge")) == [5, 4])
        #expect(counts(piece(5, from: 0), piece(8, from: 12, exercise: "lunge")) == [4, 8])
        #expect(counts(piece(5, from: 0), piece(4, from: 8, exercise: "lunge")) == [5])
        #expect(counts(piece(5, from: 0, exercise: other), piece(4, from: 12)) == [4, 4])
        // A set that shares time and no rep stays, however few it has.
        #expect(counts(piece(5, from: 0), piece(2, from: 14, exercise: "lunge")) == [5, 2])
    }

    @Test func aSetWithinAnotherLeavesWhatLiesOnEitherSideOfIt() {
        let sets = SetJoin().joined([piece(14, from: 0, exercise: other), piece(4, from: 15)])
        #expect(sets.map(\.exercise) == [other, "squat", other] && sets.map(\.reading.count) == [5, 4, 5])
        #expect(zip(sets, sets.dropFirst()).allSatisfy { $0.reading.endSeconds <= $1.reading.startSeconds })
    }

    /// What lay between two sets and was none leaves them neighbours.
    @Test func piecesAreJoinedOverASetThatGaveWay() {
        #expect(counts(piece(5, from: 0), piece(3, from: 13, exercise: other), piece(6, from: 15)) == [11])
    }

    /// Of legs in turn a reading has the swings of one: three are six reps.
    @Test func swingsOfOneLegAreTwoReps() {
        #expect(counts(piece(3, from: 0, exercise: "lunge", way: .alternate), piece(5, from: 7)) == [3, 4])
        #expect(counts(piece(3, from: 0, exercise: "lunge", way: .alternate), piece(8, from: 7)) == [2, 8])
    }

    @Test func furtherRepsAreThoseAtTheEndsOfTheWhole() {
        var (first, second) = (piece(5, from: 0), piece(4, from: 17))
        first.reading.repsBefore = [first.reading.reps[0]]
        first.reading.repsAfter = [first.reading.reps[1]]
        second.reading.repsAfter = [second.reading.reps[2]]
        let joined = SetJoin().joined([first, second])[0].reading
        #expect(joined.repsBefore == first.reading.repsBefore && joined.repsAfter == second.reading.repsAfter)
    }

    @Test func doubtsOfBothPiecesStay() {
        var (first, second) = (piece(5, from: 0), piece(4, from: 17))
        second.reading.reps[3].isSeenBackwards = false
        second.reading.turnsOnlySeenBackwards = [second.reading.endSeconds + 1.5]
        // What the first sees of the second is a rep of the whole.
        first.reading.turnsOnlySeenBackwards = [second.reading.reps[0].turnSeconds]
        #expect(SetJoin().joined([first, second])[0].reading.countRange == 8...10)
    }

    @Test func otherSetsStayApart() {
        #expect(counts(piece(5, from: 0), piece(4, from: 27)) == [5, 4])
        #expect(counts(piece(5, from: 0), piece(4, from: 17, exercise: "lunge")) == [5, 4])
        #expect(counts(piece(5, from: 0), piece(4, from: 17) { $0.tiltDegrees = 30 }) == [5, 4])
        #expect(counts(piece(5, from: 0), piece(4, from: 17) { $0.periodSeconds = 1.5 }) == [5, 4])
        let turned = piece(4, from: 17) {
            $0.upAtHome = SIMD3(0, 1, 0)
            $0.upAtTurn = SIMD3(0, -1, 0)
        }
        #expect(counts(piece(5, from: 0), turned) == [5, 4])
    }

    /// Who lunges with one leg and then with the other pauses as long as who gets their breath back.
    @Test func aPauseIsShorterWhereItMayBeTheChangeOfLegs() {
        #expect(counts(piece(5, from: 0), piece(4, from: 24)) == [9])
        #expect(counts(piece(5, from: 0, exercise: "lunge"), piece(4, from: 24, exercise: "lunge")) == [5, 4])
        // Nobody knows whether other movement has legs to change.
        let other = ExerciseCatalog.unrecognised
        #expect(counts(piece(5, from: 0, exercise: other), piece(4, from: 22, exercise: other)) == [5, 4])
        // Where the legs look alike the change of legs is looked for in the whole.
        #expect(counts(piece(5, from: 0, exercise: "lunge"), piece(4, from: 22, exercise: "lunge")) == [9])
        func lunges(_ second: Signature.Way) -> [Int] {
            counts(
                piece(5, from: 0, exercise: "lunge", way: .front), piece(4, from: 24, exercise: "lunge", way: second))
        }
        #expect(lunges(.front) == [9])
        #expect(lunges(.rear) == [5, 4])
    }

    /// The last rep of the other leg lies between those of the worn one.
    @Test func thePauseOfAlternatingLegsIsLongerByHalfAPeriod() {
        func lunges(_ way: Signature.Way, from start: Double) -> [Int] {
            counts(
                piece(5, from: 0, exercise: "lunge", way: way), piece(4, from: start, exercise: "lunge", way: way))
        }
        #expect(lunges(.alternate, from: 27.5) == [9])
        #expect(lunges(.front, from: 27.5) == [5, 4])
        #expect(lunges(.alternate, from: 28.5) == [5, 4])
    }

    @Test func nothingJoinsToNothing() {
        #expect(SetJoin().joined([]).isEmpty)
    }
}
