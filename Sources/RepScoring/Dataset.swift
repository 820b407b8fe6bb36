import Motion
import SessionModel

/// A folder of recordings with truth: schema `repcount.dataset/1`.
public struct Dataset: Sendable, Equatable {
    public static let schema = "repcount.dataset/1"
    public var name: String
    public var description: String?
    public var licence: String?
    public var source: String?
    /// In manifest order.
    public var recordings: [Recording]

    public init(
        name: String, description: String? = nil, licence: String? = nil, source: String? = nil, recordings: [Recording]
    ) {
        self.name = name
        self.description = description
        self.licence = licence
        self.source = source
        self.recordings = recordings
    }
}

/// One recording of a dataset and what is known about it.
public struct Recording: Sendable, Equatable {
    /// Name of the dataset it belongs to.
    public var dataset: String
    /// Unique within its dataset.
    public var id: String
    /// Paths, the dataset's folder included.
    public var files: [String]
    /// An exercise name, or one of the words in `Recording.Kind`.
    public var exercise: String
    /// Where the sensor was worn; `nil` where nobody knows.
    public var placement: Placement?
    /// Body side of the sensor.
    public var side: Side?
    /// Who did it, unique within the dataset.
    public var subject: String
    /// Anything that sets recordings of one exercise apart: `clean`, `interrupted`, ...
    public var variant: String?
    public var truth: Truth
    public var plan: PlanReference?
    /// Verdicts the plan comparison has to reach, in plan order.
    public var expected: [ExpectedVerdict]?

    public init(
        dataset: String, id: String, files: [String], exercise: String, placement: Placement? = nil, side: Side? = nil,
        subject: String, variant: String? = nil, truth: Truth, plan: PlanReference? = nil,
        expected: [ExpectedVerdict]? = nil
    ) {
        self.dataset = dataset
        self.id = id
        self.files = files
        self.exercise = exercise
        self.placement = placement
        self.side = side
        self.subject = subject
        self.variant = variant
        self.truth = truth
        self.plan = plan
        self.expected = expected
    }

    /// Words of `exercise` that are no exercise names.
    public enum Kind {
        /// Some repeated movement without a name in the catalogue.
        public static let other = "other"
        /// Several sets, possibly of several exercises.
        public static let session = "session"
        /// Nothing to count.
        public static let none = "none"
        /// A posture held.
        public static let hold = "hold"
    }
}

/// What really happened in a recording. Absent parts are unknown, not empty.
public struct Truth: Sendable, Equatable {
    /// Counts that are right; a recording cut mid-rep has several.
    public var count: ClosedRange<Int>?
    /// Seconds of the turning points, rising.
    public var turningPointsSeconds: [Double]?
    /// Edges of the reps in seconds, rising: N + 1 edges for N reps without pause between them.
    public var repBoundariesSeconds: [Double]?
    public var sets: [TrueSet]?
    public var holds: [TrueHold]?

    public init(
        count: ClosedRange<Int>? = nil, turningPointsSeconds: [Double]? = nil, repBoundariesSeconds: [Double]? = nil,
        sets: [TrueSet]? = nil, holds: [TrueHold]? = nil
    ) {
        self.count = count
        self.turningPointsSeconds = turningPointsSeconds
        self.repBoundariesSeconds = repBoundariesSeconds
        self.sets = sets
        self.holds = holds
    }
}

/// A set that was done.
public struct TrueSet: Sendable, Equatable {
    public var exercise: String
    public var side: SetSide?
    public var span: Span
    public var reps: Int

    public init(exercise: String, side: SetSide? = nil, span: Span, reps: Int) {
        self.exercise = exercise
        self.side = side
        self.span = span
        self.reps = reps
    }
}

/// A hold that was done; `exercise` is `nil` where the posture has no name.
public struct TrueHold: Sendable, Equatable {
    public var exercise: String?
    public var side: Side?
    public var span: Span

    public init(exercise: String? = nil, side: Side? = nil, span: Span) {
        self.exercise = exercise
        self.side = side
        self.span = span
    }
}

/// The verdict a plan item has to get.
public struct ExpectedVerdict: Sendable, Equatable {
    public var exercise: String
    public var side: Side?
    /// `nil` where the dataset does not commit itself: the item is not scored.
    public var verdict: Verdict?

    public init(exercise: String, side: Side? = nil, verdict: Verdict?) {
        self.exercise = exercise
        self.side = side
        self.verdict = verdict
    }
}

/// The plan of a recording: the name of a plan, or one written into the manifest.
public enum PlanReference: Sendable, Equatable {
    case named(String)
    /// A `repcount.plan/1` object as JSON text.
    case inline(String)
}
