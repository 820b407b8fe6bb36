import Foundation
import Testing

@testable import RepCore

@Suite struct StepWindowTests {
    private func windows(seconds: Double = 10, _ value: (Double) -> Double) -> [StepWindow] {
        StepWindow.all((0..<Int(seconds * 25)).map { SIMD3(0, value(Double($0) / 25), 0) }, rateHz: 25)
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
}
