import Motion

/// What was prescribed: exercises in order, and how often a week.
public struct Plan: Sendable, Equatable {
    public static let schema = "repcount.plan/1"

    public var name: String
    public var items: [PlanItem]
    /// `nil` when the plan says nothing about days.
    public var schedule: Schedule?

    public init(name: String, items: [PlanItem], schedule: Schedule? = nil) {
        self.name = name
        self.items = items
        self.schedule = schedule
    }

    /// When the programme is due.
    public enum Schedule: Sendable, Equatable {
        /// On these days, Monday first, each once.
        case days([Weekday])
        /// So many times a week (1...7), on days of one's own choice.
        case perWeek(Int)
    }

    /// Day of the week by the name plan files use.
    public enum Weekday: String, Sendable, CaseIterable {
        case mon, tue, wed, thu, fri, sat, sun
    }
}

/// One line of a plan.
public struct PlanItem: Sendable, Equatable {
    /// Which leg an item is for; `nil` on the item means both together or either.
    public enum Legs: String, Sendable, CaseIterable {
        case left, right
        /// Once with each leg, in whichever order.
        case each
    }

    public var exercise: Exercise
    public var side: Legs?
    /// Sets per leg, 1 or more.
    public var sets: Int
    /// Reps per set; `nil` exactly for stretches.
    public var reps: ClosedRange<Int>?
    /// Seconds a stretch is held, or each rep at its turning point; `nil` when the plan asks for none.
    public var holdSeconds: ClosedRange<Double>?

    public init(
        exercise: Exercise, side: Legs? = nil, sets: Int = 1, reps: ClosedRange<Int>? = nil,
        holdSeconds: ClosedRange<Double>? = nil
    ) {
        self.exercise = exercise
        self.side = side
        self.sets = sets
        self.reps = reps
        self.holdSeconds = holdSeconds
    }

    /// The sides this item is judged by, one result each: left then right for `each`, otherwise its own.
    public var sides: [Side?] {
        switch side {
        case nil: [nil]
        case .left: [.left]
        case .right: [.right]
        case .each: [.left, .right]
        }
    }
}
