import SessionModel

/// What one session scores against the truth of its recording. What the truth does not tell is `nil`.
public struct RecordingScore: Sendable, Equatable {
    /// Reps counted for the recording; `nil` for sessions, which are scored set by set.
    public var count: Int?
    /// Signed distance from the range of right counts; 0 is right.
    public var countError: Int?
    /// Whether the counter's range contains the truth (share of the matched sets for a session).
    public var rangeCovers: Double?
    /// Whether the counter's range is a single number (share of the matched sets for a session).
    public var rangeSingle: Double?
    public var sets: SetScore?
    public var reps: RepScore?
    /// Share of the true turning points found within 0.5 s.
    public var turnsFound: Double?
    public var holds: HoldScore?
    /// Only for recordings with nothing to count.
    public var falseAlarms: FalseAlarms?
    /// Share of the expected plan verdicts that were reached.
    public var planVerdicts: Double?
    /// Only where the recording was analysed as it came in.
    public var live: LiveScore?

    /// Nothing known, nothing scored.
    public init() {}
}

/// Sets found, one to one with overlap of at least 0.5. Shares are over the matched sets.
public struct SetScore: Sendable, Equatable {
    public var f1: Double?
    /// Share with the right count, and within one rep.
    public var exact: Double?
    public var within1: Double?
    /// Share of the sets of catalogue exercises that carry the right name.
    public var named: Double?
    /// The same counts for sets of catalogue exercises alone.
    public var namedExact: Double?
    public var namedWithin1: Double?
    /// Share of the sets of other exercises that were left unrecognised.
    public var leftUnrecognised: Double?
}

/// Reps found, one to one with overlap of at least 0.5.
public struct RepScore: Sendable, Equatable {
    public var f1: Double?
    /// Detected minus true duration of each matched rep, in seconds.
    public var durationErrorsSeconds: [Double]
}

/// Holds found, one to one with overlap of at least 0.5. Errors are detected minus true, of matched holds, in seconds.
public struct HoldScore: Sendable, Equatable {
    public var f1: Double?
    /// Share of the true holds that were matched.
    public var found: Double?
    public var startErrorsSeconds: [Double]
    public var endErrorsSeconds: [Double]
    public var durationErrorsSeconds: [Double]
    /// Share of the matched holds judged rightly against `HoldScore.targetSeconds`.
    public var verdicts: Double?

    /// The stretch the programme prescribes.
    public static let targetSeconds = 20.0...30.0

    static func verdict(_ durationSeconds: Double) -> Verdict {
        if durationSeconds < targetSeconds.lowerBound { return .short }
        return durationSeconds > targetSeconds.upperBound ? .over : .met
    }
}

/// Things reported where nothing was done.
public struct FalseAlarms: Sendable, Equatable {
    public var reps: Int
    public var sets: Int
    /// Holds reported under an exercise's name; an unnamed still posture is no false alarm.
    public var holds: Int
    public var hours: Double

    public init(reps: Int, sets: Int, holds: Int, hours: Double) {
        self.reps = reps
        self.sets = sets
        self.holds = holds
        self.hours = hours
    }
}

extension RecordingScore {
    /// Distance within which a turning point counts as found, in seconds.
    public static let turnToleranceSeconds = 0.5

    /// Scores `session` against the truth of `recording`.
    public init(_ session: Session, _ recording: Recording, mode: Mode, catalogue: Set<String>) {
        self.init()
        let truth = recording.truth
        let counted = session.countedSets(recording, mode: mode, catalogue: catalogue)
        let detail = counted.flatMap(\.detail)
        if let right = truth.count, recording.exercise != Recording.Kind.session {
            let total = counted.reduce(0) { $0 + $1.reps }
            count = total
            countError = total < right.lowerBound ? total - right.lowerBound : max(0, total - right.upperBound)
            let least = counted.reduce(0) { $0 + $1.range.lowerBound }
            let most = counted.reduce(0) { $0 + $1.range.upperBound }
            rangeCovers = least <= right.upperBound && right.lowerBound <= most ? 1 : 0
            rangeSingle = least == most ? 1 : 0
        }
        if let trueSets = truth.sets {
            let pairs = IntervalMatching.pairs(trueSets.map(\.span), session.sets.map(\.span))
            let matched = pairs.map { (trueSets[$0.truth], session.sets[$0.detected]) }
            sets = SetScore(matched, truths: trueSets.count, detected: session.sets.count, catalogue: catalogue)
            if recording.exercise == Recording.Kind.session {
                rangeCovers = share(matched) { $1.range.contains($0.reps) }
                rangeSingle = share(matched) { $1.range.count == 1 }
            }
        }
        reps = truth.repBoundariesSeconds.map { RepScore(boundaries: $0, detail) }
        turnsFound = truth.turningPointsSeconds.flatMap { turns in
            turns.isEmpty
                ? nil
                : Double(
                    IntervalMatching.instantsFound(
                        turns, detail.map(\.turnSeconds), toleranceSeconds: Self.turnToleranceSeconds))
                    / Double(turns.count)
        }
        holds = truth.holds.map { HoldScore($0, session.holds) }
        if recording.exercise == Recording.Kind.none {
            falseAlarms = FalseAlarms(
                reps: session.sets.reduce(0) { $0 + $1.reps }, sets: session.sets.count,
                holds: session.holds.count { $0.exercise != SetResult.unrecognised },
                hours: session.recording.durationSeconds / 3600)
        }
        planVerdicts = recording.expected.flatMap { agreement(of: session.plan, with: $0) }
    }
}

