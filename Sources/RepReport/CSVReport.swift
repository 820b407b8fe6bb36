import SessionModel

/// Reps and holds as comma-separated values (RFC 4180), one row each, for spreadsheets and scripts.
public enum CSVReport {
    /// Names of the columns; times are seconds from the recording's first sample, absent values are empty.
    public static let header =
        "recording,kind,exercise,side,set,rep,start_s,turn_s,end_s,duration_s,range_of_motion_deg,hold_s\r\n"

    /// Rows of one session, without the header.
    public static func rows(_ session: Session) -> String {
        let recording = session.recording.files.joined(separator: " + ")
        var text = ""
        for (index, set) in session.sets.enumerated() {
            for (number, rep) in set.detail.enumerated() {
                let side = rep.side?.rawValue ?? (set.side == .alternating ? nil : set.side?.rawValue)
                text += CSVRow.text([
                    recording, "rep", set.exercise, side, "\(index + 1)", "\(number + 1)", seconds(rep.startSeconds),
                    seconds(rep.turnSeconds), seconds(rep.endSeconds), seconds(rep.endSeconds - rep.startSeconds),
                    rep.rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 1) },
                    rep.holdSeconds.flatMap(seconds),
                ])
            }
        }
        for hold in session.holds {
            text += CSVRow.text([
                recording, "hold", hold.exercise, hold.side?.rawValue, nil, nil, seconds(hold.startSeconds), nil,
                seconds(hold.endSeconds), seconds(hold.durationSeconds), nil, seconds(hold.durationSeconds),
            ])
        }
        return text
    }

    private static func seconds(_ seconds: Double) -> String? {
        Wording.fixed(seconds, decimals: 3)
    }
}
