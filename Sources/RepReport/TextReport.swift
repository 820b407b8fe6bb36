import Motion
import SessionModel

/// A session as a person reads it in ten seconds: the plan line by line, what was done beside it, then warnings.
public enum TextReport {
    /// Text of the report, ending in a newline.
    public static func render(_ session: Session, options: TextOptions = TextOptions()) -> String {
        var sections: [[String]] = [head(of: session.recording, options)]
        if let plan = session.plan {
            sections.append(planLines(plan, of: session, options))
            sections.append(noteLines(plan, of: session, options))
            let beside = besideLines(plan, of: session, options)
            if !beside.isEmpty { sections.append(["Beside the plan"] + beside) }
        } else {
            let sets = setLines(session.sets, options)
            let holds = holdLines(session.holds, options)
            if !sets.isEmpty { sections.append(["Sets"] + sets + remarkLines(session.sets, options)) }
            if !holds.isEmpty { sections.append(["Holds"] + holds) }
            if sets.isEmpty, holds.isEmpty { sections.append(["No sets and no holds were found."]) }
        }
        let drawings = options.drawings ? RepByRep.lines(session, options) : []
        if !drawings.isEmpty { sections.append(["Rep by rep"] + drawings) }
        sections.append(markLines(of: session.recording, options))
        sections.append(warningLines(of: session.recording, tellsGaps: true, options))
        sections.append([TextStyle.dim.applied(to: "An exercise log, not a medical device.", color: options.color)])
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Head and warnings, shared with the inspection

    static func head(of recording: RecordingSummary, _ options: TextOptions) -> [String] {
        let names = recording.files.map { printable(String($0.split(separator: "/").last ?? "")) }
        let facts: [String?] = [
            recording.start.map(Wording.date),
            Wording.duration(recording.durationSeconds),
            recording.sensors.isEmpty
                ? [recording.side?.rawValue, recording.placement?.rawValue].compactMap(\.self).joined(separator: " ")
                : recording.sensors.map(\.place).joined(separator: " + "),
            recording.rateHz.flatMap { Wording.fixed($0, decimals: 1) }.map { "\($0) Hz" },
            recording.format,
        ]
        let line = ([names.joined(separator: " + ")] + facts.compactMap(\.self)).filter { !$0.isEmpty }
            .joined(separator: ", ")
        return wrapped(line, width: options.width).map { TextStyle.bold.applied(to: $0, color: options.color) }
    }

    /// What the person noted while recording.
    static func markLines(of recording: RecordingSummary, _ options: TextOptions) -> [String] {
        let marks = recording.findings.filter { $0.kind == "mark" }
        let lines = marks.flatMap { wrapped(printable($0.message), width: options.width, indent: "  ", later: "    ") }
        return marks.isEmpty ? [] : ["Marks"] + lines
    }

    /// - Parameter tellsGaps: whether gaps are summed up here, where no finding speaks of them.
    static func warningLines(of recording: RecordingSummary, tellsGaps: Bool, _ options: TextOptions) -> [String] {
        var messages = recording.findings.filter { $0.kind != "mark" }.map { finding in
            let place = [finding.file, finding.line.map(String.init)].compactMap(\.self).joined(separator: ":")
            return place.isEmpty ? finding.message : "\(place): \(finding.message)"
        }
        if tellsGaps, !recording.gaps.isEmpty, !recording.findings.contains(where: { $0.kind == "gap" }) {
            let total = recording.gaps.reduce(0) { $0 + $1.durationSeconds }
            messages.append("\(Wording.number(recording.gaps.count, "gap")), \(Wording.seconds(total)) without samples")
        }
        let most = 12
        var lines = messages.prefix(most).flatMap {
            wrapped(printable($0), width: options.width, indent: "! ", later: "  ")
        }
        if messages.count > most { lines.append("! \(messages.count - most) more; --format json lists them all") }
        guard !lines.isEmpty else { return [] }
        return [TextStyle.caution.applied(to: "Warnings", color: options.color)] + lines
    }

    // MARK: Plan

    private static func planLines(_ plan: PlanResult, of session: Session, _ options: TextOptions) -> [String] {
        var table = TextTable(columns: [
            .init(title: ""), .init(title: "exercise"), .init(title: "side"), .init(title: "prescribed"),
            .init(title: "done"), .init(title: "tempo", isRightAligned: true),
            .init(title: "hold", isRightAligned: true), .init(title: ""),
        ])
        for item in plan.items {
            let effort = Effort(sets: item.sets(of: session), side: item.side)
            let done = item.detectedReps.map(effort.count) ?? item.detectedHoldSeconds.map(Wording.seconds)
            let style = style(of: item.verdict)
            table.rows.append([
                .init(mark(of: item.verdict), style), .init(item.exercise), .init(item.side?.rawValue),
                .init(Wording.prescription(item.prescribed)), .init(done ?? "-"), .init(effort.tempo),
                // A pause nobody asked for is not worth a column.
                .init(item.prescribed.holdSeconds == nil ? nil : effort.hold),
                .init(Wording.verdict(item.verdict), style),
            ])
        }
        return [TextStyle.bold.applied(to: "Plan \(printable(plan.name))", color: options.color)]
            + table.lines(options) + summaryLines(plan, of: session, options)
    }

    private static func summaryLines(_ plan: PlanResult, of session: Session, _ options: TextOptions) -> [String] {
        let counts = Verdict.allCases.compactMap { verdict in
            let count = plan.items.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(Wording.verdict(verdict))"
        }.joined(separator: ", ")
        guard let percent = plan.adherence.flatMap({ Wording.fixed($0 * 100, decimals: 0) }) else {
            return wrapped("Adherence cannot be told: \(counts).", width: options.width)
        }
        let sensors = session.recording.sensors.isEmpty ? "this sensor" : "these sensors"
        let scope = plan.items.contains { $0.verdict == .notObservable } ? " of what \(sensors) can see" : ""
        return wrapped("Adherence \(percent) %\(scope): \(counts).", width: options.width)
    }

    private static func noteLines(_ plan: PlanResult, of session: Session, _ options: TextOptions) -> [String] {
        PlanNote.all(plan, of: session).flatMap { note in
            let names = Wording.names(note.items.map { ($0.exercise, $0.side) })
            return wrapped("\(names): \(note.text)", width: options.width, indent: "* ")
        }
    }

    /// Sets and holds that no plan item was judged by.
    private static func besideLines(_ plan: PlanResult, of session: Session, _ options: TextOptions) -> [String] {
        let judgedSets = Set(plan.items.filter { $0.detectedReps != nil }.flatMap(\.matched))
        let judgedHolds = Set(plan.items.filter { $0.detectedHoldSeconds != nil }.flatMap(\.matched))
        var table = TextTable(columns: [
            .init(title: "time"), .init(title: "exercise"), .init(title: "side"), .init(title: "done"),
            .init(title: "tempo", isRightAligned: true),
        ])
        var rows: [(startSeconds: Double, cells: [TextTable.Cell])] = []
        for (index, set) in session.sets.enumerated() where !judgedSets.contains(index) {
            let effort = Effort(sets: [set])
            rows.append((
                set.startSeconds,
                [
                    .init(Wording.span(set.startSeconds, set.endSeconds)), .init(set.exercise), .init(sideText(set)),
                    .init("\(effort.count(set.reps)) reps"), .init(effort.tempo),
                ]
            ))
        }
        for (index, hold) in session.holds.enumerated() where !judgedHolds.contains(index) {
            rows.append((
                hold.startSeconds,
                [
                    .init(Wording.span(hold.startSeconds, hold.endSeconds)), .init(hold.exercise), .init(hold.side?.rawValue),
                    .init("held \(Wording.seconds(hold.durationSeconds))"), "",
                ]
            ))
        }
        table.rows = rows.sorted { $0.startSeconds < $1.startSeconds }.map(\.cells)
        return rows.isEmpty ? [] : table.lines(options)
    }

    static func mark(of verdict: Verdict) -> String {
        switch verdict {
        case .met: "\u{2713}"
        case .short: "~"
        case .over: "+"
        case .missing: "\u{2717}"
        case .notObservable: "\u{2013}"
        }
    }

    static func style(of verdict: Verdict) -> TextStyle {
        switch verdict {
        case .met: .good
        case .short, .over: .caution
        case .missing: .bad
        case .notObservable: .dim
        }
    }

    // MARK: Sets and holds

    private static func setLines(_ sets: [SetResult], _ options: TextOptions) -> [String] {
        var table = TextTable(columns: [
            .init(title: "time"), .init(title: "exercise"), .init(title: "side"), .init(title: "reps"),
            .init(title: "partial", isRightAligned: true), .init(title: "tempo", isRightAligned: true),
            .init(title: "hold", isRightAligned: true), .init(title: "range of motion", isRightAligned: true),
            .init(title: "confidence", isRightAligned: true),
        ])
        for set in sets {
            let effort = Effort(sets: [set])
            table.rows.append([
                .init(Wording.span(set.startSeconds, set.endSeconds)), .init(set.exercise), .init(sideText(set)),
                .init(effort.count(set.reps)), .init(set.partial > 0 ? "\(set.partial)" : nil), .init(effort.tempo),
                .init(effort.hold), .init(effort.rangeOfMotion),
                .init(Wording.fixed(set.confidence * 100, decimals: 0).map { "\($0) %" }),
            ])
        }
        return sets.isEmpty ? [] : table.lines(options)
    }

    private static func remarkLines(_ sets: [SetResult], _ options: TextOptions) -> [String] {
        sets.flatMap { set in
            Effort(sets: [set]).remark.map { remark in
                let name = [set.exercise, set.side?.rawValue].compactMap(\.self).joined(separator: " ")
                return wrapped(
                    "\(name), \(Wording.clock(set.startSeconds)): \(remark)", width: options.width, indent: "* ")
            } ?? []
        }
    }

    private static func sideText(_ set: SetResult) -> String? {
        guard set.side == .alternating else { return set.side?.rawValue }
        let left = set.detail.count { $0.side == .left }
        let right = set.detail.count { $0.side == .right }
        return left + right == 0 ? "alternating" : "\(left) left, \(right) right"
    }

    private static func holdLines(_ holds: [HoldResult], _ options: TextOptions) -> [String] {
        var table = TextTable(columns: [
            .init(title: "time"), .init(title: "exercise"), .init(title: "side"),
            .init(title: "held", isRightAligned: true),
        ])
        for hold in holds {
            table.rows.append([
                .init(Wording.span(hold.startSeconds, hold.endSeconds)), .init(hold.exercise), .init(hold.side?.rawValue),
                .init(Wording.seconds(hold.durationSeconds)),
            ])
        }
        return holds.isEmpty ? [] : table.lines(options)
    }
}
