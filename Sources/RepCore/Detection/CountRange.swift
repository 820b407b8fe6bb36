/// Which counts of a set cannot be ruled out, from estimates that do not depend on each other.
///
/// - The edges: counted excursions that only just belong, and neighbours that nearly do.
/// - The count in the other signal, where it carries as much evidence: tilt and vertical travel are different physics.
///
/// Measured on recordings of known count, periodicity (time between the outer turns over the median step), the other
/// choice of home and low likeness widen many ranges for every one that they make right; they are left out.
public struct CountRange: Sendable {
    public struct Parameters: Sendable, Equatable {
        /// The other signal has a say when its set carries at least this share of the evidence.
        public var otherSignalShare = 0.9
        /// Larger differences are another movement, not another count, in reps.
        public var largestDifference = 2

        public init() {}
    }

    public var parameters: Parameters

    public init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
    }

    /// Counts that cannot be ruled out; contains `set.count`.
    /// - Parameter others: sets found in the other kind of signal.
    public func range(of set: DetectedSet, others: [DetectedSet]) -> ClosedRange<Int> {
        var lowest = max(0, set.count - set.doubtfulEdges)
        var highest = set.count + set.doubtfulNeighbours
        for other in others where overlap(set, other) > 0.6 && other.score >= parameters.otherSignalShare * set.score {
            // Which end is home is decided once for all signals, so of the other's readings the nearer one is meant.
            let readings = ([other] + other.exchanged).map(\.count)
            guard let count = readings.min(by: { abs($0 - set.count) < abs($1 - set.count) }),
                abs(count - set.count) <= parameters.largestDifference
            else { continue }
            lowest = min(lowest, count)
            highest = max(highest, count)
        }
        return lowest...highest
    }

    /// Share of the longer of two sets that both cover.
    private func overlap(_ one: DetectedSet, _ other: DetectedSet) -> Double {
        let common = min(one.endSeconds, other.endSeconds) - max(one.startSeconds, other.startSeconds)
        return common / max(one.endSeconds - one.startSeconds, other.endSeconds - other.startSeconds, 1e-9)
    }
}
