import Motion

/// What many sessions of one person come to, week by week: schema `repcount.week/1`.
///
/// Absent values are `nil`, never 0: an item nobody could see has no verdict of "not done", a week without anything to
/// judge has no adherence.
public struct WeekReport: Sendable, Equatable {
    public static let schema = "repcount.week/1"
    /// Whose sessions these are, as the user named them.
    public var person: String?
    /// Name of the plan; `nil` when none was given: then nothing is due and nothing is judged.
    public var plan: String?
    /// When the plan is due; `nil` without a plan.
    public var schedule: WeekSchedule?
    /// Zone by whose clock a session belongs to a day: `Europe/Berlin`, `GMT`.
    public var timeZone: String
    /// Calendar weeks in order, those without a session between two others included.
    public var weeks: [Week]
    /// Sessions of which neither data nor name tells the day. They count in no week.
    public var undated: [WeekSession]
    /// Recordings that could not be scored, in order of path. They are no sessions, and count as nothing done nowhere.
    public var failed: [FailedSession]
    /// What concerns more than one session: no schedule, dates not told, recordings that overlap.
    public var findings: [Finding]

    public init(
        person: String? = nil, plan: String? = nil, schedule: WeekSchedule? = nil, timeZone: String,
        weeks: [Week] = [], undated: [WeekSession] = [], failed: [FailedSession] = [], findings: [Finding] = []
    ) {
        self.person = person
        self.plan = plan
        self.schedule = schedule
        self.timeZone = timeZone
        self.weeks = weeks
        self.undated = undated
        self.failed = failed
        self.findings = findings
    }
}

/// When a programme is due within a week.
public enum WeekSchedule: Sendable, Equatable {
    /// On these weekdays: 0 for Monday ... 6 for Sunday, in order, each once.
    case days([Int])
    /// On so many days of one's own choice, 1...7.
    case perWeek(Int)
    /// The plan does not say, so that every day is due.
    case daily
}

/// Monday to Sunday.
public struct Week: Sendable, Equatable {
    /// The Monday.
    public var start: CalendarDay
    /// Seven days, Monday first.
    public var days: [Day]
    /// The rows of the week's table: plan items in plan order, an `each` item as two, left then right; without a plan
    /// what was found, by name and side.
    public var items: [WeekItem]
    /// Days on which the programme was due. Days yet to come, or outside what was asked for, are not.
    public var dueDays: Int
    /// Due days with at least one session; with a schedule of so many a week, days with a session, at most as many.
    public var doneDays: Int
    /// Share of the due work that was done, 0...1: the mean of the days' adherence over the due days, a due day without
    /// a session being 0, and a day on which nothing could be observed left out. With a schedule of so many days a week,
    /// the best so many days. `nil` without a plan, or when nothing was due or observable.
    public var adherence: Double?
    public var totals: WeekTotals
    /// The week this one is compared with; `nil` when there is none.
    public var before: WeekBefore?
    /// What to look at first, most important first; at most `WeekAttention.most`.
    public var attention: [WeekAttention]

    /// Name by ISO 8601: `2026-W47`.
    public var name: String { start.isoWeekName }

    public init(
        start: CalendarDay, days: [Day], items: [WeekItem], dueDays: Int, doneDays: Int, adherence: Double?,
        totals: WeekTotals, before: WeekBefore? = nil, attention: [WeekAttention] = []
    ) {
        self.start = start
        self.days = days
        self.items = items
        self.dueDays = dueDays
        self.doneDays = doneDays
        self.adherence = adherence
        self.totals = totals
        self.before = before
        self.attention = attention
    }

    /// One day of the week.
    public struct Day: Sendable, Equatable {
        public var date: CalendarDay
        /// Whether the schedule asks for a session on this very day; `nil` when it leaves the choice of days open.
        public var isDue: Bool?
        /// In order of time.
        public var sessions: [WeekSession]
        /// Recordings of this day that could not be scored. What was done in them is not known: a day of such
        /// recordings alone is not judged.
        public var failedRecordings: Int
        /// One for each of `Week.items`, in their order: what the day's sessions come to together.
        public var items: [DayItem]
        /// Share of the observable prescribed work done on this day, 0...1; 0 on a due day without a session; `nil` when
        /// nothing was asked or observable.
        public var adherence: Double?

