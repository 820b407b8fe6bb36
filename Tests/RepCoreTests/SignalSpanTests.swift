import Testing

@testable import RepCore

@Suite struct SignalSpanTests {
    private let values = (0..<10).map { SIMD3(Double($0), 0, 0) }

    @Test func pointsAreAddressedByGridIndex() {
        let span = SignalSpan(values, offset: 100, range: 102..<108)
        #expect(span.range == 102..<108)
        #expect(span[102].x == 2)
        #expect(span[104...106].map(\.x) == [4, 5, 6])
    }

    @Test func aPartIsProjectedByGridIndex() {
        let span = SignalSpan(values, offset: 100, range: 102..<108)
        #expect(span.projected(on: SIMD3(0.6, 0.8, 0), over: 104..<106) == [4 * 0.6, 5 * 0.6])
        #expect(span.projected(on: SIMD3(0, 1, 0), over: 104..<104) == [])
    }

    @Test func aWholeSignalIsASpan() {
        let span = SignalSpan(values)
        #expect(span.range == 0..<10)
        #expect(span.range.map { span[$0] } == values)
    }
}
