import SessionModel

/// Every set rep by rep and every hold second by second, one line each: what a terminal can show of the drawings.
enum RepByRep {
    /// Length of the bar of the longest hold, in characters.
    private static let barCells = 30

    static func lines(_ session: Session, _ options: TextOptions) -> [String] {
        var table = TextTable(columns: [
            .init(title: ""), .init(title: ""), .init(title: ""), .init(title: ""), .init(title: ""),
        ])
        let sets = session.sets.compactMap { set in row(set).map { (set.startSeconds, $0) } }
        let longest = session.holds.map(\.durationSeconds).max() ?? 0
        let holds = session.holds.map { hold in
            (
                hold.startSeconds,
                cells(
                    hold.startSeconds, hold.exercise, hold.side?.rawValue,
                    Sparkline.bar(hold.durationSeconds / longest, cells: barCells), Wording.seconds(hold.durationSeconds))
            )
        }
        table.rows = (sets + holds).sorted { $0.0 < $1.0 }.map(\.1)
        return table.rows.isEmpty ? [] : table.lines(options)
    }

    /// Ranges of motion, or durations where none could be seen.
    private static func row(_ set: SetResult) -> [TextTable.Cell]? {
        let ranges = set.detail.map(\.rangeOfMotionDegrees)
        let durations = set.detail.map { $0.endSeconds - $0.startSeconds }
        if let lowest = ranges.compactMap(\.self).min(), let highest = ranges.compactMap(\.self).max() {
            return cells(
                set.startSeconds, set.exercise, set.side?.rawValue, Sparkline.columns(ranges),
                span(lowest, highest, decimals: 0) + "\u{B0}")
        }
        guard let shortest = durations.min(), let longest = durations.max() else { return nil }
        return cells(
            set.startSeconds, set.exercise, set.side?.rawValue, Sparkline.columns(durations),
            span(shortest, longest, decimals: 1) + " s a rep")
    }

    private static func span(_ lowest: Double, _ highest: Double, decimals: Int) -> String {
        let bounds = [lowest, highest].map { Wording.fixed($0, decimals: decimals) ?? "?" }
        return bounds[0] == bounds[1] ? bounds[0] : bounds.joined(separator: "-")
    }

    private static func cells(
        _ start: Double, _ exercise: String, _ side: String?, _ drawing: String, _ figures: String
    ) -> [TextTable.Cell] {
        [.init(Wording.clock(start), .dim), .init(exercise), .init(side), .init(drawing), .init(figures)]
    }
}