extension SetScore {
    init(_ matched: [(TrueSet, SetResult)], truths: Int, detected: Int, catalogue: Set<String>) {
        let known = matched.filter { catalogue.contains($0.0.exercise) }
        let others = matched.filter { !catalogue.contains($0.0.exercise) }
        f1 = IntervalMatching.f1(matched: matched.count, truths: truths, detected: detected)
        exact = share(matched) { $0.reps == $1.reps }
        within1 = share(matched) { abs($0.reps - $1.reps) <= 1 }
        named = share(known) { $0.exercise == $1.exercise }
        namedExact = share(known) { $0.reps == $1.reps }
        namedWithin1 = share(known) { abs($0.reps - $1.reps) <= 1 }
        leftUnrecognised = share(others) { $1.exercise == SetResult.unrecognised }
    }
}

extension RepScore {
    init(boundaries: [Double], _ detail: [RepResult]) {
        let truths = zip(boundaries, boundaries.dropFirst()).map { Span($0, $1) }
        let detected = detail.map { Span($0.startSeconds, $0.endSeconds) }
        let pairs = IntervalMatching.pairs(truths, detected)
        f1 = IntervalMatching.f1(matched: pairs.count, truths: truths.count, detected: detected.count)
        durationErrorsSeconds = pairs.map { detected[$0.detected].durationSeconds - truths[$0.truth].durationSeconds }
    }
}

extension HoldScore {
    init(_ truths: [TrueHold], _ detected: [HoldResult]) {
        let pairs = IntervalMatching.pairs(
            truths.map(\.span), detected.map { Span($0.startSeconds, $0.endSeconds) })
        let matched = pairs.map { (truths[$0.truth].span, detected[$0.detected]) }
        f1 = IntervalMatching.f1(matched: pairs.count, truths: truths.count, detected: detected.count)
        found = truths.isEmpty ? nil : Double(pairs.count) / Double(truths.count)
        startErrorsSeconds = matched.map { $1.startSeconds - $0.startSeconds }
        endErrorsSeconds = matched.map { $1.endSeconds - $0.endSeconds }
        durationErrorsSeconds = matched.map { $1.durationSeconds - $0.durationSeconds }
        verdicts = share(matched) { Self.verdict($0.durationSeconds) == Self.verdict($1.durationSeconds) }
    }
}

extension SetResult {
    var span: Span { Span(startSeconds, endSeconds) }
}

/// Share of the pairs that satisfy a condition; `nil` without pairs.
private func share<A, B>(_ pairs: [(A, B)], _ holds: (A, B) -> Bool) -> Double? {
    pairs.isEmpty ? nil : Double(pairs.count { holds($0.0, $0.1) }) / Double(pairs.count)
}

/// Share of the expected verdicts the plan result reached. An item is found by exercise and side; where both stand in
/// a plan several times (squats do), by their order.
private func agreement(of plan: PlanResult?, with expected: [ExpectedVerdict]) -> Double? {
    var items = plan?.items ?? []
    var judged = 0
    let reached = expected.count { wanted in
        if wanted.verdict != nil { judged += 1 }
        guard let index = items.firstIndex(where: { $0.exercise == wanted.exercise && $0.side == wanted.side }) else {
            return false
        }
        let verdict = items.remove(at: index).verdict
        return wanted.verdict.map { $0 == verdict } ?? false
    }
    return judged > 0 ? Double(reached) / Double(judged) : nil
}
