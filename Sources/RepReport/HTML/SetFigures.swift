import Motion
import SessionModel

/// Middle values of some reps, of one side or of a whole set.
struct SetFigures {
    /// Fewest reps a trend is told of.
    static let fewestForTrend = 6

    /// Median seconds from start to end of a rep, median degrees, and median seconds held of the reps that had a hold.
    let tempoSeconds, rangeOfMotionDegrees, holdSeconds: Double?

    init(_ reps: [RepResult]) {
        tempoSeconds = reps.map { $0.endSeconds - $0.startSeconds }.median
        rangeOfMotionDegrees = reps.compactMap(\.rangeOfMotionDegrees).median
        holdSeconds = reps.compactMap(\.holdSeconds).median
    }

    /// Median slope a rep over all pairs of reps (Sen, JASA 1968); `nil` for too few.
    static func slope(_ values: [Double]) -> Double? {
        guard values.count >= fewestForTrend else { return nil }
        return values.indices.flatMap { first in
            values.indices.dropFirst(first + 1).map { (values[$0] - values[first]) / Double($0 - first) }
        }.median
    }
}
