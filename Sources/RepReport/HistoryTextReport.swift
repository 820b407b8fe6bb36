import SessionModel

/// Many weeks as a person reads them: a line and a bar for each, and the last one in full.
public enum HistoryTextReport {
    /// Text of the report, ending in a newline.
    public static func render(_ report: WeekReport, options: TextOptions = TextOptions()) -> String {
        guard report.weeks.count > 1 else { return WeekTextReport.render(report, options: options) }
        var last = report
        last.weeks = Array(report.weeks.suffix(1))
        return chartLines(report.weeks, options).joined(separator: "\n") + "\n\n" + WeekTextReport.render(last, options: options)
    }

    private static func chartLines(_ weeks: [Week], _ options: TextOptions) -> [String] {
        let hasPlan = weeks.contains { $0.adherence != nil || $0.dueDays > 0 }
        let longest = weeks.map(\.totals.reps).max() ?? 0
        var table = TextTable(columns: [
            .init(title: "week"), .init(title: "from"), .init(title: hasPlan ? "adherence" : "reps"), .init(title: "", isRightAligned: true),
            .init(title: "days", isRightAligned: true), .init(title: "sessions", isRightAligned: true),
            .init(title: "reps", isRightAligned: true), .init(title: "stretch", isRightAligned: true),
        ])
        for week in weeks {
            let share = hasPlan ? week.adherence : longest > 0 ? Double(week.totals.reps) / Double(longest) : nil
            table.rows.append([
                .init(week.name), .init("\(week.start)"), .init(share.map(bar)),
                .init(hasPlan ? share.flatMap { Wording.fixed($0 * 100, decimals: 0) }.map { "\($0) %" } : nil),
                .init(hasPlan ? "\(week.doneDays)/\(week.dueDays)" : "\(week.totals.sessionDays)"),
                .init("\(week.totals.sessions)"), .init("\(week.totals.reps)"),
                .init(Wording.fixed(week.totals.stretchSeconds.sum, decimals: 0).map { "\($0) s" }),
            ])
        }
        return table.lines(options)
    }

    /// Twenty places, in eighths of a block.
    private static func bar(_ share: Double) -> String {
        let eighths = Int((min(1, max(0, share)) * 160).rounded())
        let partial = ["", "\u{258F}", "\u{258E}", "\u{258D}", "\u{258C}", "\u{258B}", "\u{258A}", "\u{2589}"]
        let drawn = String(repeating: "\u{2588}", count: eighths / 8) + partial[eighths % 8]
        return drawn.isEmpty ? "\u{258F}" : drawn
    }
}
