/// The course of one rep, stretched to a common length so that reps of different duration compare: acceleration below
/// 1.5 Hz and vertical travel (on the scale of `MovementSignals.travelScale`), in m/s2.
struct RepWaveform {
    private static let points = 32
    private var values: [SIMD4<Double>]

    /// - Parameter travels: whether vertical travel takes part (`MovementSet.showsTravel`).
    init(_ range: ClosedRange<Int>, in signals: CourseSignals, travels: Bool = true) {
        let scale = travels ? MovementSignals.travelScale : 0
        func value(_ index: Int) -> SIMD4<Double> { SIMD4(signals.slow[index], signals.height[index] * scale) }
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
    static func likenessToInner(_ waves: [RepWaveform]) -> [Double] {
        guard let mean = inner(waves) else { return [] }
        return waves.map { max(0, min(1, $0.correlation(with: mean, about: mean.level))) }
    }

    /// The same for two parts of each course, about the level of both.
    static func likenessToInner(
        _ first: [RepWaveform], _ second: [RepWaveform]
    ) -> [(first: Double, second: Double)] {
        guard let one = inner(first), let two = inner(second) else { return [] }
        let level = (one.level + two.level) / 2
        return zip(first, second).map {
            (max(0, $0.correlation(with: one, about: level)), max(0, $1.correlation(with: two, about: level)))
        }
    }

    /// Of reps of two kinds in turn, as of two legs, which are of the one kind; `nil` where they are not.
    ///
    /// The kinds are told by the sign along the direction in which the waveforms differ most (their first principal component,
    /// by power iteration), and nearly every rep must be of the other kind than the one before it.
    static func alternating(_ waves: [RepWaveform]) -> [Bool]? {
        guard waves.count >= 2 * fewestOfAKind else { return nil }
        let mean = mean(waves)
        let differences = waves.map { wave in zip(wave.values, mean.values).map { $0 - $1 } }
        func product(_ one: [SIMD4<Double>], _ other: [SIMD4<Double>]) -> Double {
            zip(one, other).reduce(0) { $0 + ($1.0 * $1.1).sum() }
        }
        func sum(weighing weights: [Double]) -> [SIMD4<Double>] {
            var sum = [SIMD4<Double>](repeating: .zero, count: points)
            for (difference, weight) in zip(differences, weights) {
                for point in sum.indices { sum[point] += difference[point] * weight }
            }
            let size = max(product(sum, sum).squareRoot(), 1e-9)
            return sum.map { $0 / size }
        }
        // What is looked for is where the iteration begins; three rounds find out whether there is something larger.
        var positions = waves.indices.map { $0.isMultiple(of: 2) ? 1.0 : -1 }
        for _ in 0..<3 {
            let direction = sum(weighing: positions)
            positions = differences.map { product($0, direction) }
        }
        let kinds = positions.map { $0 > 0 }
        let changes = zip(kinds, kinds.dropFirst()).count { $0 != $1 }
        guard Double(changes) >= changesOfAlternating * Double(waves.count - 1),
            kinds.count(where: { $0 }) >= fewestOfAKind, kinds.count(where: { !$0 }) >= fewestOfAKind
        else { return nil }
        return kinds
    }

    /// As many of either leg as make a set; one rep in five may be missing or look like the other leg's.
    private static let fewestOfAKind = 3
    private static let changesOfAlternating = 0.8

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
        for point in values.indices {
            let (one, two) = (values[point] - level, other.values[point] - level)
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
