import Motion
import SessionModel

/// How the reps of a set were done: middle values, evenness, and what became of them towards its end.
struct SetFigures {
    /// Fewest reps a trend is told of.
    static let fewestForTrend = 6

    /// Median seconds from start to end of a rep, median degrees, and median seconds held of the reps that had a hold.
    let tempoSeconds, rangeOfMotionDegrees, holdSeconds: Double?
    /// Spread of the reps' durations: median absolute deviation, scaled to a standard deviation, over the median.
    let tempoVariation: Double?
    /// Change from the first to the last rep over the median: robust line through the reps (Sen, JASA 1968).
    let tempoChange, rangeOfMotionChange: Double?

    init(_ reps: [RepResult]) {
        let durations = reps.map { $0.endSeconds - $0.startSeconds }
        let ranges = reps.compactMap(\.rangeOfMotionDegrees)
        tempoSeconds = durations.median
        rangeOfMotionDegrees = ranges.median
        holdSeconds = reps.compactMap(\.holdSeconds).median
        tempoVariation = Self.variation(durations)
        tempoChange = Self.change(durations)
        rangeOfMotionChange = ranges.count == reps.count ? Self.change(ranges) : nil
    }

    private static func variation(_ values: [Double]) -> Double? {
        guard values.count > 2, let median = values.median, median > 0,
            let deviation = values.map({ abs($0 - median) }).median
        else { return nil }
        return 1.4826 * deviation / median
    }

    private static func change(_ values: [Double]) -> Double? {
        guard let median = values.median, median > 0, let slope = slope(values) else { return nil }
        return slope * Double(values.count - 1) / median
    }

    /// Median slope a rep over all pairs of reps; `nil` for too few.
    static func slope(_ values: [Double]) -> Double? {
        guard values.count >= fewestForTrend else { return nil }
        return values.indices.flatMap { first in
            values.indices.dropFirst(first + 1).map { (values[$0] - values[first]) / Double($0 - first) }
        }.median
    }
}
