import Motion

/// Something a live analysis says while the movement goes on. Times are seconds from the recording's first sample.
public struct LiveEvent: Sendable, Equatable {
    /// Newest sample when it was said.
    public var timeSeconds: Double
    public var kind: Kind

    public init(timeSeconds: Double, kind: Kind) {
        self.timeSeconds = timeSeconds
        self.kind = kind
    }

    public enum Kind: Sendable, Equatable {
        /// A run of reps is certain. Its first reps follow at once.
        case setStarted(LiveSet)
        /// One more rep of the set that is open, `set.reps` in all.
        case rep(RepResult, of: LiveSet)
        /// Later evidence overturned what was said; `set` is how it stands now.
        case correction(LiveSet, LiveCorrection)
        /// The set is over. `items` are those of the plan it was done for: two where legs alternate, none without a plan.
        case setEnded(LiveSet, items: [PlanItemResult])
        /// A posture has been kept for so many whole seconds by now.
        case holdProgress(LiveHold)
        /// The posture was left, or kept longer than any stretch.
        case holdEnded(LiveHold)
        /// Something about the input that a reader should know at once.
        case finding(Finding)
        /// The end: the same session as the analysis of the same rows from a file.
        case summary(Session)
    }
}

/// A set as far as it is known by now.
public struct LiveSet: Sendable, Equatable {
    /// 1, 2, .. in the order of being announced.
    public var number: Int
    /// Catalogue name or `"unrecognised"`.
    public var exercise: String
    public var side: SetSide?
    /// Reps announced, corrections included.
    public var reps: Int
    public var startSeconds: Double
    /// End of the newest rep.
    public var endSeconds: Double

    public init(
        number: Int, exercise: String, side: SetSide? = nil, reps: Int, startSeconds: Double, endSeconds: Double
    ) {
        self.number = number
        self.exercise = exercise
        self.side = side
        self.reps = reps
        self.startSeconds = startSeconds
        self.endSeconds = endSeconds
    }
}

/// What a correction changes.
public enum LiveCorrection: Sendable, Equatable {
    /// The count was another one.
    case reps(was: Int)
    /// It is another exercise, or another side's.
    case name(was: String, side: SetSide?)
    /// The set goes on, which was announced as ended.
    case resumed
    /// It was no set.
    case withdrawn(was: Int)
    /// A set that was not announced while it went on.
    case added
}

/// A hold as far as it is known by now.
public struct LiveHold: Sendable, Equatable {
    /// Catalogue name; `"unrecognised"` for a posture without one.
    public var exercise: String
    public var side: Side?
    public var startSeconds: Double
    /// Whole seconds reached while it lasts, all of them when it has ended.
    public var durationSeconds: Double
    /// What the plan asks for; `nil` without a plan.
    public var targetSeconds: ClosedRange<Double>?

    public init(
        exercise: String, side: Side? = nil, startSeconds: Double, durationSeconds: Double,
        targetSeconds: ClosedRange<Double>? = nil
    ) {
        self.exercise = exercise
        self.side = side
        self.startSeconds = startSeconds
        self.durationSeconds = durationSeconds
        self.targetSeconds = targetSeconds
    }
}