        public init(
            date: CalendarDay, isDue: Bool?, sessions: [WeekSession] = [], failedRecordings: Int = 0,
            items: [DayItem] = [], adherence: Double? = nil
        ) {
            self.date = date
            self.isDue = isDue
            self.sessions = sessions
            self.failedRecordings = failedRecordings
            self.items = items
            self.adherence = adherence
        }
    }
}

/// What one day's sessions come to for one item. Reps of several sessions add up; holds do not, for two halves of a
/// stretch are no stretch.
public struct DayItem: Sendable, Equatable {
    /// Sum over the day's sessions; `nil` when none was detected, or for a stretch.
    public var reps: Int?
    /// Longest hold of the day in seconds; `nil` when none was detected, or for an item of reps.
    public var holdSeconds: Double?
    /// All seconds of the day for which this stretch was held, longest or not; 0 for an item of reps.
    public var stretchSeconds: Double
    /// Judgement of the day; `nil` without a plan, and on a day without a session that was not due.
    public var verdict: Verdict?
    /// Evidence for people where the verdict needs some.
    public var note: String?

    public init(
        reps: Int? = nil, holdSeconds: Double? = nil, stretchSeconds: Double = 0, verdict: Verdict? = nil,
        note: String? = nil
    ) {
        self.reps = reps
        self.holdSeconds = holdSeconds
        self.stretchSeconds = stretchSeconds
        self.verdict = verdict
        self.note = note
    }
}

/// One row of the week's table, and what it comes to over the week.
public struct WeekItem: Sendable, Equatable {
    public var exercise: String
    public var side: Side?
    /// Asked for on each due day; `nil` without a plan.
    public var prescribed: Prescription?
    /// Sum over the week; `nil` when none was detected, or for a stretch.
    public var reps: Int?
    /// All seconds of the week for which this stretch was held; `nil` when none was detected, or for an item of reps.
    public var stretchSeconds: Double?
    /// Days on which it was met or more than met.
    public var metDays: Int
    /// Days on which it could be judged: sessions that saw it, and due days without a session.
    public var judgedDays: Int
    /// `reps` of the week compared with.
    public var repsBefore: Int?
    /// `stretchSeconds` of the week compared with.
    public var stretchSecondsBefore: Double?

    public init(
        exercise: String, side: Side? = nil, prescribed: Prescription? = nil, reps: Int? = nil,
        stretchSeconds: Double? = nil, metDays: Int = 0, judgedDays: Int = 0, repsBefore: Int? = nil,
        stretchSecondsBefore: Double? = nil
    ) {
        self.exercise = exercise
        self.side = side
        self.prescribed = prescribed
        self.reps = reps
        self.stretchSeconds = stretchSeconds
        self.metDays = metDays
        self.judgedDays = judgedDays
        self.repsBefore = repsBefore
        self.stretchSecondsBefore = stretchSecondsBefore
    }
}

/// One scored recording within a week: who it is and where to look further; the evidence itself is its `Session`.
public struct WeekSession: Sendable, Equatable {
    /// Files as the user named them.
    public var files: [String]
    /// Clock time of the first sample in the report's zone, `18:30`; `nil` when the data does not tell it.
    public var time: String?
    /// Whether the day comes from the recording's own clock, from its name, or from nowhere.
    public var dayFrom: DaySource
    public var placement: Placement?
    public var side: Side?
    public var durationSeconds: Double
    /// Of this session by itself, as in `PlanResult.adherence`.
    public var adherence: Double?
    /// Gaps of this recording, and the seconds without samples in them.
    public var gaps: Int
    public var gapSeconds: Double
    /// How many findings its session has.
    public var findings: Int

    public enum DaySource: String, Sendable, CaseIterable {
        case data, name, unknown
    }

