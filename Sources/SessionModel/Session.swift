import Motion

/// The result of analysing one recording: schema `repcount.session/1`.
///
/// Property names follow Swift; `json` writes the contract's keys (`duration_s`), and `Decodable` reads them. Absent
/// values are `nil` and are printed as JSON `null`, never 0 or NaN. Times are seconds from the recording's first sample.
public struct Session: Sendable, Equatable {
    public static let schema = "repcount.session/1"
    public var recording: RecordingSummary
    public var sets: [SetResult]
    public var holds: [HoldResult]
    /// `nil` when no plan was given.
    public var plan: PlanResult?

    public init(recording: RecordingSummary, sets: [SetResult], holds: [HoldResult], plan: PlanResult?) {
        self.recording = recording
        self.sets = sets
        self.holds = holds
        self.plan = plan
    }
}

/// What was understood of the input.
public struct RecordingSummary: Sendable, Equatable {
    /// Files as the user named them.
    public var files: [String]
    /// Name of the format descriptor that matched.
    public var format: String
    /// Where the sensor was worn, as was told; of several sensors what they have in common.
    public var placement: Placement?
    public var side: Side?
    /// Where it seems to have been worn; `nil` where that was told, or nothing shows it.
    public var inferredPlacement: InferredPlacement?
    /// Wall clock of the first sample, ISO 8601 UTC with milliseconds; `nil` when the file has no epoch.
    public var start: String?
    public var durationSeconds: Double
    /// Median sampling rate; `nil` when fewer than two samples.
    public var rateHz: Double?
    public var samples: Int
    public var gaps: [Gap]
    public var findings: [Finding]
    /// The sensors of a session that wore several; empty for one.
    public var sensors: [SensorSummary]

    public init(
        files: [String], format: String, placement: Placement? = nil, side: Side? = nil, start: String? = nil,
        durationSeconds: Double, rateHz: Double?, samples: Int, gaps: [Gap] = [], findings: [Finding] = [],
        sensors: [SensorSummary] = [], inferredPlacement: InferredPlacement? = nil
    ) {
        self.files = files
        self.format = format
        self.placement = placement
        self.side = side
        self.start = start
        self.durationSeconds = durationSeconds
        self.rateHz = rateHz
        self.samples = samples
        self.gaps = gaps
        self.findings = findings
        self.sensors = sensors
        self.inferredPlacement = inferredPlacement
    }
}

/// Side of a set: one leg, or alternating reps whose own sides stand in `detail`.
public enum SetSide: String, Sendable, Codable, CaseIterable {
    case left, right, alternating
}

/// A run of reps of one exercise.
public struct SetResult: Sendable, Equatable {
    /// Catalogue name or `"unrecognised"`.
    public var exercise: String
    public var side: SetSide?
    public var startSeconds: Double
    public var endSeconds: Double
    /// Full reps, partial ones excluded.
    public var reps: Int
    /// Counts the counter would not rule out, inclusive; contains `reps`.
    public var range: ClosedRange<Int>
    public var partial: Int
    /// 0...1.
    public var confidence: Double
    public var detail: [RepResult]
    public var measures: SetMeasures
    /// What its movement alone looks most like; only where the plan settled on another exercise that fits nearly as well.
    public var looksLike: String?

    public init(
        exercise: String, side: SetSide? = nil, startSeconds: Double, endSeconds: Double, reps: Int,
        range: ClosedRange<Int>, partial: Int = 0, confidence: Double, detail: [RepResult],
        measures: SetMeasures = SetMeasures(), looksLike: String? = nil
    ) {
        self.exercise = exercise
        self.side = side
        self.startSeconds = startSeconds
        self.endSeconds = endSeconds
        self.reps = reps
        self.range = range
        self.partial = partial
        self.confidence = confidence
        self.detail = detail
        self.measures = measures
        self.looksLike = looksLike
    }
}

