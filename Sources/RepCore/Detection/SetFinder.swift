/// Finds runs of similar excursions in a segment: the heart of counting.
///
/// A repetition is an excursion from a common posture; a set is a run of excursions alike in home, size, direction and
/// tempo. Nothing is assumed about mounting, exercise or tempo, and the count prescribed is not known here:
/// 1. windows of three lengths lie side by side; in each, the principal axis of the tilt signal, or vertical
///    travel, gives one dimension, and turning points with hysteresis give excursions;
/// 2. neighbouring excursions that agree are linked to chains (`ExcursionChains`);
/// 3. the best chain is read again on its own axis, smoothed to its own tempo, for both choices of which end is home,
///    and grown outwards as long as excursions resemble it (`SetGrowth`);
/// 4. the next best chain that does not overlap follows; where one grows to all of a set and more, it takes its place: slow reps at the end
///    of a set reach farther back over a pause than the others reach on.
///
/// Principal axis and peaks go back to RecoFit (Morris et al., CHI 2014); linking by similarity of neighbouring
/// excursions instead of a global period is what survives interruptions, pauses and holds of several seconds.
public struct SetFinder: Sendable {
    /// What counts as similar. Ratios are without unit.
    public struct Parameters: Sendable, Equatable {
        /// Where to look: slow reps with long holds, ordinary ones, fast ones.
        public var scales = [
            Scale(windowSeconds: 30, cutoffHz: 0.5), Scale(windowSeconds: 14, cutoffHz: 1),
            Scale(windowSeconds: 7, cutoffHz: 2),
        ]
        /// Smallest extent of movement in a window that is looked at, in m/s2 (about 3.5 degrees of tilt).
        public var smallestExtent = 0.6
        /// Hysteresis of turning points as a share of the movement's extent.
        public var swingShare = 0.36
        /// Largest distance, as a share of amplitude, between the homes of an excursion and between neighbouring
        /// excursions.
        public var largestDifference = 0.5
        /// Smallest ratio of neighbouring amplitudes.
        public var amplitudeRatio = 0.5
        /// Smallest ratio of neighbouring durations.
        public var durationRatio = 0.4
        /// Longest pause inside a set, in rep durations, and never under `shortPauseSeconds`.
        public var pauseInReps = 2.0
        public var shortPauseSeconds = 7.0
        /// The same in seconds where two reps beyond doubt follow one another behind it. For one alone 7 s is the most: with 8, one movement
        /// in the middle of 20 s of rest joins two sets of a person. For two, with 9.5, two sets of another person become one.
        public var resumedPauseSeconds = 8.5
        /// Largest change of posture between reps seen in vertical travel, which itself does not know posture, in m/s2.
        public var postureChange = 6.0
        /// Cut-off of the second reading, in reciprocal rep durations.
        public var cutoffPerRep = 1.6
        /// Overlap, as a share of the shorter, above which two candidates are the same movement.
        public var overlapShare = 0.3
        /// Smallest travel amplitude, in m/s2 of its scale (6 cm).
        public var smallestTravel = 1.2

        public init() {}
    }

    /// Length of a search window, which holds three or more reps of its tempo, and the low-pass cut-off that goes with it.
    public struct Scale: Sendable, Equatable {
        public var windowSeconds: Double
        public var cutoffHz: Double

        public init(windowSeconds: Double, cutoffHz: Double) {
            self.windowSeconds = windowSeconds
            self.cutoffHz = cutoffHz
        }
    }

    public var parameters: Parameters

