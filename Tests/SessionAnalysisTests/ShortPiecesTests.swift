import ExerciseCatalog
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct ShortPiecesTests {
    /// So many of ten squats, from a moment on, one every three seconds.
    private func squats(
        _ count: Int, from start: Double, _ change: (inout DetectedSet) -> Void = { _ in }
    ) -> DetectedSet {
        var features = RecogniserTests.squat
        features.reps = count
        var set = RecogniserTests.set(features, from: start)
        set.tiltWay = SIMD3(5, 0, 0)
        change(&set)
        return set
    }

    private func named(_ set: DetectedSet, _ exercise: String = "squat", way: Signature.Way? = nil) -> Recognition {
        Recognition(exercise: exercise, way: way, logScore: 0, reading: set)
    }

    private func counts(_ sets: [Recognition], _ others: DetectedSet...) -> [Int] {
        ShortPieces().added(to: sets, from: others).map(\.reading.count)
    }

    // Eight squats from 20 end at 43.5 s.
    @Test func whoStopsAfterTwoHasDoneTen() throws {
        let sets = ShortPieces().added(to: [named(squats(8, from: 20))], from: [squats(2, from: 8)])
        let set = try #require(sets.first).reading
        #expect(set.count == 10 && set.features?.reps == 10)
        #expect(set.startSeconds == 8 && set.endSeconds == 43.5)
        #expect(zip(set.reps, set.reps.dropFirst()).allSatisfy { $0.turnSeconds < $1.turnSeconds })
        #expect(counts([named(squats(8, from: 20))], squats(2, from: 50)) == [10])
    }

    /// Two alike are rarely chance; one is, most of all after a set, when people sit down.
    @Test func oneHasToBeNearerThanTwo() {
        let set = named(squats(8, from: 20))
        #expect(counts([set], squats(2, from: 2)) == [10])
        #expect(counts([set], squats(1, from: 2)) == [8])
        #expect(counts([set], squats(1, from: 8)) == [9])
        #expect(counts([set], squats(1, from: 46)) == [8])
    }

    /// Who lies does not sit down, and has to get up before anything else begins.
    @Test func lyingOneOrThreeMayFollowToo() {
        let set = named(squats(8, from: 20), "bridge")
        #expect(counts([set], squats(1, from: 46)) == [9])
        #expect(counts([set], squats(1, from: 56)) == [8])
        #expect(counts([set], squats(3, from: 56)) == [11])
        #expect(counts([set], squats(3, from: 70)) == [8])
        #expect(counts([named(squats(8, from: 20))], squats(3, from: 46)) == [8], "standing")
    }

    @Test func farFromASetItIsNothing() {
        #expect(counts([named(squats(8, from: 20))], squats(2, from: 60)) == [8])
        #expect(counts([], squats(2, from: 60)) == [])
    }

    @Test func anotherPostureSizeOrTempoIsAnotherMovement() {
        let set = named(squats(8, from: 20))
        #expect(counts([set], squats(2, from: 8) { $0.portrait.posture = SIMD3(9, 0, 0) }) == [8])
        #expect(counts([set], squats(2, from: 8) { $0.portrait.tiltSize = 4 }) == [8])
        #expect(counts([set], squats(2, from: 8) { $0.portrait.periodSeconds = 8 }) == [8])
    }

    /// A single excursion has to resemble the set more than two of them.
    @Test func oneIsDoubtedMoreThanTwo() {
        func unlike(_ set: inout DetectedSet) { set.portrait.periodSeconds *= 1.9 }
        #expect(counts([named(squats(8, from: 20))], squats(2, from: 8, unlike)) == [10])
        #expect(counts([named(squats(8, from: 20))], squats(1, from: 8, unlike)) == [8])
    }

    /// Medians of one or two say little: each of them has to be one of the set's.
    @Test(arguments: [(1.0, 1.0, 10), (0.5, 1, 8), (2, 1, 8), (1, 0.5, 8), (1, 1.8, 8)])
    func fewGoAsFarAndTakeAsLongAsTheSetsDo(duration: Double, size: Double, reps: Int) {
        let piece = squats(2, from: 8) { piece in
            piece.reps[1].endSeconds = piece.reps[1].startSeconds + duration * 2.5
            piece.reps[1].tiltDegrees *= size
        }
        #expect(counts([named(squats(8, from: 20))], piece) == [reps])
    }

    @Test func itIsReadRoundTheHomeOfTheSet() {
        let piece = squats(1, from: 9) { piece in
            piece.tiltWay = SIMD3(-5, 0, 0)
            piece.exchanged = [squats(2, from: 8)]
        }
        #expect(counts([named(squats(8, from: 20))], piece) == [10])
        #expect(counts([named(squats(8, from: 20))], squats(2, from: 8) { $0.tiltWay = SIMD3(-5, 0, 0) }) == [8])
    }

    /// From a trunk, two lunges some seconds after a set may be the other leg's.
    @Test func whereLegsMayHaveChangedItMustFollowAtOnce() {
        #expect(counts([named(squats(8, from: 20), "lunge")], squats(2, from: 50)) == [8])
        #expect(counts([named(squats(8, from: 20), "lunge")], squats(2, from: 45)) == [10])
        #expect(counts([named(squats(8, from: 20), "lunge", way: .front)], squats(2, from: 50)) == [10])
    }

    @Test func fourHaveToBeAlikeAndMoreSpeakForThemselves() {
        #expect(counts([named(squats(8, from: 20))], squats(4, from: 2)) == [12])
        #expect(counts([named(squats(8, from: 20))], squats(4, from: 2) { $0.features?.likeness = 0.4 }) == [8], "steps")
        #expect(counts([named(squats(8, from: 20))], squats(3, from: 5) { $0.features?.likeness = 0.4 }) == [11])
        #expect(counts([named(squats(8, from: 20))], squats(6, from: -4)) == [8])
    }

    @Test func whatHasNoNameTakesNone() {
        #expect(counts([named(squats(8, from: 20), ExerciseCatalog.unrecognised)], squats(2, from: 8)) == [8])
    }
}