/// One full out-and-back excursion.
public struct RepResult: Sendable, Equatable {
    public var startSeconds: Double
    /// Turning point: farthest from the start posture; the middle of the hold where there is one.
    public var turnSeconds: Double
    public var endSeconds: Double
    /// Change of the sensor's orientation between start and turn, in degrees; `nil` when it cannot be seen.
    public var rangeOfMotionDegrees: Double?
    /// Seconds held at the turn; `nil` when there was no hold.
    public var holdSeconds: Double?
    /// Only in alternating sets.
    public var side: Side?
    /// Seconds from the start to the turn or, with a hold, to where it begins; `nil` when the sensor did not see them.
    public var outSeconds: Double?
    /// Seconds from the turn, or the end of the hold, to the end; likewise.
    public var backSeconds: Double?
    /// 0...1: of reps with this confidence, the share that is one; `nil` in sets too small to compare their reps.
    public var confidence: Double?

    public init(
        startSeconds: Double, turnSeconds: Double, endSeconds: Double, rangeOfMotionDegrees: Double? = nil,
        holdSeconds: Double? = nil, side: Side? = nil, outSeconds: Double? = nil, backSeconds: Double? = nil,
        confidence: Double? = nil
    ) {
        self.startSeconds = startSeconds
        self.turnSeconds = turnSeconds
        self.endSeconds = endSeconds
        self.rangeOfMotionDegrees = rangeOfMotionDegrees
        self.holdSeconds = holdSeconds
        self.side = side
        self.outSeconds = outSeconds
        self.backSeconds = backSeconds
        self.confidence = confidence
    }
}

/// A posture kept nearly still.
public struct HoldResult: Sendable, Equatable {
    /// Catalogue name or `"unrecognised"`.
    public var exercise: String
    public var side: Side?
    public var startSeconds: Double
    public var endSeconds: Double
    public var durationSeconds: Double { endSeconds - startSeconds }

    public init(exercise: String, side: Side? = nil, startSeconds: Double, endSeconds: Double) {
        self.exercise = exercise
        self.side = side
        self.startSeconds = startSeconds
        self.endSeconds = endSeconds
    }
}

/// Judgement of one plan item.
public enum Verdict: String, Sendable, Codable, CaseIterable {
    case met, short, over, missing
    case notObservable = "not-observable"
}

/// The plan compared with what was detected.
public struct PlanResult: Sendable, Equatable {
    public var name: String
    /// Plan order; an `each` item as two: left, then right.
    public var items: [PlanItemResult]
    /// Share of the observable prescribed work that was done, 0...1; `nil` when nothing was observable.
    public var adherence: Double?

    public init(name: String, items: [PlanItemResult], adherence: Double?) {
        self.name = name
        self.items = items
        self.adherence = adherence
    }
}

/// What a plan item asks for.
public struct Prescription: Sendable, Equatable {
    public var sets: Int
    public var reps: ClosedRange<Int>?
    /// Stretch target, or hold per rep when `reps` is present; seconds.
    public var holdSeconds: ClosedRange<Double>?

    public init(sets: Int = 1, reps: ClosedRange<Int>? = nil, holdSeconds: ClosedRange<Double>? = nil) {
        self.sets = sets
        self.reps = reps
        self.holdSeconds = holdSeconds
    }
}

public struct PlanItemResult: Sendable, Equatable {
    public var exercise: String
    public var side: Side?
    public var prescribed: Prescription
    /// Reps detected for this item (sum over its matched sets); `nil` when missing or not observable, or for a stretch.
    public var detectedReps: Int?
    /// Longest matched hold in seconds for a stretch item; `nil` when missing or not observable.
    public var detectedHoldSeconds: Double?
    public var verdict: Verdict
    /// Indices into `Session.sets` (rep items) or `Session.holds` (stretch items) this item was judged by.
    public var matched: [Int]
    /// One sentence of evidence for people where the verdict needs one ("a left thigh cannot see the right leg").
    public var note: String?

    public init(
        exercise: String, side: Side? = nil, prescribed: Prescription, detectedReps: Int? = nil,
        detectedHoldSeconds: Double? = nil, verdict: Verdict, matched: [Int] = [], note: String? = nil
    ) {
        self.exercise = exercise
        self.side = side
        self.prescribed = prescribed
        self.detectedReps = detectedReps
        self.detectedHoldSeconds = detectedHoldSeconds
        self.verdict = verdict
        self.matched = matched
        self.note = note
    }
}
