import Foundation
import RepCore
import Testing

@Suite struct TurningPointsTests {
    private func find(_ signal: [Double], swing: Double = 1) -> [String] {
        TurningPoints.find(in: signal, swing: swing).map { ($0.isHigh ? "high " : "low ") + "\($0.index)" }
    }

    @Test func highAndLowAlternate() {
        #expect(find([0, 2, 0, 3, 1]) == ["low 0", "high 1", "low 2", "high 3", "low 4"])
    }

    @Test func theFirstOfEqualValuesTurns() {
        #expect(find([0, 0, 2, 2, 2, 0, 0]) == ["low 0", "high 2", "low 5"])
    }

    @Test func aChangeOfExactlyTheSwingCounts() {
        #expect(find([0, 1, 0]) == ["low 0", "high 1", "low 2"])
        #expect(find([0, 0.99, 0]) == [])
    }

    @Test func smallerWigglesAreNoTurnsHoweverMany() {
        #expect(find([0, 3, 2.5, 4, 3.4, 4.2, 0]) == ["low 0", "high 5", "low 6"])
    }

    @Test func theBordersAreHome() {
        // A half movement at either end: what lies before the first swing and after the last.
        #expect(find([2, 2.5, 0, 0.5]) == ["high 1", "low 2"])
        #expect(find([0.5, 0, 2]) == ["low 1", "high 2"])
    }

    @Test func aStepHasItsTwoEnds() {
        #expect(find([0, 0, 0, 5, 5, 5]) == ["low 0", "high 3"])
    }

    @Test(arguments: [[], [1], [1, 1, 1, 1], [0, 0.5, 0.2, 0.9]])
    func whatDoesNotSwingHasNone(signal: [Double]) {
        #expect(find(signal).isEmpty)
    }

    @Test func indicesCountFromTheStartOfASlice() {
        let slice = [9.0, 9, 0, 2, 0][2...]
        #expect(TurningPoints.find(in: slice, swing: 1).map(\.index) == [0, 1, 2])
    }

    @Test func missingNumbersAreNoTurns() {
        #expect(find([0, .nan, 2, .nan, 0]) == ["low 0", "high 2", "low 4"])
    }

    @Test(arguments: 0..<20)
    func everySwingIsLargeEnoughAndNoneIsMissed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var value = 0.0
        let signal = (0..<400).map { _ in
            value += random.symmetric()
            return value
        }
        let points = TurningPoints.find(in: signal, swing: 1.5)
        for (one, next) in zip(points, points.dropFirst()) {
            #expect(one.isHigh != next.isHigh)
            #expect(abs(signal[one.index] - signal[next.index]) >= 1.5)
            // Between two turns nothing lies beyond them, and nothing turns by the swing.
            let between = signal[one.index...next.index]
            #expect(between.max() == max(signal[one.index], signal[next.index]))
            #expect(between.min() == min(signal[one.index], signal[next.index]))
            #expect(TurningPoints.find(in: between, swing: 1.5).count == 2)
        }
    }

    @Test(arguments: 0..<10)
    func turningTheSignalUpsideDownExchangesHighAndLow(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let signal = (0..<200).map { 3 * sin(Double($0) / 9) + random.symmetric() }
        let points = TurningPoints.find(in: signal, swing: 2)
        #expect(!points.isEmpty)
        #expect(
            TurningPoints.find(in: signal.map { -$0 }, swing: 2)
                == points.map { TurningPoint(index: $0.index, isHigh: !$0.isHigh) })
    }
}
