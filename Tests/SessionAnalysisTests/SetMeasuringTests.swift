import SessionModel
import Testing

@testable import SessionAnalysis

@Suite struct SetMeasuringTests {
    /// Reps one after the other, of these durations and ranges of motion.
    private func reps(_ durations: [Double], degrees: [Double?]? = nil, pause: Double = 0) -> [RepResult] {
        var start = 5.0
        return durations.indices.map { index in
            defer { start += durations[index] + pause }
            return RepResult(
                startSeconds: start, turnSeconds: start + durations[index] / 2, endSeconds: start + durations[index],
                rangeOfMotionDegrees: degrees?[index])
        }
    }

    @Test func tempoIsTheRepAndCadenceIsTheRepWithItsPause() {
        let measures = SetMeasures(of: reps([2, 2, 2, 2], pause: 1), autocorrelation: 0.9)
        #expect(measures.tempoSeconds == 2 && measures.repsPerMinute == 20 && measures.autocorrelation == 0.9)
    }

    @Test func evenRepsDoNotVary() {
        #expect(SetMeasures(of: reps([2, 2, 2]), autocorrelation: nil).durationVariation == 0)
    }

    @Test func variationIsTheStandardDeviationOverTheMean() throws {
        let variation = try #require(SetMeasures(of: reps([1, 2, 3]), autocorrelation: nil).durationVariation)
        #expect(abs(variation - 0.5) < 1e-12)
    }

    @Test func fatigueComparesTheLastThirdWithTheFirst() throws {
        let measures = SetMeasures(
            of: reps([2, 2, 2, 2.5, 3, 3], degrees: [80, 80, 75, 70, 60, 60]), autocorrelation: nil)
        #expect(measures.rangeOfMotionChange == -0.25 && measures.durationChange == 0.5)
    }

    @Test func fewRepsTellNeitherVariationNorFatigue() {
        let five = SetMeasures(of: reps([2, 2, 2, 2, 2], degrees: [9, 9, 9, 9, 9]), autocorrelation: nil)
        #expect(five.durationVariation == 0 && five.durationChange == nil && five.rangeOfMotionChange == nil)
        let two = SetMeasures(of: reps([2, 2]), autocorrelation: nil)
        #expect(two.durationVariation == nil && two.repsPerMinute == 30)
        let one = SetMeasures(of: reps([2]), autocorrelation: nil)
        #expect(one.tempoSeconds == 2 && one.repsPerMinute == nil)
        #expect(SetMeasures(of: [], autocorrelation: nil) == SetMeasures())
    }

    @Test func repsWhoseRangeWasNotSeenTakeNoPartInIt() {
        let degrees: [Double?] = [80, nil, 80, nil, 60, nil]
        let measures = SetMeasures(of: reps([2, 2, 2, 2, 2, 2], degrees: degrees), autocorrelation: nil)
        #expect(measures.rangeOfMotionChange == nil && measures.durationChange == 0)
    }
}
