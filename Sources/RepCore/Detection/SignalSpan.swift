/// A part of a segment's signal, addressed by grid index: what one set needs of a signal smoothed to its own tempo.
public struct SignalSpan: Sendable, Equatable {
    /// Grid indices that may be asked for.
    public let range: Range<Int>
    /// Holds `range`, and more at either end where a filter had to settle.
    private let values: [SIMD3<Double>]
    private let offset: Int

    /// - Parameter offset: grid index of the first value; `range` lies within the values.
    init(_ values: [SIMD3<Double>], offset: Int, range: Range<Int>) {
        precondition(offset <= range.lowerBound && range.upperBound <= offset + values.count, "a span exceeds its signal")
        self.values = values
        self.offset = offset
        self.range = range
    }

    /// A whole signal.
    init(_ values: [SIMD3<Double>]) {
        self.init(values, offset: 0, range: values.indices)
    }

    public subscript(index: Int) -> SIMD3<Double> { values[index - offset] }

    public subscript(part: ClosedRange<Int>) -> ArraySlice<SIMD3<Double>> {
        values[part.lowerBound - offset...part.upperBound - offset]
    }

    /// A part along an axis of unit length, in the signal's unit.
    func projected(on axis: SIMD3<Double>, over part: Range<Int>) -> [Double] {
        values[part.lowerBound - offset..<part.upperBound - offset].projected(on: axis)
    }
}

extension ArraySlice<SIMD3<Double>> {
    /// Along an axis of unit length. Windows overlap: no point of a segment is looked at more often.
    func projected(on axis: SIMD3<Double>) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { line, count in
            withUnsafeBufferPointer { values in
                for index in values.indices { line.initializeElement(at: index, to: values[index].dot(axis)) }
            }
            count = self.count
        }
    }
}
