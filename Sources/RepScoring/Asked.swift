import SessionModel

/// How much the analysis is told about a recording.
public enum Mode: String, Sendable, CaseIterable {
    /// What the person was asked to do is known.
    case told
    /// Nothing is known.
    case blind
}

/// What the analysis of a recording is told.
public enum Asked: Sendable, Equatable {
    /// `--exercise NAME`.
    case exercise(String)
    /// `--exercise any`: some repeated movement.
    case any
    /// `--exercise hold`: some held posture.
    case hold
    /// `--plan`.
    case plan(PlanReference)
    /// Neither: recognise blind.
    case nothing

    /// Plan against which recordings without exercise are told.
    public static let everydayPlan = PlanReference.named("runners-knee")

    /// What `recording` is told in `mode`; `catalogue` holds the names of the exercises that have one.
    public init(_ recording: Recording, mode: Mode, catalogue: Set<String>) {
        guard mode == .told else {
            self = .nothing
            return
        }
        self =
            switch recording.exercise {
            case Recording.Kind.none: .plan(Self.everydayPlan)
            case Recording.Kind.hold: .hold
            case Recording.Kind.session: recording.plan.map { .plan($0) } ?? .nothing
            case let name where catalogue.contains(name): .exercise(name)
            default: .any
            }
    }
}

extension SetResult {
    /// Name of a set that fits nothing in the catalogue.
    public static let unrecognised = "unrecognised"
}

extension Session {
    /// The sets whose reps make up the count of `recording`.
    ///
    /// Told an exercise: its sets. Told anything else, or nothing to count at all: every set, so that nothing invented
    /// goes unseen. Blind: sets of the true exercise, which is `unrecognised` where the catalogue has no name for it.
    func countedSets(_ recording: Recording, mode: Mode, catalogue: Set<String>) -> [SetResult] {
        let name: String
        switch Asked(recording, mode: mode, catalogue: catalogue) {
        case .exercise(let asked): name = asked
        case .any, .hold, .plan: return sets
        case .nothing:
            let kinds = [Recording.Kind.none, Recording.Kind.hold, Recording.Kind.session]
            if kinds.contains(recording.exercise) { return sets }
            name = catalogue.contains(recording.exercise) ? recording.exercise : SetResult.unrecognised
        }
        return sets.filter { $0.exercise == name }
    }
}
