import Motion
import SessionModel

/// Weeks as a person reads them: days across, plan items down, then what to look at first.
public enum WeekTextReport {
    /// Text of the report, ending in a newline.
    public static func render(_ report: WeekReport, options: TextOptions = TextOptions()) -> String {
        var sections = report.weeks.flatMap { weekSections($0, of: report, options) }
        if report.weeks.isEmpty { sections.append(["No session of which the day is known."]) }
        sections.append(failedLines(report.failed, options))
        sections.append(warningLines(report.findings, options))
        sections.append([TextStyle.dim.applied(to: "An exercise log, not a medical device.", color: options.color)])
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// One week with its table, its sums and what to look at first.
    static func weekSections(_ week: Week, of report: WeekReport, _ options: TextOptions) -> [[String]] {
        let head = wrapped(head(of: week, report), width: options.width)
            .map { TextStyle.bold.applied(to: $0, color: options.color) }
        let attention = week.attention.enumerated().flatMap { index, attention in
            wrapped(printable(attention.message), width: options.width, indent: "\(index + 1). ", later: "   ")
        }
        return [
            head + tableLines(week, hasPlan: report.plan != nil, options) + sumLines(week, options),
            attention.isEmpty ? [] : [TextStyle.caution.applied(to: "Look at first", color: options.color)] + attention,
        ]
    }

    private static func head(of week: Week, _ report: WeekReport) -> String {
        let due: String? =
            switch report.schedule {
            case .days(let days):
                "due on "
                    + days.filter(CalendarDay.weekdayNames.indices.contains).map { CalendarDay.weekdayNames[$0] }
                    .joined(separator: ", ")
            case .perWeek(let times): "due \(Wording.number(times, "day")) a week"
            case .daily: "due every day"
            case nil: nil
            }
        let parts = [
            "Week \(week.name), \(week.start) to \(week.start.advanced(by: 6))", report.person.map(printable),
            report.plan.map { "plan \(printable($0))" }, due, "by the clock of \(report.timeZone == "GMT" ? "UTC" : printable(report.timeZone))",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    // MARK: Table

    private static func tableLines(_ week: Week, hasPlan: Bool, _ options: TextOptions) -> [String] {
        var table = TextTable(columns: [
            .init(title: "exercise"), .init(title: "side"), .init(title: "asked"),
        ])
        table.columns += week.days.map { .init(title: $0.date.weekdayName) }
        table.columns.append(.init(title: "week", isRightAligned: true))
        for (index, item) in week.items.enumerated() {
            var cells: [TextTable.Cell] = [
                .init(item.exercise), .init(item.side?.rawValue), .init(item.prescribed.map(asked)),
            ]
            cells += week.days.map { cell(of: $0.items[index], on: $0) }
            cells.append(.init(item.reps.map { "\($0)" } ?? item.stretchSeconds.map(wholeSeconds)))
            table.rows.append(cells)
        }
        if hasPlan {
            let shares = week.days.map { TextTable.Cell($0.adherence.map(percent) ?? "", .dim) }
            table.rows.append(["adherence", "", ""] + shares + [.init(week.adherence.map(percent))])
        }
        // A day with nothing in it still is a day of the week.
        for (column, day) in week.days.enumerated() {
            for row in table.rows.indices where table.rows[row][column + 3].text.isEmpty {
                table.rows[row][column + 3] = .init(day.failedRecordings > 0 ? "!" : "\u{B7}", .dim)
            }
        }
        return table.lines(options)
    }

    /// What is asked of a day, short: holds within reps are judged in the session's own report.
    private static func asked(_ prescribed: Prescription) -> String {
        let amount = prescribed.reps.map(Wording.count) ?? prescribed.holdSeconds.map(Wording.seconds) ?? ""
        return prescribed.sets > 1 ? "\(prescribed.sets) x \(amount)" : amount
    }

    private static func cell(of item: DayItem, on day: Week.Day) -> TextTable.Cell {
        let amount = item.reps.map { "\($0)" } ?? item.holdSeconds.map(wholeSeconds)
        guard let verdict = item.verdict else { return .init(amount) }
        return .init(TextReport.mark(of: verdict) + (amount ?? ""), TextReport.style(of: verdict))
    }

    private static func percent(_ share: Double) -> String {
        Wording.fixed(share * 100, decimals: 0).map { "\($0) %" } ?? ""
    }

    private static func wholeSeconds(_ seconds: Double) -> String {
        Wording.fixed(seconds, decimals: 0).map { "\($0) s" } ?? ""
    }

    // MARK: Sums

    private static func sumLines(_ week: Week, _ options: TextOptions) -> [String] {
        var lines: [String] = []
        if week.dueDays > 0 {
            let adherence = week.adherence.map { "Adherence \(percent($0)): s" } ?? "Adherence cannot be told: s"
            lines.append("\(adherence)essions on \(week.doneDays) of \(Wording.number(week.dueDays, "due day")).")
        }
        lines.append("\(amounts(of: week.totals)).")
        if let before = week.before { lines.append(comparison(week, before)) }
        return lines.flatMap { wrapped($0, width: options.width) }
    }

    static func amounts(of totals: WeekTotals) -> String {
        let stretch = totals.stretchSeconds
        let sides = [("left", stretch.left), ("right", stretch.right), ("side not told", stretch.unknownSide)]
            .filter { $0.1 > 0 }.map { "\($0) \(wholeSeconds($1))" }
        let parts = [
            "\(Wording.number(totals.sessions, "session")) on \(Wording.number(totals.sessionDays, "day"))",
            Wording.duration(totals.durationSeconds), Wording.number(totals.reps, "rep"),
            sides.isEmpty ? "no stretch" : "stretched \(sides.joined(separator: ", "))",
        ]
        return parts.joined(separator: "; ")
    }

    private static func comparison(_ week: Week, _ before: WeekBefore) -> String {
        func change(_ name: String, _ then: String, _ now: String) -> String { "\(name) \(then) \u{2192} \(now)" }
        var parts: [String] = []
        if let then = before.adherence, let now = week.adherence { parts.append(change("adherence", percent(then), percent(now))) }
        parts.append(change("days", "\(before.totals.sessionDays)", "\(week.totals.sessionDays)"))
        parts.append(change("reps", "\(before.totals.reps)", "\(week.totals.reps)"))
        parts.append(
            change("stretch", wholeSeconds(before.totals.stretchSeconds.sum), wholeSeconds(week.totals.stretchSeconds.sum)))
        return "Since \(before.name): \(parts.joined(separator: ", "))."
    }

    // MARK: Failures and warnings

    private static func failedLines(_ failed: [FailedSession], _ options: TextOptions) -> [String] {
        guard !failed.isEmpty else { return [] }
        let title = "Not read: \(Wording.number(failed.count, "recording"))"
        return [TextStyle.bad.applied(to: title, color: options.color)]
            + list(failed.map(\.reason), options)
    }

    private static func warningLines(_ findings: [Finding], _ options: TextOptions) -> [String] {
        guard !findings.isEmpty else { return [] }
        return [TextStyle.caution.applied(to: "Warnings", color: options.color)]
            + list(findings.map { finding in finding.file.map { "\($0): \(finding.message)" } ?? finding.message }, options)
    }

    private static func list(_ messages: [String], _ options: TextOptions) -> [String] {
        let most = 12
        let lines = messages.prefix(most).flatMap { wrapped(printable($0), width: options.width, indent: "! ", later: "  ") }
        return lines + (messages.count > most ? ["! \(messages.count - most) more; --format json lists them all"] : [])
    }
}
