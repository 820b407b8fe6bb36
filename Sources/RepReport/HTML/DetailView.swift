import Motion
import SessionModel

/// Every rep and hold as a row: the figures behind the drawings, for whoever cannot see them or wants to copy them.
struct DetailView {
    /// Rows are left out beyond so many; a spreadsheet takes the rest (`--format csv`).
    static let mostRows = 1000

    struct Row {
        let number: Int
        let name: String
        let rep, side, start, duration, range, hold: String
    }

    let rows: [Row]
    /// How many are not shown; `nil` when all are.
    let left: Int?

    /// `nil` where there is neither rep nor hold.
    init?(_ marked: MarkedSession) {
        let absent = "\u{2013}"
        let reps = marked.sets.flatMap { set in
            set.result.detail.enumerated().map { index, rep in
                let side = rep.side?.rawValue ?? (set.result.side == .alternating ? nil : set.result.side?.rawValue)
                return (
                    rep.startSeconds,
                    Row(
                        number: set.number, name: Wording.title(set.result.exercise), rep: "\(index + 1)",
                        side: side ?? absent, start: Wording.clock(rep.startSeconds),
                        duration: Wording.seconds(rep.endSeconds - rep.startSeconds),
                        range: rep.rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 0) }.map { "\($0)\u{B0}" }
                            ?? absent,
                        hold: rep.holdSeconds.map(Wording.seconds) ?? absent)
                )
            }
        }
        let holds = marked.holds.map { hold in
            (
                hold.result.startSeconds,
                Row(
                    number: hold.number, name: Wording.title(hold.result.exercise), rep: absent,
                    side: hold.result.side?.rawValue ?? absent, start: Wording.clock(hold.result.startSeconds),
                    duration: Wording.seconds(hold.result.durationSeconds), range: absent,
                    hold: Wording.seconds(hold.result.durationSeconds))
            )
        }
        let all = (reps + holds).sorted { $0.0 < $1.0 }.map(\.1)
        guard !all.isEmpty else { return nil }
        rows = Array(all.prefix(Self.mostRows))
        left = all.count > Self.mostRows ? all.count - Self.mostRows : nil
    }
}
