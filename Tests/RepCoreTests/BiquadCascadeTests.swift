import Foundation
import Testing

@testable import RepCore

@Suite struct BiquadCascadeTests {
    struct Case: Decodable {
        var sos: [[Double]]
        var x: [Double]
        var filtered: [Double]
        var settled: [Double]
        var zero_phase: [Double]

        var sections: [Biquad] { sos.map { Biquad(b0: $0[0], b1: $0[1], b2: $0[2], a1: $0[4], a2: $0[5]) } }
    }

    @Test func outputsEqualSciPys() throws {
        for golden in try Golden.cases("butterworth", as: Case.self) {
            var filter = BiquadCascade<Double>(golden.sections)
            #expect(largestDifference(golden.x.map { filter.step($0) }, golden.filtered) < 1e-9)
            filter.settle(at: golden.x[0])
            #expect(largestDifference(golden.x.map { filter.step($0) }, golden.settled) < 1e-9)
            let zeroPhase = BiquadCascade<Double>.filtfilt(golden.sections, golden.x)
            #expect(largestDifference(zeroPhase, golden.zero_phase) < 1e-7)
        }
    }

    @Test func aVectorIsThreeScalars() throws {
        let sections = try Butterworth.sections(order: 3, band: .bandPass(lowHz: 0.3, highHz: 3), rateHz: 25)
        var random = SeededGenerator(seed: 1)
        var vector = BiquadCascade<SIMD3<Double>>(sections)
        var scalars = Array(repeating: BiquadCascade<Double>(sections), count: 3)
        for _ in 0..<200 {
            let input = random.vector()
            let output = vector.step(input)
            for channel in 0..<3 { #expect(abs(output[channel] - scalars[channel].step(input[channel])) < 1e-12) }
        }
    }

    @Test func settledFilterStaysAtAConstant() throws {
        var filter = BiquadCascade<Double>(
            try Butterworth.sections(order: 5, band: .lowPass(cutoffHz: 1), rateHz: 100))
        filter.settle(at: 9.81)
        for _ in 0..<100 { #expect(abs(filter.step(9.81) - 9.81) < 1e-9) }
    }

    @Test func halfAStreamPlusRestoredStateEqualsTheWhole() throws {
        let sections = try Butterworth.sections(order: 4, band: .lowPass(cutoffHz: 3), rateHz: 25)
        var random = SeededGenerator(seed: 2)
        let input = (0..<300).map { _ in random.vector() }
        var whole = BiquadCascade<SIMD3<Double>>(sections)
        let expected = input.map { whole.step($0) }
        var first = BiquadCascade<SIMD3<Double>>(sections)
        let head = input[..<140].map { first.step($0) }
        var second = try JSONDecoder().decode(
            BiquadCascade<SIMD3<Double>>.self, from: JSONEncoder().encode(first))
        #expect(head + input[140...].map { second.step($0) } == expected)
    }

    @Test(arguments: [0, 1, 2, 40, 400], [SignalExtension.odd, .constant])
    func filteringInPlaceIsFilteringACopy(count: Int, extending: SignalExtension) throws {
        let sections = try Butterworth.sections(order: 4, band: .lowPass(cutoffHz: 2), rateHz: 25)
        var random = SeededGenerator(seed: 3)
        let signal = (0..<count).map { _ in random.vector() }
        var inPlace = signal
        BiquadCascade.filtfilt(sections, inPlace: &inPlace, padding: 30, extending: extending, pivot: 3)
        #expect(inPlace == BiquadCascade.filtfilt(sections, signal, padding: 30, extending: extending, pivot: 3))
        var untouched = signal
        BiquadCascade.filtfilt([], inPlace: &untouched)
        #expect(untouched == signal)
    }

    @Test(arguments: 0...8)
    func zeroPhaseAcceptsShortSignals(count: Int) throws {
        let sections = try Butterworth.sections(order: 2, band: .lowPass(cutoffHz: 1), rateHz: 25)
        let filtered = BiquadCascade<Double>.filtfilt(sections, Array(repeating: 3, count: count))
        #expect(filtered.count == count)
        #expect(filtered.allSatisfy { abs($0 - 3) < 1e-9 })
    }
}
