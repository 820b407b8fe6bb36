import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// Analyses a stream while it goes on.
///
/// What is said at the end is said by a `SessionAnalyzer` that was given the same samples as for a file. What is said in
/// between comes from readings: the same detection on the newest part of the stream, taken as if the recording ended there,
/// and compared with what was announced. Time and memory a sample are bounded.
public struct LiveAnalysis: Sendable {
    struct Parameters: Sendable {
        /// What a reading looks at, in seconds: a whole set, or ten reps of the slowest.
        var windowSeconds = 90.0
        /// Time between readings, in seconds: during a set, and while waiting for one.
        var readingSeconds = 0.2
        var waitingSeconds = 1.0
        /// Change of specific force that is movement, in m/s2; and for how long after it there may be something new.
        var movement = 0.5
        var restlessSeconds = 2.5
        /// Sets that ended so long ago are of another session: plan items are judged without them, in seconds.
        var sessionSeconds = 3 * 3600.0
        /// Part of a rep that passes before the next can end.
        var earliestNextRep = 0.45

        init() {}
    }

    let parameters: Parameters
    private let options: AnalysisOptions
    private var analyzer: SessionAnalyzer
    private let detector: SegmentDetector
    private var window: TrailingWindow
    private var sets = LiveSets()
    private var holds: LiveHolds
    /// Newest sample taken, and newest one looked at.
    private var taken: Double?
    private var now = 0.0
    private var nextReading = 0.0
    private var nextHoldReading = 0.0
    private var moved: (acceleration: SIMD3<Double>, seconds: Double)?
    /// Walking in windows gone by: how the sensor sits on the body.
    private var walking: [WalkingRun] = []
    /// The same as sets showed it, where nobody walked.
    private var upright: Upright?
    private var walkingKnownUntil = -Double.infinity

    public init(_ options: AnalysisOptions) {
        self.init(options, parameters: Parameters())
    }

    init(_ options: AnalysisOptions, parameters: Parameters) {
        self.parameters = parameters
        self.options = options
        analyzer = SessionAnalyzer(options)
        detector = SegmentDetector(lookingFor: options.interest.subtracting([.holds, .likelyHolds]).union(.features))
        window = TrailingWindow(longestSeconds: parameters.windowSeconds)
        holds = LiveHolds(rateHz: window.rateHz)
    }

    /// Time of the newest sample looked at, in seconds.
    public var newestSeconds: Double { now }

    /// Takes one sample; times must not decrease.
    public mutating func step(_ sample: MotionSample, _ emit: (LiveEvent) -> Void) {
        analyzer.step(sample)
        preview(sample, emit)
    }

    /// Looks at a sample that will come again: readings take it into account, the result at the end does not.
    public mutating func preview(_ sample: MotionSample, _ emit: (LiveEvent) -> Void) {
        if isGap(before: sample) {
            now = taken ?? now
            read(window.segment(), isEnd: true, emit)
        }
        window.step(sample)
        taken = sample.timeSeconds
        now = max(now, sample.timeSeconds)
        if moved.map({ (sample.acceleration - $0.acceleration).length >= parameters.movement }) ?? true {
            moved = (sample.acceleration, sample.timeSeconds)
        }
        if now >= min(nextReading, nextHoldReading) { read(window.segment(), isEnd: false, emit) }
    }

    /// Forgets the samples previewed, which come again now.
    public mutating func restart() {
        window = TrailingWindow(longestSeconds: parameters.windowSeconds)
        moved = nil
        taken = nil
    }

    private func isGap(before sample: MotionSample) -> Bool {
        taken.map { sample.timeSeconds - $0 > window.maximumGapSeconds } ?? false
    }

    /// Looks at samples that follow but may still change.
    public mutating func look(at heldBack: [MotionSample], _ emit: (LiveEvent) -> Void) {
        guard let newest = heldBack.last?.timeSeconds, newest >= min(nextReading, nextHoldReading) else { return }
        var last = taken ?? -.infinity
        let joined = heldBack.prefix { sample in
            defer { last = sample.timeSeconds }
            return sample.timeSeconds - last <= window.maximumGapSeconds
        }
        now = max(now, joined.last?.timeSeconds ?? now)
        read(window.segment(peekingAt: joined), isEnd: false, emit)
    }

    /// Ends the stream.
    /// - Parameter recording: what is known about the recording, copied into the session.
    public mutating func finish(_ recording: RecordingSummary, _ emit: (LiveEvent) -> Void) -> Session {
        analyzer.inferPlacement()
        let holdsSaid = wantsHolds ? readHolds(window.segment(), isEnd: true) : []
        let session = analyzer.finish(recording)
        var said: [LiveEvent.Kind] = []
        // Nothing follows: the last reading is the analysis itself.
        sets.read(session.sets, since: nil, now: now, isEnd: true, isLast: true) { said.append($0) }
        sets.rest(now: now, isEnd: true) { said.append($0) }
        say(said + holdsSaid, emit)
        said = []
        sets.settle(session.sets) { said.append($0) }
        say(said, emit)
        emit(LiveEvent(timeSeconds: now, kind: .summary(session)))
        return session
    }

    // MARK: Readings

    private var wantsHolds: Bool {
        switch options.exercise {
        case .hold: true
        case .exercise(let name): ExerciseCatalog.exercise(named: name)?.kind == .stretch
        case .any: false
        case nil: true
        }
    }

    private var wantsSets: Bool {
        switch options.exercise {
        case .hold: false
        case .exercise(let name): ExerciseCatalog.exercise(named: name)?.kind != .stretch
        case .any, nil: true
        }
    }

