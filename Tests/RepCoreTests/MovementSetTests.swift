import Testing

@testable import RepCore

@Suite struct MovementSetTests {
    /// A set with turns at these grid indices, ten points before and after each.
    private func set(turns: [Int]) -> MovementSet {
        MovementSet(
            kind: .tilt, cutoffHz: 1,
            excursions: turns.map { Excursion(homeBefore: $0 - 12, leave: $0 - 10, turn: $0, back: $0 + 10, homeAfter: $0 + 12) },
            axis: SIMD3(0, 1, 0), homeIsHigh: false, excursion: SIMD3(0, 5, 0), home: .zero, amplitude: 5, repSeconds: 0.8,
            quality: 1)
    }

    @Test func reachesFromTheFirstLeavingToTheLastReturn() {
        let set = set(turns: [50, 100, 150])
        #expect(set.start == 40 && set.end == 160 && set.count == 3)
    }

    @Test func anEvenTempoIsRegular() {
        #expect(set(turns: [50, 100, 150, 200]).regularity == 1)
        #expect(abs(set(turns: [50, 100, 200]).regularity - 0.5) < 1e-12)
    }

    @Test func twoRepsSayLittleAboutTheTempo() {
        #expect(set(turns: [50]).regularity == 0.6)
        #expect(set(turns: [50, 100]).regularity == 0.6)
    }

    @Test func overlapIsAShareOfTheShorter() {
        let long = set(turns: [50, 100, 150])
        #expect(long.overlap(with: long) == 1)
        #expect(long.overlap(with: set(turns: [100])) == 1)
        #expect(set(turns: [100]).overlap(with: long) == 1)
        #expect(set(turns: [165]).overlap(with: long) == 0.25)
        #expect(set(turns: [400]).overlap(with: long) <= 0)
    }

    /// Two reps more on one side and in tempo, whatever one rep on the other side does, and none of its own lost.
    @Test(arguments: [
        ([500, 550, 600, 750, 800], true), ([350, 400, 500, 550, 600], true), ([350, 400, 500, 550, 600, 700], true),
        ([500, 550, 600, 700], false), ([450, 500, 550, 600, 700], false), ([500, 600, 700, 750], false),
        ([500, 550, 600, 700, 720, 740], false),
    ])
    func goesOnWhereItHasAllOfAnotherAndMore(turns: [Int], goesOn: Bool) {
        #expect(set(turns: turns).goesOn(set(turns: [500, 550, 600])) == goesOn)
        var otherWay = set(turns: turns)
        otherWay.excursion *= -1
        #expect(!otherWay.goesOn(set(turns: [500, 550, 600])))
    }
}
