import Foundation
import Testing

@testable import RepCore

@Suite struct StepWindowTests {
    private func windows(
        seconds: Double = 10, _ value: (Double) -> Double, vertical: (Double) -> Double = { _ in 0 }
    ) -> [StepWindow] {
        let times = (0..<Int(seconds * 25)).map { Double($0) / 25 }
        return StepWindow.all(times.map { SIMD3(0, value($0), 0) }, vertical: times.map(vertical), rateHz: 25)
    }

    @Test func aRhythmOfStepsIsFoundWithItsPace() throws {
        for window in windows({ 2 * sin(2 * .pi * 1.8 * $0) }) {
            #expect(window.strength > 0.9)
            #expect(abs((window.rhythmHz ?? 0) - 1.8) < 0.1)
        }
    }

    @Test func quietWindowsHaveNoRhythmHoweverEven() {
        #expect(windows { 0.5 * sin(2 * .pi * 1.8 * $0) }.allSatisfy { $0.rhythmHz == nil && $0.strength == 0 })
    }

    @Test func aSignalShorterThanAWindowMakesOne() {
        #expect(windows(seconds: 3) { sin(12 * $0) }.count == 1)
        #expect(windows(seconds: 1) { 3 * sin(12 * $0) }.allSatisfy { $0.rhythmHz == nil })
    }

    /// A leg that swings at 0.9 Hz: over a body that rises and falls twice in each swing it walks, over one that does once it squats.
    @Test func whoWalksRisesTwiceInAStride() {
        func swing(_ time: Double) -> Double { 2 * sin(2 * .pi * 0.9 * time) }
        for window in windows(swing, vertical: { 1.5 * sin(2 * .pi * 1.8 * $0 + 1) + 0.3 * sin(2 * .pi * 0.9 * $0) }) {
            #expect(window.isOfStrides && !window.isOfSteps)
            #expect(window.bounce.period > 0.9 && window.bounce.halfway > 0.7)
        }
        for window in windows(swing, vertical: { 1.5 * sin(2 * .pi * 0.9 * $0 + 1) }) {
            #expect(!window.isOfStrides && window.bounce.halfway < -0.7)
        }
        #expect(!windows(swing).contains { $0.isOfStrides }, "on wheels")
    }

    @Test func stepsAreVerticalAndEven() {
        func step(_ time: Double) -> Double { 2 * sin(2 * .pi * 1.8 * time) }
        #expect(windows(step, vertical: step).allSatisfy { $0.isOfSteps && !$0.isOfStrides })
        #expect(!windows(step, vertical: { 2 * sin(7 * $0 * $0) }).contains { $0.isOfSteps })
    }
}
