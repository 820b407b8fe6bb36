import Foundation
import RepCore
import Testing

@Suite struct AutocorrelationTests {
    let sine = (0..<400).map { sin(2 * .pi * Double($0) / 37.3) }

    @Test func lagZeroIsOneAndThePeriodComesBack() throws {
        let correlation = try #require(Autocorrelation.normalized(sine, maximumLag: 100, .unbiased))
        #expect(correlation.count == 101)
        #expect(abs(correlation[0] - 1) < 1e-12)
        let period = try #require(Autocorrelation.dominantPeriod(correlation, rateHz: 25, seconds: 0.5...4))
        #expect(abs(period.seconds - 37.3 / 25) < 0.01)
        #expect(period.strength > 0.95)
    }

    @Test func biasedFallsWithTheOverlap() throws {
        let biased = try #require(Autocorrelation.normalized(sine, maximumLag: 200))
        let unbiased = try #require(Autocorrelation.normalized(sine, maximumLag: 200, .unbiased))
        #expect(biased.allSatisfy { abs($0) <= 1 + 1e-12 })
        for lag in 0...200 { #expect(abs(biased[lag] - unbiased[lag] * Double(400 - lag) / 400) < 1e-12) }
    }

    @Test func byHand() throws {
        // Mean 2; centred -1 0 1; products at lag 1: 0, at lag 2: -1; energy 2.
        let correlation = try #require(Autocorrelation.normalized([1.0, 2, 3], maximumLag: 9))
        #expect(largestDifference(correlation, [1, 0, -0.5]) < 1e-12)
    }

    @Test func turningTheSensorChangesNothing() throws {
        var random = SeededGenerator(seed: 3)
        let signal = sine.map { SIMD3($0, 0.3 * $0, 9.81) + random.vector() * 0.1 }
        let expected = try #require(Autocorrelation.normalized(signal, maximumLag: 60))
        for _ in 0..<20 {
            let turn = Quaternion(rotationVector: random.vector() * 3)
            let turned = try #require(Autocorrelation.normalized(signal.map { turn.rotate($0) }, maximumLag: 60))
            #expect(largestDifference(turned, expected) < 1e-10)
        }
    }

    @Test func noVarianceNoCorrelation() {
        #expect(Autocorrelation.normalized([Double](), maximumLag: 5) == nil)
        #expect(Autocorrelation.normalized([9.81, 9.81, 9.81], maximumLag: 5) == nil)
        #expect(Autocorrelation.normalized([1, .nan], maximumLag: 5) == nil)
    }

    @Test func noPeriodOutsideTheRange() throws {
        let correlation = try #require(Autocorrelation.normalized(sine, maximumLag: 100))
        #expect(Autocorrelation.dominantPeriod(correlation, rateHz: 25, seconds: 0.2...1) == nil)
    }
}
