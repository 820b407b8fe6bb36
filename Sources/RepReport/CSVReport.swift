import SessionModel

/// Sets, reps and holds as comma-separated values (RFC 4180), one row each, for spreadsheets and scripts.
public enum CSVReport {
    /// Names of the columns; times are seconds from the recording's first sample, absent values are empty. A set's row has
    /// the medians of its reps.
    public static let header = columns.joined(separator: ",") + "\r\n"

    private static let columns = [
        "recording", "kind", "exercise", "side", "set", "rep", "start_s", "turn_s", "end_s", "duration_s",
        "range_of_motion_deg", "hold_s", "out_s", "back_s", "confidence", "reps", "partial", "tempo_s", "reps_per_minute",
        "duration_variation", "autocorrelation", "range_of_motion_change", "duration_change",
    ]

    /// Rows of one session, without the header.
    public static func rows(_ session: Session) -> String {
        let recording = session.recording.files.joined(separator: " + ")
        var text = ""
        for (index, set) in session.sets.enumerated() {
            text += row([recording, "set", set.exercise, set.side?.rawValue, "\(index + 1)", nil] + cells(of: set))
            for (number, rep) in set.detail.enumerated() {
                let side = rep.side?.rawValue ?? (set.side == .alternating ? nil : set.side?.rawValue)
                text += row(
                    [recording, "rep", set.exercise, side, "\(index + 1)", "\(number + 1)"] + cells(of: rep))
            }
        }
        for hold in session.holds {
            text += row([
                recording, "hold", hold.exercise, hold.side?.rawValue, nil, nil, decimal(hold.startSeconds), nil,
                decimal(hold.endSeconds), decimal(hold.durationSeconds), nil, decimal(hold.durationSeconds),
            ])
        }
        return text
    }

    private static func cells(of set: SetResult) -> [String?] {
        let effort = Effort(sets: [set])
        let measures = set.measures
        return [
            decimal(set.startSeconds), nil, decimal(set.endSeconds), decimal(set.endSeconds - set.startSeconds),
            effort.rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 1) },
            effort.holdSeconds.flatMap(decimal), set.detail.compactMap(\.outSeconds).median.flatMap(decimal),
            set.detail.compactMap(\.backSeconds).median.flatMap(decimal), decimal(set.confidence),
            "\(set.reps)", "\(set.partial)", measures.tempoSeconds.flatMap(decimal),
            measures.repsPerMinute.flatMap { Wording.fixed($0, decimals: 1) },
            measures.durationVariation.flatMap(decimal), measures.autocorrelation.flatMap(decimal),
            measures.rangeOfMotionChange.flatMap(decimal), measures.durationChange.flatMap(decimal),
        ]
    }

    private static func cells(of rep: RepResult) -> [String?] {
        [
            decimal(rep.startSeconds), decimal(rep.turnSeconds), decimal(rep.endSeconds),
            decimal(rep.endSeconds - rep.startSeconds),
            rep.rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 1) }, rep.holdSeconds.flatMap(decimal),
            rep.outSeconds.flatMap(decimal), rep.backSeconds.flatMap(decimal), rep.confidence.flatMap(decimal),
        ]
    }

    private static func decimal(_ number: Double) -> String? {
        Wording.fixed(number, decimals: 3)
    }

    /// Fields left out at the end are absent.
    private static func row(_ fields: [String?]) -> String {
        CSVRow.text(fields + [String?](repeating: nil, count: max(0, columns.count - fields.count)))
    }
}