    public init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
    }

    /// All sets found in one kind of signal (or several: then the better reading of overlapping ones), in time order.
    public func sets(in signals: inout MovementSignals, kinds: [SignalKind] = SignalKind.allCases) -> [MovementSet] {
        choose(from: kinds.flatMap { candidates($0, in: signals) }, in: &signals) { set, _ in set }
    }

    /// The best candidates that do not overlap, read at their own tempo, in time order.
    /// - Parameters:
    ///   - isOfOneMovement: whether that is all that is looked for (`SetGrowth`).
    ///   - result: what is made of each, at once: the signals smoothed to its tempo are at hand then.
    func choose<Result>(
        from candidates: [Candidate], in signals: inout MovementSignals, ofOneMovement isOfOneMovement: Bool = false,
        _ result: (MovementSet, inout MovementSignals) -> Result
    ) -> [Result] {
        // Sorted by their places: sets are large, and sorting moves what it sorts many times.
        let order = candidates.indices.sorted {
            (candidates[$0].score, -candidates[$0].set.start) > (candidates[$1].score, -candidates[$1].set.start)
        }
        var chosen: [MovementSet] = []
        var results: [Result] = []
        let growth = SetGrowth(parameters, ofOneMovement: isOfOneMovement)
        let description = SetDescription(finder: self)
        for candidate in order.lazy.map({ candidates[$0].set }) {
            guard chosen.allSatisfy({ candidate.overlap(with: $0) < parameters.overlapShare }),
                let refined = growth.refine(candidate, in: &signals, besides: chosen),
                !description.isHighPassSwing(refined, in: signals)
            else { continue }
            let same = chosen.indices.filter { refined.overlap(with: chosen[$0]) >= parameters.overlapShare }
            // Where all is of one movement, its pieces are put together later (`MovementGroup`).
            let goesOn = !isOfOneMovement && same.count == 1 && refined.goesOn(chosen[same[0]])
            guard same.isEmpty || goesOn else { continue }
            for place in same.reversed() {
                chosen.remove(at: place)
                results.remove(at: place)
            }
            chosen.append(refined)
            results.append(result(refined, &signals))
        }
        return chosen.indices.sorted { chosen[$0].start < chosen[$1].start }.map { results[$0] }
    }

    /// The best reading of the same movement in the other kind of signal; `nil` where that shows none.
    func otherReading(of set: MovementSet, among candidates: [Candidate], in signals: inout MovementSignals) -> MovementSet? {
        let best = candidates.lazy.filter { $0.set.kind != set.kind && $0.set.overlap(with: set) >= Self.sameMovementShare }
            .max { $0.score < $1.score }
        guard let best, let refined = SetGrowth(parameters).refine(best.set, in: &signals),
            refined.overlap(with: set) >= Self.sameMovementShare,
            !SetDescription(finder: self).isHighPassSwing(refined, in: signals)
        else { return nil }
        return refined
    }

    /// Overlap, as a share of the shorter, from which two readings are of one movement.
    private static let sameMovementShare = 0.5

    /// How much evidence a set carries: its reps, weighted by likeness, evenness, tempo and (weakly) size.
    public func score(_ set: MovementSet) -> Double {
        let trust: Double
        switch set.kind {
        case .tilt: trust = 1
        case .travel:
            guard set.showsTravel, set.amplitude >= parameters.smallestTravel
            else { return 0 }
            trust = 0.85
        }
        let company = set.count >= 3 ? 1 : set.count == 2 ? 0.6 : 0.3
        let likeness = max(0, (set.quality - 0.5) / 0.5)
        let work = Double(set.count) * min(set.repSeconds, 2.5)
        return trust * company * work * likeness * likeness * set.regularity * Math.pow(set.amplitude, 0.3)
    }

    /// A set as some window showed it.
    struct Candidate: Sendable {
        var score: Double
        var set: MovementSet
    }

    /// Everything that windows of one kind of signal show, overlapping as it may.
    func candidates(_ kind: SignalKind, in signals: MovementSignals) -> [Candidate] {
        var candidates: [Candidate] = []
        let rateHz = signals.segment.rateHz
        let posture = signals.posture
        let chains = ExcursionChains(parameters, kind: kind, rateHz: rateHz)
        for scale in parameters.scales {
            let signal = signals.smoothed(kind, cutoffHz: scale.cutoffHz)
            let span = SignalSpan(signal)
            let window = Int(scale.windowSeconds * rateHz)
            // Side by side: what a border cuts in two, the look at the neighbourhood below sees whole.
            let starts = signal.count > window
                ? Array(stride(from: 0, to: signal.count - window / 2, by: max(1, window))) : [0]
            for start in starts {
                let end = min(signal.count, start + window)
                guard let axis = axis(of: signal[start..<end], kind: kind),
                    let extent = extent(of: signal[start..<end], along: axis), extent >= parameters.smallestExtent
                else { continue }
                let region = max(0, start - window)..<min(signal.count, end + window)
                for var set in chains.find(
                    in: span, posture: posture, along: axis, region: region, touching: start...end,
                    swing: parameters.swingShare * extent)
                {
                    set.cutoffHz = scale.cutoffHz
                    let score = score(set)
                    if score > 0 { candidates.append(Candidate(score: score, set: set)) }
                }
            }
        }
        return candidates
    }

    private func axis(of window: ArraySlice<SIMD3<Double>>, kind: SignalKind) -> SIMD3<Double>? {
        switch kind {
        case .tilt: PrincipalAxis(of: window)?.direction
        case .travel: SIMD3(1, 0, 0)
        }
    }

    /// Distance between the 3rd and the 97th percentile along the axis: the movement without its outliers.
    private func extent(of window: ArraySlice<SIMD3<Double>>, along axis: SIMD3<Double>) -> Double? {
        let ends = Statistics.percentiles(window.projected(on: axis), [3, 97])
        return ends.count == 2 ? ends[1] - ends[0] : nil
    }
}