    public init(
        files: [String], time: String? = nil, dayFrom: DaySource = .data, placement: Placement? = nil,
        side: Side? = nil, durationSeconds: Double, adherence: Double? = nil, gaps: Int = 0, gapSeconds: Double = 0,
        findings: Int = 0
    ) {
        self.files = files
        self.time = time
        self.dayFrom = dayFrom
        self.placement = placement
        self.side = side
        self.durationSeconds = durationSeconds
        self.adherence = adherence
        self.gaps = gaps
        self.gapSeconds = gapSeconds
        self.findings = findings
    }
}

/// A recording that could not be scored: an absence of evidence, which is neither a session nor a day without one.
public struct FailedSession: Sendable, Equatable {
    /// Files as the user named them.
    public var files: [String]
    /// Day by its name, where that tells one.
    public var day: CalendarDay?
    /// What is wrong, where, and what to do, in one or two sentences.
    public var reason: String

    public init(files: [String], day: CalendarDay? = nil, reason: String) {
        self.files = files
        self.day = day
        self.reason = reason
    }
}

/// Amounts of a week, whether prescribed or not.
public struct WeekTotals: Sendable, Equatable {
    public var sessions: Int
    /// Days with at least one session.
    public var sessionDays: Int
    /// Sum of the recordings' lengths in seconds.
    public var durationSeconds: Double
    /// All full reps, of whatever exercise of the catalogue.
    public var reps: Int
    /// Seconds for which stretches were held, by leg.
    public var stretchSeconds: StretchSeconds

    /// Cumulative stretch seconds.
    public struct StretchSeconds: Sendable, Equatable {
        public var left, right: Double
        /// Where the signal does not tell the leg.
        public var unknownSide: Double

        public var sum: Double { left + right + unknownSide }

        public init(left: Double = 0, right: Double = 0, unknownSide: Double = 0) {
            self.left = left
            self.right = right
            self.unknownSide = unknownSide
        }
    }

    public init(
        sessions: Int = 0, sessionDays: Int = 0, durationSeconds: Double = 0, reps: Int = 0,
        stretchSeconds: StretchSeconds = StretchSeconds()
    ) {
        self.sessions = sessions
        self.sessionDays = sessionDays
        self.durationSeconds = durationSeconds
        self.reps = reps
        self.stretchSeconds = stretchSeconds
    }
}

/// The week that another is compared with. Its items stand beside those of the other (`WeekItem.repsBefore`).
public struct WeekBefore: Sendable, Equatable {
    public var start: CalendarDay
    public var adherence: Double?
    public var dueDays: Int
    public var doneDays: Int
    public var totals: WeekTotals

    public var name: String { start.isoWeekName }

    public init(start: CalendarDay, adherence: Double?, dueDays: Int, doneDays: Int, totals: WeekTotals) {
        self.start = start
        self.adherence = adherence
        self.dueDays = dueDays
        self.doneDays = doneDays
        self.totals = totals
    }
}

/// One thing of a week that deserves a look, said in a sentence.
public struct WeekAttention: Sendable, Equatable {
    /// Most things named; more would not be "first".
    public static let most = 5

    /// In order of importance.
    public enum Kind: String, Sendable, CaseIterable {
        /// Recordings that could not be read: something may have been done that is not here.
        case failed
        /// Due days without a session.
        case noSession = "no-session"
        /// An item not done on any day although it could be seen.
        case neverDone = "never-done"
        /// An item that fell short on most days.
        case short
        /// An item that no sensor of the week could see.
        case neverSeen = "never-seen"
        /// Much less than in the week before.
        case less
        /// One leg stretched much longer than the other.
        case uneven
        /// More than prescribed on most days.
        case over
    }

    public var kind: Kind
    /// One sentence for people, ending in a full stop.
    public var message: String
    /// Item concerned: index into `Week.items`.
    public var item: Int?
    /// Days concerned.
    public var days: [CalendarDay]

    public init(kind: Kind, message: String, item: Int? = nil, days: [CalendarDay] = []) {
        self.kind = kind
        self.message = message
        self.item = item
        self.days = days
    }
}
