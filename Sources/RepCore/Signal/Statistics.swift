/// Order statistics of small arrays.
public enum Statistics {
    /// Percentile by linear interpolation between order statistics (`numpy.percentile` with its default method).
    ///
    /// - Parameter percent: 0...100; values outside are cut to that range.
    /// - Returns: `nil` for an empty array.
    public static func percentile(_ values: [Double], _ percent: Double) -> Double? {
        percentiles(values, [percent]).first
    }

    /// Several percentiles for one sort; empty for an empty array.
    public static func percentiles(_ values: [Double], _ percents: [Double]) -> [Double] {
        guard !values.isEmpty else { return [] }
        let sorted = values.sorted()
        return percents.map { percent in
            let share = percent.isNaN ? 0 : min(100, max(0, percent)) / 100
            let position = share * Double(sorted.count - 1)
            let below = Int(position)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
        }
    }

    /// Middle value, or the mean of the two in the middle; `nil` for an empty array.
    public static func median(_ values: [Double]) -> Double? {
        percentile(values, 50)
    }

    /// Median absolute deviation from the median, unscaled; `nil` for an empty array.
    public static func medianAbsoluteDeviation(_ values: [Double]) -> Double? {
        guard let center = median(values) else { return nil }
        return median(values.map { abs($0 - center) })
    }
}
