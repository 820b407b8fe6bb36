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
    /// Every stretch of walking: together they say how the sensor sits on the body (`Upright`).
    public var walking: [WalkingRun]
}

/// Runs detection on one segment.
public struct SegmentDetector: Sendable {
    /// So many reps this smooth (`Feature.roughness`) are no walk.
    static let steadyReps = 5
    static let steadyRoughness = 0.4

    public var finder: SetFinder

    public init(finder: SetFinder = SetFinder()) {
        self.finder = finder
    }

    public func detect(_ segment: MovementSegment) -> SegmentFindings {
        var signals = MovementSignals(segment)
        let description = SetDescription(finder: finder)
        let features = FeatureSignals(&signals)
        func found(_ kinds: [SignalKind]) -> [MovementSet] { finder.sets(in: &signals, kinds: kinds) }
        func described(_ sets: [MovementSet]) -> [DetectedSet] {
            sets.map { description.describe($0, in: &signals, features: features) }
        }
        let movements = found(SignalKind.allCases)
        let sets = described(movements)
        let steady = zip(movements, sets).filter {
            $1.count >= Self.steadyReps && $1.features.roughness < Self.steadyRoughness
        }.map { $0.0.start...$0.0.end }
        // The rate of a grid is positive, so the design of the filters cannot fail.
        let holdFinder = try? HoldFinder(rateHz: segment.rateHz)
        let points = segment.points
        return SegmentFindings(
            startSeconds: segment.startSeconds, endSeconds: segment.startSeconds + segment.durationSeconds,
            tiltSets: described(found([.tilt])), travelSets: described(found([.travel])), sets: sets,
            holds: holdFinder?.holds(in: points) ?? [],
            mainHolds: holdFinder?.mainHolds(in: points) ?? [],
            walking: WalkingFinder().runs(in: features, steady: steady))
    }
}
