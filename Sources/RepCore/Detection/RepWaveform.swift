/// The course of one rep, stretched to a common length so that reps of different duration compare: acceleration below
/// 1.5 Hz and vertical travel (on the scale of `MovementSignals.travelScale`), in m/s2.
struct RepWaveform {
    private static let points = 32
    private var values: [SIMD4<Double>]

    init(_ range: ClosedRange<Int>, in signals: FeatureSignals) {
        func value(_ index: Int) -> SIMD4<Double> {
            SIMD4(signals.slow[index], signals.height[index] * MovementSignals.travelScale)
        }
        let last = range.count - 1
        values = (0..<Self.points).map { point in
            let position = Double(last * point) / Double(Self.points - 1)
            let below = min(Int(position), last)
            let above = min(below + 1, last)
            let (first, second) = (value(range.lowerBound + below), value(range.lowerBound + above))
            return first + (second - first) * (position - Double(below))
        }
    }

    private init(values: [SIMD4<Double>]) { self.values = values }

    /// Of each waveform the correlation with the mean of all others; empty for fewer than two.
    static func likenessToOthers(_ waves: [RepWaveform]) -> [Double] {
        guard waves.count > 1 else { return [] }
        let mean = mean(waves)
        let level = mean.level
        let count = Double(waves.count)
        return waves.map { wave in
            // The mean of the others, from the mean of all.
            let others = RepWaveform(values: zip(mean.values, wave.values).map { ($0 * count - $1) / (count - 1) })
            return wave.correlation(with: others, about: level)
        }
    }

    /// Of each waveform the correlation with the mean of those in the middle, 0...1: two at either end are left out, one
    /// where there are few, so that what does not belong to a set does not speak for it.
    /// - Parameter level: what waveforms are compared about; `nil`: the level of that mean.
    static func likenessToInner(_ waves: [RepWaveform], about level: Level? = nil) -> [Double] {
        guard let mean = inner(waves) else { return [] }
        let level = level?.value ?? mean.level
        return waves.map { max(0, min(1, $0.correlation(with: mean, about: level))) }
    }

    /// The middle between home and turn, about which halves of a course are compared.
    struct Level {
        fileprivate var value: SIMD4<Double>

        /// - Returns: `nil` when there are no waveforms.
        init?(_ waves: [RepWaveform]) {
            guard let mean = RepWaveform.inner(waves) else { return nil }
            value = mean.level
        }
    }

    private static func inner(_ waves: [RepWaveform]) -> RepWaveform? {
        let margin = waves.count >= 7 ? 2 : waves.count >= 3 ? 1 : 0
        return waves.isEmpty ? nil : mean(Array(waves[margin..<waves.count - margin]))
    }

    private static func mean(_ waves: [RepWaveform]) -> RepWaveform {
        var sum = [SIMD4<Double>](repeating: .zero, count: points)
        for wave in waves { for point in sum.indices { sum[point] += wave.values[point] } }
        return RepWaveform(values: sum.map { $0 / Double(waves.count) })
    }

    private var level: SIMD4<Double> { values.reduce(.zero, +) / Double(values.count) }

    private func correlation(with other: RepWaveform, about level: SIMD4<Double>) -> Double {
        var (product, own, others) = (0.0, 0.0, 0.0)
        for (one, two) in zip(values, other.values) {
            let (one, two) = (one - level, two - level)
            product += (one * two).sum()
            own += (one * one).sum()
            others += (two * two).sum()
        }
        return product / max((own * others).squareRoot(), 1e-9)
    }
}

extension SIMD4<Double> {
    fileprivate init(_ vector: SIMD3<Double>, _ last: Double) {
        self.init(vector.x, vector.y, vector.z, last)
    }
}
