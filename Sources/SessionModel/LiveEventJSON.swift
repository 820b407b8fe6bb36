extension LiveEvent {
    /// One object a line: what happened, to what, and `time_s`, the newest sample when it was said.
    public var json: JSONValue {
        let (name, members) = kind.members
        return .object(
            [.init("event", .string(name))] + members.map { JSONValue.Member($0.0, $0.1) }
                + [.init("time_s", JSONValue(timeSeconds))] + kind.lateMembers(timeSeconds).map { .init($0.0, $0.1) })
    }
}

extension LiveEvent.Kind {
    fileprivate var members: (event: String, [(String, JSONValue)]) {
        switch self {
        case .setStarted(let set):
            ("set_started", set.members + [("start_s", JSONValue(set.startSeconds))])
        case .rep(_, let set):
            ("rep", set.members + [("count", .integer(set.reps))])
        case .correction(let set, let correction):
            (
                "correction",
                set.members + [("count", .integer(set.reps)), ("what", .string(correction.name)), ("was", correction.was)]
            )
        case .setEnded(let set, let items):
            (
                "set_ended",
                set.members + [
                    ("count", .integer(set.reps)), ("start_s", JSONValue(set.startSeconds)),
                    ("end_s", JSONValue(set.endSeconds)), ("plan", .array(items.map(\.json))),
                ]
            )
        case .holdProgress(let hold): ("hold_progress", hold.members)
        case .holdEnded(let hold):
            ("hold_ended", hold.members + [("start_s", JSONValue(hold.startSeconds))])
        case .finding(let finding): ("finding", [("finding", finding.json)])
        case .summary: ("summary", [])
        }
    }

    /// What stands behind the time: how late it is, and what is long.
    fileprivate func lateMembers(_ timeSeconds: Double) -> [(String, JSONValue)] {
        switch self {
        case .rep(let rep, _): [("latency_s", JSONValue(timeSeconds - rep.endSeconds))]
        case .summary(let session): [("session", session.json)]
        default: []
        }
    }
}

extension LiveSet {
    fileprivate var members: [(String, JSONValue)] {
        [("exercise", .string(exercise)), ("side", JSONValue(side?.rawValue)), ("set", .integer(number))]
    }
}

extension LiveHold {
    fileprivate var members: [(String, JSONValue)] {
        [
            ("exercise", .string(exercise)), ("side", JSONValue(side?.rawValue)),
            ("duration_s", JSONValue(durationSeconds)),
            (
                "target_s",
                targetSeconds.map { [JSONValue($0.lowerBound), JSONValue($0.upperBound)] } ?? .null
            ),
        ]
    }
}

extension LiveCorrection {
    fileprivate var name: String {
        switch self {
        case .reps: "reps"
        case .name: "exercise"
        case .resumed: "resumed"
        case .withdrawn: "withdrawn"
        case .added: "added"
        }
    }

    fileprivate var was: JSONValue {
        switch self {
        case .reps(let was), .withdrawn(let was): .integer(was)
        case .name(let was, let side): ["exercise": .string(was), "side": JSONValue(side?.rawValue)]
        case .resumed, .added: .null
        }
    }
}
