import Foundation
import Motion
import RepCore
import Testing

@Suite struct UniformResamplerTests {
    /// Samples at irregular times: intervals of 2 to 30 ms.
    func irregular(seconds: Double, seed: UInt64, value: (Double) -> SIMD3<Double>) -> [MotionSample] {
        var random = SeededGenerator(seed: seed)
        var samples: [MotionSample] = []
        var time = 0.0
        while time < seconds {
            samples.append(MotionSample(timeSeconds: time, acceleration: value(time), angularRate: -value(time)))
            time += Double.random(in: 0.002...0.03, using: &random)
        }
        return samples
    }

    @Test func aConstantStaysWhatItIs() {
        let grid = UniformResampler.resample(irregular(seconds: 5, seed: 1) { _ in SIMD3(1, -2, 9.81) })
        #expect(grid.count == 125)
        for point in grid {
            #expect((point.acceleration - SIMD3(1, -2, 9.81)).length < 1e-12)
            #expect((point.angularRate! + SIMD3(1, -2, 9.81)).length < 1e-12)
        }
    }

    @Test func aStraightLineHasNoDelay() {
        let grid = UniformResampler.resample(irregular(seconds: 5, seed: 2) { SIMD3($0, 2 * $0, -$0) })
        for point in grid.dropFirst().dropLast(2) {
            #expect(abs(point.acceleration.x - point.timeSeconds) < 1e-9)
        }
    }

    @Test func theGridIsUniformAndStartsAtTheFirstSample() {
        let grid = UniformResampler.resample(irregular(seconds: 4, seed: 3) { _ in .zero })
        #expect(grid.enumerated().allSatisfy { $1.timeSeconds == Double($0) / 25 })
        #expect(grid.map(\.startsSegment) == grid.indices.map { $0 == 0 })
    }

    @Test func slowMovementPassesAndWhatWouldFoldOntoItDoesNot() {
        func amplitude(atHz hertz: Double) -> Double {
            let samples = (0..<2000).map { index in
                MotionSample(
                    timeSeconds: Double(index) / 200,
                    acceleration: SIMD3(sin(2 * .pi * hertz * Double(index) / 200), 0, 0))
            }
            return UniformResampler.resample(samples).dropFirst(5).dropLast(5).map { abs($0.acceleration.x) }.max() ?? 0
        }
        #expect(amplitude(atHz: 1) > 0.99)
        #expect(amplitude(atHz: 24) < 0.01)
    }

    @Test func slowInputIsJoinedByStraightLines() {
        let samples = (0...20).map { MotionSample(timeSeconds: Double($0) / 10, acceleration: SIMD3(Double($0), 0, 0)) }
        let grid = UniformResampler.resample(samples)
        #expect(grid.count == 51)
        for point in grid.dropFirst().dropLast() {
            #expect(abs(point.acceleration.x - point.timeSeconds * 10) < 1e-9)
        }
    }

    @Test func gapsAreNeverCrossed() {
        let before = (0...50).map { MotionSample(timeSeconds: Double($0) / 50, acceleration: SIMD3(1, 0, 0)) }
        let after = (0...50).map { MotionSample(timeSeconds: 3.017 + Double($0) / 50, acceleration: SIMD3(5, 0, 0)) }
        let grid = UniformResampler.resample(before + after)
        #expect(grid.filter { $0.startsSegment }.map(\.timeSeconds) == [0, 3.017])
        #expect(grid.allSatisfy { $0.timeSeconds <= 1 ? $0.acceleration.x == 1 : abs($0.acceleration.x - 5) < 1e-12 })
        #expect(!grid.contains { $0.timeSeconds > 1.001 && $0.timeSeconds < 3.017 })
    }

    @Test func aTimeShiftMovesTheGridByIt() {
        // Dyadic times, so that the shift itself is exact.
        let samples = irregular(seconds: 6, seed: 4) { SIMD3(sin($0), cos($0), $0) }.map {
            MotionSample(
                timeSeconds: ($0.timeSeconds * 1024).rounded() / 1024, acceleration: $0.acceleration,
                angularRate: $0.angularRate)
        }
        let shifted = samples.map {
            MotionSample(timeSeconds: $0.timeSeconds + 4096, acceleration: $0.acceleration, angularRate: $0.angularRate)
        }
        let parameters = UniformResampler.Parameters(outputHz: 32)
        let expected = UniformResampler.resample(samples, parameters).map { point in
            var point = point
            point.timeSeconds += 4096
            return point
        }
        #expect(UniformResampler.resample(shifted, parameters) == expected)
    }

    @Test func halfAStreamPlusRestoredStateEqualsTheWhole() throws {
        let samples = irregular(seconds: 6, seed: 5) { SIMD3(sin(3 * $0), $0, 1) }
        let expected = UniformResampler.resample(samples)
        for cut in [1, 7, 100, samples.count - 1] {
            var grid: [GridSample] = []
            var first = UniformResampler()
            for sample in samples[..<cut] { first.step(sample) { grid.append($0) } }
            var second = try JSONDecoder().decode(UniformResampler.self, from: JSONEncoder().encode(first))
            for sample in samples[cut...] { second.step(sample) { grid.append($0) } }
            second.finish { grid.append($0) }
            #expect(grid == expected)
        }
    }

    @Test func angularRateIsAbsentWhereSamplesHaveNone() {
        let samples = (0...100).map { index in
            MotionSample(
                timeSeconds: Double(index) / 100, acceleration: SIMD3(0, 0, 9.81),
                angularRate: index < 50 ? SIMD3(1, 0, 0) : nil)
        }
        let grid = UniformResampler.resample(samples)
        for point in grid where point.timeSeconds < 0.44 { #expect(abs(point.angularRate!.x - 1) < 1e-9) }
        for point in grid where point.timeSeconds > 0.5 { #expect(point.angularRate == nil) }
    }

    @Test func oneSampleIsOnePointAndNoneIsNone() {
        let sample = MotionSample(timeSeconds: 7, acceleration: SIMD3(1, 2, 3), angularRate: SIMD3(4, 5, 6))
        #expect(
            UniformResampler.resample([sample]) == [
                GridSample(
                    timeSeconds: 7, acceleration: SIMD3(1, 2, 3), angularRate: SIMD3(4, 5, 6), startsSegment: true)
            ])
        #expect(UniformResampler.resample([]).isEmpty)
    }

    @Test func brokenSamplesAreIgnored() {
        let good = irregular(seconds: 3, seed: 6) { SIMD3($0, 1, 2) }
        var broken = good
        broken.insert(MotionSample(timeSeconds: .nan, acceleration: .zero), at: 100)
        broken.insert(MotionSample(timeSeconds: .infinity, acceleration: .zero), at: 80)
        broken.insert(MotionSample(timeSeconds: good[60].timeSeconds, acceleration: SIMD3(.nan, 0, 0)), at: 60)
        broken.insert(MotionSample(timeSeconds: 0.01, acceleration: SIMD3(99, 0, 0)), at: 50)
        #expect(UniformResampler.resample(broken) == UniformResampler.resample(good))
    }

    @Test func burstsWithEqualTimesMakeNoTrouble() {
        let samples = (0..<100).map { index in
            MotionSample(timeSeconds: Double(index / 5) / 20, acceleration: SIMD3(2, 2, 2))
        }
        let grid = UniformResampler.resample(samples)
        #expect(grid.count == 24)
        #expect(grid.allSatisfy { ($0.acceleration - SIMD3(2, 2, 2)).length < 1e-12 })
    }
}
