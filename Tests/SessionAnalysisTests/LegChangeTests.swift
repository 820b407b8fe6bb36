import ExerciseCatalog
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct LegChangeTests {
    /// Reps of 3 s without pause; a gap of so many seconds before some, odd ones with little confidence.
    private func lunges(
        _ count: Int, pauses: [Int: Double] = [:], odd: [Int: Double] = [:], exercise: String = "lunge",
        way: Signature.Way? = nil
    ) -> Recognition {
        var features = RecogniserTests.squat
        (features.reps, features.periodSeconds, features.durationSeconds) = (count, 3, 3)
        var set = RecogniserTests.set(features)
        var start = 5.0
        for index in set.reps.indices {
            start += pauses[index] ?? 0
            let seconds = odd[index] ?? 3
            set.reps[index].startSeconds = start
            set.reps[index].turnSeconds = start + seconds / 2
            set.reps[index].endSeconds = start + seconds
            set.reps[index].confidence = odd[index] == nil ? 0.99 : 0.5
            start += seconds
        }
        return Recognition(exercise: exercise, way: way, logScore: 0, reading: set)
    }

    private func counts(_ set: Recognition) -> [Int] { LegChange().parted(set).map(\.reading.count) }

    @Test func anOddRepOutOfTempoParts() {
        // What the high pass makes of six seconds, and nothing more.
        #expect(counts(lunges(21, pauses: [10: 4], odd: [10: 5])) == [10, 10])
        #expect(counts(lunges(22, odd: [10: 5.5, 11: 6])) == [11, 10])
    }

    @Test func anOddRepInTempoIsTheLastOfItsLeg() {
        #expect(counts(lunges(20, pauses: [10: 3], odd: [9: 4])) == [10, 10])
        let parts = LegChange().parted(lunges(20, pauses: [10: 3], odd: [9: 4]))
        #expect(parts.map { $0.reading.features?.reps } == [10, 10])
        #expect(parts[0].reading.endSeconds < parts[1].reading.startSeconds)
    }

    @Test func anOddRepInTempoMayBeTheFirstOfTheOtherLeg() {
        #expect(counts(lunges(20, pauses: [10: 3], odd: [10: 4])) == [10, 10])
    }

    /// Where nothing moves while somebody changes legs there is no odd rep either; a breath takes less.
    @Test(arguments: [(10, [10, 10]), (9, [9, 11]), (6, [20])])
    func aLongPauseHalfWayParts(after reps: Int, expected: [Int]) {
        #expect(counts(lunges(20, pauses: [reps: 7])) == expected)
    }

    @Test func oneSetThatWasInterruptedIsOneSet() {
        #expect(counts(lunges(21, pauses: [6: 4], odd: [6: 5])) == [21])
        #expect(counts(lunges(20, odd: [10: 4])) == [20])
        #expect(counts(lunges(20, pauses: [10: 4])) == [20])
        #expect(counts(lunges(5, pauses: [2: 4], odd: [2: 5])) == [5])
        #expect(counts(lunges(20, odd: [0: 6, 19: 6])) == [20])
    }

    @Test func onlyWhatIsDoneLegByLegAndLooksAlikeIsParted() {
        #expect(counts(lunges(21, pauses: [10: 4], odd: [10: 5], exercise: "squat")) == [21])
        #expect(counts(lunges(21, pauses: [10: 4], odd: [10: 5], way: .front)) == [21])
        #expect(counts(lunges(21, pauses: [10: 4], odd: [10: 5], exercise: ExerciseCatalog.unrecognised)) == [21])
    }

    @Test func furtherRepsStayAtTheEndsOfTheWhole() {
        var set = lunges(21, pauses: [10: 4], odd: [10: 5])
        set.reading.repsBefore = [set.reading.reps[0]]
        set.reading.repsAfter = [set.reading.reps[20]]
        set.looksLike = .init(exercise: "squat", reps: 21)
        let parts = LegChange().parted(set)
        #expect(parts.map(\.reading.repsBefore.count) == [1, 0])
        #expect(parts.map(\.reading.repsAfter.count) == [0, 1])
        #expect(parts.map(\.looksLike?.reps) == [10, 10])
    }
}
