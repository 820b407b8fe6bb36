/// Everything detection has to say about one segment; small, whatever the segment's length.
public struct SegmentFindings: Sendable, Equatable, Codable {
    public var startSeconds: Double
    public var endSeconds: Double
    /// Mean specific force over the first `openingSeconds`, in m/s2.
    public var openingForce: SIMD3<Double>
    /// Sets counted in the tilt signal alone, and in vertical travel alone: two independent counts.
    public var tiltSets: [DetectedSet] = []
    public var travelSets: [DetectedSet] = []
    /// The better reading of each movement, not overlapping.
    public var sets: [DetectedSet] = []
    /// Every posture kept nearly still, rests included; at borders of the segment pieces of them too (`HoldJoin`).
    public var holds: [Hold] = []
    /// What may be meant when somebody says that a posture was held here.
    public var likelyHolds: [Hold] = []
    /// Every stretch of walking: together they say how the sensor sits on the body (`Upright`).
    public var walking: [WalkingRun] = []

    static let openingSeconds = 0.2
}

/// Runs detection on one segment.
public struct SegmentDetector: Sendable {
    /// So many reps this smooth (`Feature.roughness`) are no walk.
    static let steadyReps = 5
    static let steadyRoughness = 0.4

    /// Pieces of holds are worth something here: the next segment may have the rest (`HoldJoin`).
    private static let holds = {
        var parameters = HoldFinder.Parameters()
        parameters.minimumCutOffSeconds = parameters.coreSeconds
        return parameters
    }()

    /// What somebody will ask of the findings; the rest is left out and costs no time.
    public struct Interest: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The sets of one movement: `SegmentFindings.tiltSets` and `travelSets`.
        public static let oneMovement = Interest(rawValue: 1)
        /// Every movement: `SegmentFindings.sets`.
        public static let everything = Interest(rawValue: 2)
        /// How sets and walking look, without which no exercise is recognised: `DetectedSet.features` and
        /// `SegmentFindings.walking`.
        public static let features = Interest(rawValue: 4)
        /// `SegmentFindings.holds`.
        public static let holds = Interest(rawValue: 8)
        /// `SegmentFindings.likelyHolds`.
        public static let likelyHolds = Interest(rawValue: 16)
        /// How the body travels while something else tells the exercise: `SegmentFindings.travelSets` alone.
        public static let travel = Interest(rawValue: 32)
        /// The same movement in the other signal: `DetectedSet.inOtherSignal`. With `everything` and `features`.
        public static let otherSignal = Interest(rawValue: 64)
        public static let all: Interest = [.oneMovement, .everything, .features, .holds, .likelyHolds]
    }

    public var finder: SetFinder
    public var looksFor: Interest

    public init(finder: SetFinder = SetFinder(), lookingFor interest: Interest = .all) {
        self.finder = finder
        looksFor = interest
    }

    /// - Parameter runner: who runs what of it does not need the rest; the findings are the same.
    public func detect(_ segment: MovementSegment, by runner: some PairRunner = OneAfterTheOther()) -> SegmentFindings {
        let opening = segment.acceleration.prefix(1 + Int(SegmentFindings.openingSeconds * segment.rateHz))
        var findings = SegmentFindings(
            startSeconds: segment.startSeconds, endSeconds: segment.startSeconds + segment.durationSeconds,
            openingForce: opening.reduce(.zero, +) / Double(max(1, opening.count)))
        if !looksFor.isDisjoint(with: [.oneMovement, .everything, .features, .travel]) {
            findMovement(in: segment, &findings, runner)
        }
        // The rate of a grid is positive, so the design of the filters cannot fail.
        if !looksFor.isDisjoint(with: [.holds, .likelyHolds]), let finder = try? HoldFinder(Self.holds, rateHz: segment.rateHz) {
            let points = Array(segment.points)
            if looksFor.contains(.holds) { findings.holds = finder.holds(in: points) }
            if looksFor.contains(.likelyHolds) { findings.likelyHolds = finder.likelyHolds(in: points) }
        }
        return findings
    }

    private func findMovement(in segment: MovementSegment, _ findings: inout SegmentFindings, _ runner: some PairRunner) {
        let signals = MovementSignals(segment, by: runner)
        let course = CourseSignals(signals, by: runner)
        let features = looksFor.contains(.features) ? FeatureSignals(signals, course) : nil
        let reading = SetReading(
            finder: finder, signals: signals, course: course, features: features, looksAtOtherSignal: looksFor.contains(.otherSignal))
        let wantsTilt = looksFor.contains(.oneMovement)
        let wantsTravel = !looksFor.isDisjoint(with: [.oneMovement, .travel])
        var steady: [ClosedRange<Int>] = []
        if looksFor.contains(.everything) {
            let (tilt, travel) = runner.run(
                { finder.candidates(.tilt, in: signals) }, { finder.candidates(.travel, in: signals) })
            let (all, alone) = runner.run(
                { reading.sets(tilt + travel) },
                { (wantsTilt ? reading.ofOneMovement(tilt) : .none, wantsTravel ? reading.ofOneMovement(travel) : .none) })
            (findings.sets, findings.tiltSets, findings.travelSets) = (all.sets, alone.0.sets, alone.1.sets)
            steady = all.steady + alone.0.steady + alone.1.steady
        } else {
            let (tilt, travel) = runner.run(
                { wantsTilt ? reading.ofOneMovement(finder.candidates(.tilt, in: signals)) : .none },
                { wantsTravel ? reading.ofOneMovement(finder.candidates(.travel, in: signals)) : .none })
            (findings.tiltSets, findings.travelSets) = (tilt.sets, travel.sets)
            steady = tilt.steady + travel.steady
        }
        if let features { findings.walking = WalkingFinder().runs(in: features, steady: steady) }
    }
}

