import RepCore
import Testing

@testable import ExerciseCatalog

@Suite struct SignatureTableTests {
    @Test func boundsRise() {
        for term in SignatureTable.all.flatMap(\.terms) + SignatureTable.other {
            #expect(term.hardLow <= term.low && term.low <= term.high && term.high <= term.hardHigh, "\(term)")
            #expect((0..<1).contains(term.floor), "\(term)")
        }
    }

    @Test func everyRowIsOfACountedExerciseTheCatalogueSeesFromThere() throws {
        for row in SignatureTable.all {
            let exercise = try #require(ExerciseCatalog.exercise(named: row.exercise))
            #expect(exercise.kind == .reps)
            #expect(!row.placements.isEmpty && !row.terms.isEmpty)
            #expect(row.handicap > 0 && row.handicap <= 1)
            for placement in row.placements {
                #expect(exercise.observability[placement] != nil, "\(row.exercise) from \(placement)")
            }
        }
    }

    @Test func everyCountedExerciseHasARow() {
        for exercise in ExerciseCatalog.all where exercise.kind == .reps {
            #expect(SignatureTable.all.contains { $0.exercise == exercise.name }, "\(exercise.name)")
        }
    }

    /// Unless it is told by something else, of which the row says that it needs it.
    @Test func aWayIsThereOnceAPlacementAndTilt() throws {
        for (index, row) in SignatureTable.all.enumerated() {
            for other in SignatureTable.all.dropFirst(index + 1)
            where other.exercise == row.exercise && other.way == row.way && other.needs == row.needs
                && !Set(row.placements).isDisjoint(with: other.placements)
            {
                let tilt = try #require(row.terms.first { $0.feature == .tilt }, "\(row.exercise)")
                let otherTilt = try #require(other.terms.first { $0.feature == .tilt }, "\(row.exercise)")
                #expect(tilt.low >= otherTilt.high || otherTilt.low >= tilt.high, "\(row.exercise)")
            }
        }
    }

    @Test func whatARowNeedsItBounds() {
        for row in SignatureTable.all {
            #expect(row.needs.allSatisfy { needed in row.terms.contains { $0.feature == needed } }, "\(row.exercise)")
        }
    }
}
