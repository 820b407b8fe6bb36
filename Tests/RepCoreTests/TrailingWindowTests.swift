import Motion
import Testing

@testable import RepCore

/// The newest part of a stream, on the grid the whole stream has.
@Suite struct TrailingWindowTests {
    private func samples(_ seconds: ClosedRange<Double>) -> [MotionSample] {
        stride(from: seconds.lowerBound, through: seconds.upperBound, by: 0.01).map { time in
            MotionSample(timeSeconds: time, acceleration: SIMD3(Math.sin(time), Math.cos(time), 9.81))
        }
    }

    @Test func itIsTheEndOfTheWholeGrid() {
        var window = TrailingWindow(longestSeconds: 10)
        for sample in samples(0...60) { window.step(sample) }
        let segment = window.segment()
        let grid = UniformResampler.resample(samples(0...60)).dropLast()
        #expect(segment.count == 250)
        #expect(window.isCut)
        #expect(segment.acceleration[...] == grid.suffix(250).map(\.acceleration)[...])
        #expect(abs(segment.startSeconds - (grid.suffix(250).first?.timeSeconds ?? 0)) < 1e-9)
    }

    @Test func lookingAtWhatFollowsTakesNothing() {
        var window = TrailingWindow(longestSeconds: 10)
        for sample in samples(0...5) { window.step(sample) }
        let before = window.segment()
        let ahead = window.segment(peekingAt: samples(5.01...5.5))
        #expect(ahead.count > before.count)
        #expect(Array(ahead.acceleration.prefix(before.count)) == before.acceleration)
        #expect(window.segment() == before)
        for sample in samples(5.01...5.5) { window.step(sample) }
        #expect(window.segment() == ahead)
    }

    @Test func aGapEmptiesIt() {
        var window = TrailingWindow(longestSeconds: 10)
        for sample in samples(0...5) + samples(8...9) { window.step(sample) }
        #expect(window.segment().startSeconds == 8)
        #expect(!window.isCut)
    }
}
