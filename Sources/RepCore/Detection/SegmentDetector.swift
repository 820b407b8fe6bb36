/// Everything detection has to say about one segment; small, whatever the segment's length.
public struct SegmentFindings: Sendable, Equatable, Codable {
    public var startSeconds: Double
    public var endSeconds: Double
    /// Mean specific force over the first `openingSeconds`, in m/s2.
    public var openingForce: SIMD3<Double>
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

    static let openingSeconds = 0.2
}

/// Runs detection on one segment.
public struct SegmentDetector: Sendable {
    /// So many reps this smooth (`Feature.roughness`) are no walk.
    static let steadyReps = 5
    static let steadyRoughness = 0.4

    /// What somebody will ask of the findings; the rest is left out and costs no time.
    public struct Interest: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The sets of one movement: `SegmentFindings.tiltSets` and `travelSets`.
        public static let oneMovement = Interest(rawValue: 1)
        /// Every movement: `SegmentFindings.sets`.
        public static let everything = Interest(rawValue: 2)
    }

    public var finder: SetFinder
    public var looksFor: Interest

    public init(finder: SetFinder = SetFinder(), lookingFor interest: Interest = [.oneMovement, .everything]) {
        self.finder = finder
        looksFor = interest
    }

    public func detect(_ segment: MovementSegment) -> SegmentFindings {
        var signals = MovementSignals(segment)
        let description = SetDescription(finder: finder)
        let features = FeatureSignals(&signals)
        let tilt = finder.candidates(.tilt, in: &signals)
        let travel = finder.candidates(.travel, in: &signals)
        func found(_ candidates: [SetFinder.Candidate]) -> [MovementSet] { finder.choose(from: candidates, in: &signals) }
        func described(_ sets: [MovementSet]) -> [DetectedSet] {
            sets.map { description.describe($0, in: &signals, features: features) }
        }
        let movements = looksFor.contains(.everything) ? found(tilt + travel) : []
        let (tilting, travelling) = looksFor.contains(.oneMovement) ? (found(tilt), found(travel)) : ([], [])
        let (sets, tiltSets, travelSets) = (described(movements), described(tilting), described(travelling))
        let steady = zip(movements + tilting + travelling, sets + tiltSets + travelSets).filter {
            $1.count >= Self.steadyReps && $1.features.roughness < Self.steadyRoughness
        }.map { $0.0.start...$0.0.end }
        // The rate of a grid is positive, so the design of the filters cannot fail.
        let holdFinder = try? HoldFinder(rateHz: segment.rateHz)
        let points = segment.points
        let opening = segment.acceleration.prefix(1 + Int(SegmentFindings.openingSeconds * segment.rateHz))
        return SegmentFindings(
            startSeconds: segment.startSeconds, endSeconds: segment.startSeconds + segment.durationSeconds,
            openingForce: opening.reduce(.zero, +) / Double(max(1, opening.count)),
            tiltSets: tiltSets, travelSets: travelSets, sets: sets,
            holds: holdFinder?.holds(in: points) ?? [],
            mainHolds: holdFinder?.mainHolds(in: points) ?? [],
            walking: WalkingFinder().runs(in: features, steady: steady))
    }
}
