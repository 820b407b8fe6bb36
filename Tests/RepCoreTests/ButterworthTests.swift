import RepCore
import Testing

@Suite struct ButterworthTests {
    struct Case: Decodable {
        var order: Int
        var band: String
        var cutoff: [Double]
        var rate: Double
        var sos: [[Double]]

        var design: Butterworth.Band {
            switch band {
            case "low": .lowPass(cutoffHz: cutoff[0])
            case "high": .highPass(cutoffHz: cutoff[0])
            default: .bandPass(lowHz: cutoff[0], highHz: cutoff[1])
            }
        }
    }

    @Test func sectionsEqualSciPys() throws {
        let cases = try Golden.cases("butterworth", as: Case.self)
        #expect(cases.count > 10)
        for golden in cases {
            let sections = try Butterworth.sections(order: golden.order, band: golden.design, rateHz: golden.rate)
            let ours = sections.flatMap { section -> [Double] in
                [section.b0, section.b1, section.b2, 1, section.a1, section.a2]
            }
            #expect(
                largestDifference(ours, Array(golden.sos.joined())) < 1e-10,
                "order \(golden.order) \(golden.band) \(golden.cutoff) at \(golden.rate) Hz")
        }
    }

    @Test(arguments: [0.0, -1, 12.5, 30, .nan, .infinity])
    func cutoffOutsideTheRateIsAnError(cutoffHz: Double) {
        #expect(throws: FilterDesignError.self) {
            try Butterworth.sections(order: 2, band: .lowPass(cutoffHz: cutoffHz), rateHz: 25)
        }
    }

    @Test func fallingBandEdgesAndBadOrdersAreErrors() {
        #expect(throws: FilterDesignError.cutoff(hertz: 1, rateHz: 25)) {
            try Butterworth.sections(order: 2, band: .bandPass(lowHz: 2, highHz: 1), rateHz: 25)
        }
        #expect(throws: FilterDesignError.order(0)) {
            try Butterworth.sections(order: 0, band: .highPass(cutoffHz: 1), rateHz: 25)
        }
    }

    @Test func theErrorSaysWhatIsAllowed() {
        let message = FilterDesignError.cutoff(hertz: 20, rateHz: 25).description
        #expect(message.contains("12.5 Hz"))
    }
}
