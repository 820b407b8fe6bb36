/// Everything detection has to say about one segment; small, whatever the segment's length.
public struct SegmentFindings: Sendable, Equatable, Codable {
    public var startSeconds: Double
    public var endSeconds: Double
    /// Sets counted in the tilt signal alone, and in vertical travel alone: two independent counts.
    public var tiltSets: [DetectedSet]
    public var travelSets: [DetectedSet]
    /// The better reading of each movement, not overlapping.
    public var sets: [DetectedSet]
    /// Every posture kept nearly still, rests included.
    public var holds: [Hold]
    /// The holds meant when somebody says that a posture was held here.
    public var mainHolds: [Hold]
}

/// Runs detection on one segment.
public struct SegmentDetector: Sendable {
    public var finder: SetFinder

    public init(finder: SetFinder = SetFinder()) {
        self.finder = finder
    }

    public func detect(_ segment: MovementSegment) -> SegmentFindings {
        var signals = MovementSignals(segment)
        let description = SetDescription(finder: finder)
        func sets(_ kinds: [SignalKind]) -> [DetectedSet] {
            finder.sets(in: &signals, kinds: kinds).map { description.describe($0, in: &signals) }
        }
        // The rate of a grid is positive, so the design of the filters cannot fail.
        let holdFinder = try? HoldFinder(rateHz: segment.rateHz)
        let points = segment.points
        return SegmentFindings(
            startSeconds: segment.startSeconds, endSeconds: segment.startSeconds + segment.durationSeconds,
            tiltSets: sets([.tilt]), travelSets: sets([.travel]), sets: sets(SignalKind.allCases), holds: holdFinder?.holds(in: points) ?? [],
            mainHolds: holdFinder?.mainHolds(in: points) ?? [])
    }
}
