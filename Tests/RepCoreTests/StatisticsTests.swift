import RepCore
import Testing

@Suite struct StatisticsTests {
    struct Case: Decodable {
        var x: [Double]
        var percents: [Double]
        var percentiles: [Double]
        var mad: Double
    }

    @Test func percentilesAndDeviationEqualNumPys() throws {
        for golden in try Golden.cases("statistics", as: Case.self) {
            #expect(largestDifference(Statistics.percentiles(golden.x, golden.percents), golden.percentiles) < 1e-12)
            #expect(abs((Statistics.medianAbsoluteDeviation(golden.x) ?? .nan) - golden.mad) < 1e-12)
        }
    }

    @Test func nothingHasNoMedian() {
        #expect(Statistics.median([]) == nil)
        #expect(Statistics.percentile([], 3) == nil)
        #expect(Statistics.medianAbsoluteDeviation([]) == nil)
    }

    @Test func percentsAreCutToTheirRange() {
        #expect(Statistics.percentile([1, 2, 3], 140) == 3)
        #expect(Statistics.percentile([1, 2, 3], -5) == 1)
        #expect(Statistics.median([4, 1, 3, 2]) == 2.5)
    }
}
