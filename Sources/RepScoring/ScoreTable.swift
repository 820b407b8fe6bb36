import Foundation

/// The benchmark as text: a table for each part of the scoring, a row for each group (and counter, where there are
/// several), only the columns and rows that have a figure, and the recordings that failed.
public struct ScoreTable: Sendable {
    public var results: [CounterResult]
    public var groupings: [Grouping]

    public init(_ results: [CounterResult], groupings: [Grouping] = Grouping.allCases) {
        self.results = results
        self.groupings = groupings
    }

    public func text() -> String {
        let tables = groupings.flatMap { grouping in
            let groups = results.map { $0.groups(by: grouping) }
            return Metric.Section.allCases.compactMap { table($0, grouping, groups) }
        }
        let failures = results.flatMap { result in
            result.recordings.compactMap { row in
                row.failure.map { "  \(result.counter): \(row.recording.dataset)/\(row.recording.id): \($0)" }
            }
        }
        let failed = failures.isEmpty ? [] : ["Failed\n" + failures.joined(separator: "\n") + "\n"]
        return (tables + failed).joined(separator: "\n")
    }

    private func table(_ section: Metric.Section, _ grouping: Grouping, _ groups: [[GroupScore]]) -> String? {
        let inSection = Metric.all.indices.filter { Metric.all[$0].section == section }
        let columns = inSection.filter { index in groups.joined().contains { $0.values[index] != nil } }
        guard !columns.isEmpty else { return nil }

        let several = results.count > 1
        let failing = groups.joined().contains { $0.failed > 0 }
        let head = ["\(section.rawValue) by \(grouping.rawValue)"] + (several ? ["counter"] : []) + ["n"]
        var rows = [head + (failing ? ["failed"] : []) + columns.map { Metric.all[$0].title }]
        // Every counter ran on the same recordings, so the groups stand in the same order.
        for position in groups.first?.indices ?? 0..<0 {
            for (result, scores) in zip(results, groups) where scores.indices.contains(position) {
                let score = scores[position]
                guard columns.contains(where: { score.values[$0] != nil }) else { continue }
                rows.append(
                    [score.name] + (several ? ["\(result.counter) (\(result.mode.rawValue))"] : [])
                        + ["\(score.recordings)"] + (failing ? ["\(score.failed)"] : [])
                        + columns.map { Self.format(score.values[$0], Metric.all[$0].unit) })
            }
        }
        return Self.align(rows, leading: several ? 2 : 1)
    }

    /// `97.5 %` and so on; `-` for an undefined figure.
    static func format(_ value: Double?, _ unit: Metric.Unit) -> String {
        guard let value else { return "-" }
        switch unit {
        case .share: return String(format: "%.1f %%", value * 100)
        case .reps, .seconds: return String(format: "%.2f", value)
        case .perHour: return String(format: "%.1f", value)
        }
    }

    /// Columns padded to their widest cell, the first `leading` ones flush left, the others flush right.
    private static func align(_ rows: [[String]], leading: Int) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return column < leading ? row[column] + padding : padding + row[column]
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