    private mutating func read(_ segment: MovementSegment, isEnd: Bool, _ emit: (LiveEvent) -> Void) {
        var said: [LiveEvent.Kind] = []
        analyzer.inferPlacement()
        if wantsSets, isEnd || now >= nextReading {
            said += readSets(segment, isEnd: isEnd)
            nextReading = now + (sets.current == nil ? parameters.waitingSeconds : parameters.readingSeconds)
        } else if !wantsSets {
            nextReading = .infinity
        }
        if wantsHolds, isEnd || now >= nextHoldReading {
            said += readHolds(segment, isEnd: isEnd)
            nextHoldReading = holds.nextLook(after: now)
        } else if !wantsHolds {
            nextHoldReading = .infinity
        }
        say(said, emit)
    }

    private func say(_ said: [LiveEvent.Kind], _ emit: (LiveEvent) -> Void) {
        for kind in said { emit(LiveEvent(timeSeconds: now, kind: withItems(kind))) }
    }

    private mutating func readSets(_ segment: MovementSegment, isEnd: Bool) -> [LiveEvent.Kind] {
        var said: [LiveEvent.Kind] = []
        if isEnd || hasNews {
            let findings = detector.detect(segment)
            learnWalking(findings)
            sets.read(
                reading(of: findings, isEnd: isEnd), of: movements(in: findings),
                since: window.isCut ? segment.startSeconds : nil, now: now, isEnd: isEnd,
                isDoubtful: { Self.looksLikeSteps($0, in: findings) }
            ) { said.append($0) }
        }
        sets.rest(now: now, isEnd: isEnd) { said.append($0) }
        return said
    }

    private mutating func readHolds(_ segment: MovementSegment, isEnd: Bool) -> [LiveEvent.Kind] {
        var said: [LiveEvent.Kind] = []
        let names = LiveHoldNames(options, placement: analyzer.site.placement, upright: Upright(walking) ?? upright, window: segment)
        holds.read(segment, now: now, isEnd: isEnd, name: names.name(of:)) { said.append($0) }
        return said
    }

    /// Whether a reading can show anything that the last one did not.
    private var hasNews: Bool {
        guard let moved, now - moved.seconds < parameters.restlessSeconds || sets.isUnsettled else { return false }
        guard let set = sets.current, let period = sets.periodSeconds, !sets.isUnsettled else { return true }
        return now - set.endSeconds > parameters.earliestNextRep * period
    }

    private mutating func reading(of findings: SegmentFindings, isEnd: Bool) -> [SetResult] {
        var findings = findings
        findings.walking += walking
        // Told one movement, the analysis picks the sets that look most like one; the open one has been picked.
        if let since = sets.currentSinceSeconds, !isEnd { findings.forget(before: since) }
        let found = analyzer.movements(in: [findings], known: upright)
        upright = found.upright ?? upright
        return found.sets
    }

    /// Everything found that repeats, under the name of the open set, where names are not told. Reps of both legs are counted
    /// otherwise.
    private func movements(in findings: SegmentFindings) -> [SetResult] {
        guard options.exercise == nil, let open = sets.current, open.side != .alternating,
            let since = sets.currentSinceSeconds
        else { return [] }
        return findings.sets.filter { $0.endSeconds > since }.map { found in
            var set = SetResult(found, exercise: open.exercise)
            set.side = open.side
            return set
        }
    }

    /// Whether a set may turn out to be steps: jerky, and no rep like the other. Later, when there is more to compare it
    /// with, the analysis can tell.
    private static func looksLikeSteps(_ set: SetResult, in findings: SegmentFindings) -> Bool {
        func common(_ found: DetectedSet) -> Double {
            min(found.endSeconds, set.endSeconds) - max(found.startSeconds, set.startSeconds)
        }
        let all = findings.tiltSets + findings.travelSets + findings.sets
        guard let features = all.max(by: { common($0) < common($1) })?.features else { return false }
        return features.roughness > roughness && features.likeness ?? 1 < likeness
    }

    private static let roughness = 0.5
    private static let likeness = 0.6

    /// Walking tells how the sensor sits, and is long past when the exercise comes. Windows that do not overlap are kept.
    private mutating func learnWalking(_ findings: SegmentFindings) {
        guard findings.startSeconds >= walkingKnownUntil else { return }
        walkingKnownUntil = findings.endSeconds
        walking = (walking + findings.walking).sorted { $0.durationSeconds > $1.durationSeconds }
        walking.removeLast(max(0, walking.count - 100))
    }

    /// A set that ended, with the plan items it was done for.
    private func withItems(_ kind: LiveEvent.Kind) -> LiveEvent.Kind {
        guard case .setEnded(let set, _) = kind, let plan = options.plan else { return kind }
        let old = sets.ended.prefix { set.startSeconds - $0.set.endSeconds >= parameters.sessionSeconds }.count
        let session = Array(sets.ended.dropFirst(old))
        guard let index = session.firstIndex(where: { $0.set.number == set.number }) else { return kind }
        let done = session.map { ended in
            SetResult(
                exercise: ended.set.exercise, side: ended.set.side, startSeconds: ended.set.startSeconds,
                endSeconds: ended.set.endSeconds, reps: ended.set.reps, range: ended.set.reps...ended.set.reps, confidence: 1,
                detail: ended.reps)
        }
        let judged = PlanAlignment().align(
            plan, sets: done, holds: [], sensors: [analyzer.site])
        return .setEnded(set, items: judged.items.filter { $0.detectedReps != nil && $0.matched.contains(index) })
    }
}

extension SegmentFindings {
    /// Drops sets that ended earlier.
    fileprivate mutating func forget(before seconds: Double) {
        sets.removeAll { $0.endSeconds <= seconds }
        tiltSets.removeAll { $0.endSeconds <= seconds }
        travelSets.removeAll { $0.endSeconds <= seconds }
    }
}
