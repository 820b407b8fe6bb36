@testable import RepReport
import Testing

@Suite struct SparklineTests {
    @Test func theGreatestIsFullAndNothingIsTheLowest() {
        #expect(Sparkline.columns([0, 50, 100]) == "\u{2581}\u{2585}\u{2588}")
    }

    @Test func absentIsASpaceAndNothingIsNoLine() {
        #expect(Sparkline.columns([80, nil, 80]) == "\u{2588} \u{2588}")
        #expect(Sparkline.columns([nil, nil]) == "")
        #expect(Sparkline.columns([]) == "")
    }

    @Test func manyValuesShareColumns() {
        let line = Sparkline.columns((0..<1000).map { $0 < 500 ? 1 : 2 })
        #expect(line.count == 40)
        #expect(line.first == "\u{2585}" && line.last == "\u{2588}")
    }

    @Test(arguments: [Double.nan, .infinity, -3, 1e300])
    func whatIsNoNumberDoesNoHarm(value: Double) {
        #expect(Sparkline.columns([1, value]).count <= 2)
        #expect(Sparkline.bar(value, cells: 10).count <= 10)
    }

    @Test func aBarIsExactToAnEighth() {
        #expect(Sparkline.bar(1, cells: 4) == "\u{2588}\u{2588}\u{2588}\u{2588}")
        #expect(Sparkline.bar(0.5, cells: 3) == "\u{2588}\u{258C}")
        #expect(Sparkline.bar(2, cells: 2) == "\u{2588}\u{2588}")
        #expect(Sparkline.bar(0, cells: 2) == "")
    }
}
