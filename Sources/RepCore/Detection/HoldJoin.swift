import Motion

/// Joins holds that a short gap in the recording, or the length limit of segments, cut in two.
///
/// Within a segment an excursion of two seconds is forgiven, however large, when the posture after it is that before it (`HoldFinder`). What a gap
/// no longer than that hides can have been no more.
public struct HoldJoin: Sendable {
    /// Longest gap, in seconds, and largest difference of posture across it: those of an excursion.
    public var longestSeconds = HoldFinder.Parameters().excursionSeconds
    public var samePostureDegrees = HoldFinder.Parameters().samePostureDegrees

    public init() {}

    /// The same segments; a hold that goes on in the next segment is found in the last one that it reaches, and pieces of holds that are
    /// too short by themselves are left out.
    /// - Parameter segments: in time order.
    public func joined(_ segments: [SegmentFindings]) -> [SegmentFindings] {
        var result = segments
        for index in result.indices.dropFirst() {
            let (holds, rest) = joined(result[index - 1].holds, result[index].holds)
            (result[index - 1].holds, result[index].holds) = (holds, rest)
            let (likely, likelyRest) = joined(result[index - 1].likelyHolds, result[index].likelyHolds)
            (result[index - 1].likelyHolds, result[index].likelyHolds) = (likely, likelyRest)
        }
        let shortest = HoldFinder.Parameters().minimumSeconds
        for index in result.indices { result[index].holds.removeAll { $0.durationSeconds < shortest } }
        return result
    }

    private func joined(_ before: [Hold], _ after: [Hold]) -> ([Hold], [Hold]) {
        guard let first = before.last, let second = after.first, first.differenceAfterDegrees == nil, second.differenceBeforeDegrees == nil,
            second.startSeconds - first.endSeconds <= longestSeconds, degreesBetween(first.posture, second.posture) <= samePostureDegrees
        else { return (before, after) }
        return (before.dropLast(), [first.joined(with: second)] + after.dropFirst())
    }
}

extension Hold {
    /// One hold of two that are parts of it.
    fileprivate func joined(with next: Hold) -> Hold {
        let (own, others) = (durationSeconds, next.durationSeconds)
        func mean(_ value: (Hold) -> Double) -> Double { (value(self) * own + value(next) * others) / max(own + others, 1e-9) }
        var result = self
        result.endSeconds = next.endSeconds
        result.posture = (posture * own + next.posture * others).normalized ?? posture
        result.swayDegrees = mean { $0.swayDegrees * $0.swayDegrees }.squareRoot()
        result.driftDegrees = max(driftDegrees, next.driftDegrees, degreesBetween(posture, next.posture))
        result.speedDegreesPerSecond = mean(\.speedDegreesPerSecond)
        result.tremor = mean(\.tremor)
        result.differenceAfterDegrees = next.differenceAfterDegrees
        let passage = HoldSearch.returnPassage(from: otherPostures, to: next.otherPostures)
        (result.returnDegrees, result.basePosture) = (passage?.degrees, passage?.posture)
        // The first piece knows the way in, the other one the way out.
        let ways = [(differenceBeforeDegrees, heightAboveBaseMetres), (next.differenceAfterDegrees, next.heightAboveBaseMetres)]
        result.heightAboveBaseMetres = HoldRise.agreed(ways.filter { $0.0 != nil }.map(\.1))
        result.otherPostures = differenceBeforeDegrees == nil ? next.otherPostures : otherPostures
        return result
    }
}
