import RepCore
import Testing

@Suite struct PeaksTests {
    struct Case: Decodable {
        var x: [Double]
        var height: Double?
        var distance: Double?
        var prominence: Double?
        var peaks: [Int]
        var prominences: [Double]
    }

    @Test func peaksEqualSciPys() throws {
        let cases = try Golden.cases("peaks", as: Case.self)
        #expect(cases.contains { !$0.peaks.isEmpty })
        for golden in cases {
            let found = Peaks.find(
                in: golden.x, minimumHeight: golden.height, minimumDistance: golden.distance,
                minimumProminence: golden.prominence)
            #expect(found.map(\.index) == golden.peaks)
            #expect(largestDifference(found.map(\.prominence), golden.prominences) < 1e-12)
        }
    }

    @Test(arguments: [
        ([0, 1, 1, 0], [1]), ([0, 1, 1, 1, 0], [2]), ([0, 1, 1, 1, 1, 0], [2]),
        ([1, 1, 0], []), ([0, 1, 1], []), ([0, 1, 1, 2, 0], [3]), ([1], []), ([], []), ([2, 2, 2], []),
    ] as [([Double], [Int])])
    func aPlateauCountsOnceAtItsMiddleAndBordersNever(signal: [Double], expected: [Int]) {
        #expect(Peaks.find(in: signal).map(\.index) == expected)
    }

    @Test func distanceKeepsTheHighest() {
        let signal: [Double] = [0, 3, 0, 5, 0, 4, 0, 0, 1, 0]
        #expect(Peaks.find(in: signal, minimumDistance: 3).map(\.index) == [3, 8])
    }

    @Test func distanceIsTriedBeforeProminence() {
        // The peak of 6 removes its lower neighbour of 4, then fails the prominence itself.
        let signal: [Double] = [0, 4, 0, 5, 6, 5.5, 7, 8, 9, 0]
        #expect(Peaks.find(in: signal, minimumProminence: 1).map(\.index) == [1, 8])
        #expect(Peaks.find(in: signal, minimumDistance: 4, minimumProminence: 1).map(\.index) == [8])
    }

    @Test func aNaNIsNoPeak() {
        #expect(Peaks.find(in: [0, .nan, 0, 2, 0, .nan]).map(\.index) == [3])
    }
}
