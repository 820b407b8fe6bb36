import RepCore
import Testing

@Suite struct StatisticsTests {
    struct Case: Decodable {
        var x: [Double]
        var percents: [Double]
        var percentiles: [Double]
    }

    @Test func percentilesEqualNumPys() throws {
        for golden in try Golden.cases("statistics", as: Case.self) {
            #expect(largestDifference(Statistics.percentiles(golden.x, golden.percents), golden.percentiles) < 1e-12)
        }
    }

    @Test func nothingHasNoMedian() {
        #expect(Statistics.median([]) == nil)
        #expect(Statistics.percentile([], 3) == nil)
    }

    /// Random, with many ties, in order, upside down, all the same.
    @Test(arguments: [1, 2, 3, 4, 10, 99, 1000])
    func selectingGivesWhatSortingGives(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let noise = (0..<count).map { _ in random.symmetric() }
        let orders = [
            noise, noise.map { ($0 * 4).rounded() }, noise.sorted(), noise.sorted(by: >), noise.map { _ in 2 },
            noise + noise.reversed(),
        ]
        for values in orders {
            let sorted = values.sorted()
            for index in stride(from: 0, to: sorted.count, by: max(1, sorted.count / 40)) {
                let percent = sorted.count == 1 ? 0 : 100 * Double(index) / Double(sorted.count - 1)
                #expect(abs((Statistics.percentile(values, percent) ?? .nan) - sorted[index]) < 1e-9)
            }
        }
    }

    @Test func whatIsNoNumberDoesNoHarm() {
        let values = (0..<50).map { $0.isMultiple(of: 3) ? Double.nan : Double($0) }
        #expect(Statistics.percentiles(values, [0, 50, 100]).count == 3)
    }

    @Test func percentsAreCutToTheirRange() {
        #expect(Statistics.percentile([1, 2, 3], 140) == 3)
        #expect(Statistics.percentile([1, 2, 3], -5) == 1)
        #expect(Statistics.median([4, 1, 3, 2]) == 2.5)
    }
}