/// Candidates of a segment on their way to sets.
private struct SetReading: Sendable {
    let finder: SetFinder
    let signals: MovementSignals
    let course: CourseSignals
    let features: FeatureSignals?
    let looksAtOtherSignal: Bool

    struct Result: Sendable {
        var sets: [DetectedSet]
        /// Grid indices of sets of many smooth reps.
        var steady: [ClosedRange<Int>]

        static let none = Result(sets: [], steady: [])
    }

    func sets(_ candidates: [SetFinder.Candidate]) -> Result { result(candidates, ofOneMovement: false) }

    func ofOneMovement(_ candidates: [SetFinder.Candidate]) -> Result { result(candidates, ofOneMovement: true) }

    private func result(_ candidates: [SetFinder.Candidate], ofOneMovement isOfOneMovement: Bool) -> Result {
        var signals = signals
        let description = SetDescription(finder: finder)
        let growth = SetGrowth(finder.parameters, ofOneMovement: isOfOneMovement)
        var steady: [ClosedRange<Int>] = []
        let found = finder.choose(from: candidates, in: &signals, ofOneMovement: isOfOneMovement) { set, signals in
            var described = description.describe(set, in: &signals, course: course, features: features)
            if looksAtOtherSignal, !isOfOneMovement {
                described.inOtherSignal = finder.otherReading(of: set, among: candidates, in: &signals).map {
                    [description.describe($0, in: &signals, course: course, features: features, looksForSteps: false)]
                } ?? []
            }
            if described.count >= SegmentDetector.steadyReps, let features = described.features,
                features.roughness < SegmentDetector.steadyRoughness
            {
                steady.append(set.start...set.end)
            }
            return (set, described)
        }
        let best = found.reduce(0) { max($0, $1.1.score) }
        let all = found.map(\.0)
        let sets = zip(found, FurtherReps(of: found, in: signals).completed()).map { found, described in
            guard described.score >= ReversedReading.leastScoreShare * best else { return described }
            let others = all.filter { $0 != found.0 }
            var result = confirmed(described, found.0, besides: others, growth)
            result.exchanged = zip(described.exchanged, found.0.exchanged).map { confirmed($0, $1, besides: others, growth) }
            return result
        }
        return Result(sets: sets, steady: steady)
    }

    /// Read backwards too, where there is doubt.
    private func confirmed(
        _ described: DetectedSet, _ set: MovementSet, besides others: [MovementSet], _ growth: SetGrowth
    ) -> DetectedSet {
        guard described.isInDoubt else { return described }
        return ReversedReading(of: set, besides: others, in: signals, by: growth)?.confirming(described) ?? described
    }
}
