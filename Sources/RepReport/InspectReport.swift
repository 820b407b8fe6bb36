import Motion
import SessionModel

/// What was understood of a recording, as a person reads it.
public enum InspectReport {
    /// Text of the report, ending in a newline.
    public static func render(_ inspection: Inspection, options: TextOptions = TextOptions()) -> String {
        let sections = [
            factLines(inspection, options),
            gapLines(inspection.recording.gaps, options),
            viewLines(inspection.views, options),
            TextReport.markLines(of: inspection.recording, options),
            TextReport.warningLines(of: inspection.recording, tellsGaps: false, options),
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private static func factLines(_ inspection: Inspection, _ options: TextOptions) -> [String] {
        let recording = inspection.recording
        let signals =
            switch inspection.hasAngularRate {
            case true?: "acceleration and angular rate"
            case false?: "acceleration, no angular rate"
            case nil: "acceleration"
            }
        let rate = recording.rateHz.flatMap { Wording.fixed($0, decimals: 2) }
        let worn = [recording.side?.rawValue, recording.placement?.rawValue].compactMap(\.self)
        var table = TextTable(columns: [.init(title: ""), .init(title: "")])
        let facts: [(String, String)] = [
            ("files", recording.files.map(printable).joined(separator: ", ")),
            ("format", recording.format),
            ("signals", signals),
            ("start", recording.start ?? "not in the file"),
            ("duration", Wording.duration(recording.durationSeconds)),
            ("samples", "\(recording.samples)"),
            ("rate", rate.map { "\($0) Hz" } ?? "unknown"),
            ("worn on", worn.isEmpty ? "unknown; say so with --placement and --side" : worn.joined(separator: " ")),
        ]
        table.rows = facts.map { [.init($0, .dim), .init($1)] }
        return table.lines(options)
    }

    private static func gapLines(_ gaps: [Gap], _ options: TextOptions) -> [String] {
        guard !gaps.isEmpty else { return [] }
        let most = 12
        let total = gaps.reduce(0) { $0 + $1.durationSeconds }
        let lines = gaps.prefix(most).map { gap in
            "  at \(Wording.clock(gap.startSeconds)) for \(Wording.seconds(gap.durationSeconds))"
        }
        let title = "\(Wording.number(gaps.count, "gap")), \(Wording.seconds(total)) in all"
        return [title] + lines + (gaps.count > most ? ["  and \(gaps.count - most) more"] : [])
    }

    private static func viewLines(_ views: [Inspection.View], _ options: TextOptions) -> [String] {
        let answers: [(title: String, value: Bool?)] = [
            ("Can see", true), ("Cannot see", false), ("May see (depends on where it was worn)", nil),
        ]
        return answers.flatMap { title, value in
            let named = views.filter { $0.isObservable == value }.map { ($0.exercise, $0.side) }
            return named.isEmpty ? [] : wrapped("\(title): \(Wording.names(named))", width: options.width)
        }
    }
}
