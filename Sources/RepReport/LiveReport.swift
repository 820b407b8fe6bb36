import SessionModel

/// Events of a live analysis for people: a line each.
public enum LiveReport {
    /// `0:24  squat  7`; `nil` for what a reader is told by the lines around it.
    public static func line(_ event: LiveEvent) -> String? {
        text(event.kind).map { "\(Wording.clock(event.timeSeconds))  \($0)" }
    }

    /// Whether the next line about the same thing says all this one does, so that it may take its place on a terminal.
    public static func isPassing(_ event: LiveEvent) -> Bool {
        switch event.kind {
        case .rep, .holdProgress: true
        default: false
        }
    }

    private static func text(_ kind: LiveEvent.Kind) -> String? {
        switch kind {
        case .setStarted, .summary: nil
        case .rep(_, let set): "\(name(set.exercise, set.side?.rawValue))  \(set.reps)"
        case .correction(let set, let correction): correctionText(set, correction)
        case .setEnded(let set, let items):
            set.reps == 0 ? nil : "\(name(set.exercise, set.side?.rawValue)): \(Wording.number(set.reps, "rep"))\(judged(items))"
        case .holdProgress(let hold):
            "\(name(hold.exercise, hold.side?.rawValue))  \(Wording.fixed(hold.durationSeconds, decimals: 0) ?? "") s\(target(hold))"
        case .holdEnded(let hold):
            "\(name(hold.exercise, hold.side?.rawValue)): held \(Wording.seconds(hold.durationSeconds))\(target(hold))"
        case .finding(let finding):
            "! \(finding.line.map { "line \($0): " } ?? "")\(printable(finding.message))"
        }
    }

    private static func correctionText(_ set: LiveSet, _ correction: LiveCorrection) -> String {
        let name = name(set.exercise, set.side?.rawValue)
        return switch correction {
        case .reps(let was): "\(name)  \(set.reps) (corrected, was \(was))"
        case .name(let was, let side): "\(name)  \(set.reps) (corrected, was \(Self.name(was, side?.rawValue)))"
        case .resumed: "\(name)  \(set.reps), goes on"
        case .withdrawn(let was): "\(name): no set after all (was \(was))"
        case .added: "\(name): \(Wording.number(set.reps, "rep")), not seen before"
        }
    }

    private static func name(_ exercise: String, _ side: String?) -> String {
        side.map { "\(exercise) \($0)" } ?? exercise
    }

    private static func target(_ hold: LiveHold) -> String {
        hold.targetSeconds.map { " of \(Wording.seconds($0)) prescribed" } ?? ""
    }

    private static func judged(_ items: [PlanItemResult]) -> String {
        items.map { item in
            let leg = items.count > 1 ? item.side.map { "\($0.rawValue) " } ?? "" : ""
            return "; \(leg)\(Wording.prescription(item.prescribed)) prescribed: \(Wording.verdict(item.verdict))"
        }.joined()
    }
}
