/// Completes reps that a gap in the recording cut in two.
///
/// Nobody saw what a gap hides, and nothing is made up in it. But where the sensor reached the turn before the gap, and is
/// on its way back or at home after it, the rep was seen from both sides: only the middle of its way back is missing.
public struct GapCrossing: Sendable {
    /// Longest gap that may hide a way back, in seconds and in reps of the set, whichever is longer.
    public var longestSeconds = 3.0
    public var longestInReps = 1.0

    public init() {}

    /// The same segments, their last sets with the rep that the next segment shows to have been completed.
    /// - Parameter segments: in time order.
    public func completed(_ segments: [SegmentFindings]) -> [SegmentFindings] {
        var result = segments
        for (index, next) in zip(result.indices, segments.dropFirst()) {
            func complete(_ sets: [DetectedSet]) -> [DetectedSet] { sets.map { completed($0, by: next) } }
            result[index].sets = complete(result[index].sets)
            result[index].tiltSets = complete(result[index].tiltSets)
            result[index].travelSets = complete(result[index].travelSets)
        }
        return result
    }

    private func completed(_ set: DetectedSet, by next: SegmentFindings) -> DetectedSet {
        var result = set
        result.exchanged = set.exchanged.map { completed($0, by: next) }
        guard var unfinished = set.unfinished,
            next.startSeconds - unfinished.rep.endSeconds
                <= max(longestSeconds, longestInReps * set.portrait.periodSeconds),
            unfinished.isOnItsWay(next.openingForce)
        else { return result }
        unfinished.rep.endSeconds = next.startSeconds
        result.reps.append(unfinished.rep)
        result.features?.reps = result.reps.count
        result.unfinished = nil
        return result
    }
}
