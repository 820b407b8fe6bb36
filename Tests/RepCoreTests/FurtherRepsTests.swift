import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct FurtherRepsTests {
    /// Squats of 3 s with a still arm: ten from second 4 on, and some more from second 60 on, out of the last of which the
    /// arm reaches for something.
    private func squats(_ more: Int, first: Int = 10, mount: Quaternion = .identity) -> SyntheticMovement {
        func body(_ t: Double) -> Double {
            func block(_ start: Double, _ count: Int) -> Double {
                t > start && t < start + 3 * Double(count) ? (1 - cos(2 * .pi * (t - start) / 3)) / 2 : 0
            }
            return -0.4 * (block(4, first) + block(60, more))
        }
        func reach(_ t: Double) -> Double {
            let share = min(1, max(0, (t - (60 + 3 * Double(more) - 1)) / 0.8))
            return (1 - cos(.pi * share)) / 2
        }
        return SyntheticMovement(
            seconds: 90, angle: { 2 * reach($0) }, height: { body($0) + 0.5 * reach($0) }, mount: mount)
    }

    /// What is found, without the last rep of the last set.
    private func further(_ movement: SyntheticMovement, alone: Bool = false) -> [DetectedSet] {
        var signals = MovementSignals(movement.segment)
        let course = CourseSignals(signals)
        var sets = SetFinder().sets(in: &signals, kinds: [.travel]).filter { $0.count > 1 }
        sets[sets.count - 1].excursions.removeLast()
        let description = SetDescription(finder: SetFinder())
        let found = (alone ? sets.suffix(1) : sets[...]).map {
            (set: $0, described: description.describe($0, in: &signals, course: course, features: nil))
        }
        return FurtherReps(of: found, in: signals).completed()
    }

    private func turns(_ reps: [DetectedRep]) -> [Double] { reps.map { ($0.turnSeconds * 2).rounded() / 2 } }

    @Test func aShortSetIsCompletedLikeItsCompany() {
        for mount in Quaternion.random(3, seed: 5) {
            let sets = further(squats(3, mount: mount))
            #expect(sets.map(\.count) == [10, 2])
            #expect(sets.map { turns($0.repsAfter) } == [[], [67.5]])
            #expect(sets.map(\.repsBefore.count) == [0, 0])
        }
    }

    @Test func aloneItHasNothingToBeHeldAgainst() {
        #expect(further(squats(3), alone: true).map { turns($0.repsAfter) } == [[]])
        #expect(further(squats(5), alone: true).map { turns($0.repsAfter) } == [[73.5]], "four reps have")
    }

    @Test func aFurtherRepIsAsLongAsTheOthers() throws {
        let set = try #require(further(squats(3)).last)
        let rep = try #require(set.repsAfter.first)
        #expect(abs(rep.endSeconds - rep.startSeconds - (set.reps[0].endSeconds - set.reps[0].startSeconds)) < 0.2)
    }
}
