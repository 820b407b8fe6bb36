import Motion
import SessionModel

/// Seconds of stretching added up, by stretch and leg.
struct StretchView {
    struct Row {
        let name: String
        /// Seconds, or why there are none.
        let left, right: Cell
        let unknown, total: String
    }

    struct Cell {
        let text: String
        let isReason: Bool
    }

    let rows: [Row]
    let total: Row
    /// Whether some hold is of a leg that is not known.
    let hasUnknown: Bool

    private static let nothing = Cell(text: "\u{2013}", isReason: false)

    /// `nil` where nothing was stretched, nor to be stretched.
    init?(_ session: Session) {
        let items = session.plan?.items.filter { $0.prescribed.reps == nil } ?? []
        let holds = session.holds.filter { Wording.isRecognised($0.exercise) }
        var names: [String] = []
        for name in items.map(\.exercise) + holds.map(\.exercise) where !names.contains(name) { names.append(name) }
        guard !names.isEmpty else { return nil }
        func seconds(_ side: Side?, _ name: String? = nil) -> Double? {
            let own = holds.filter { $0.side == side && (name == nil || $0.exercise == name) }
            return own.isEmpty ? nil : own.reduce(0) { $0 + $1.durationSeconds }
        }
        func total(_ name: String? = nil) -> String {
            let own = holds.filter { name == nil || $0.exercise == name }
            return own.isEmpty ? Self.nothing.text : Wording.seconds(own.reduce(0) { $0 + $1.durationSeconds })
        }
        func cell(_ side: Side, _ name: String) -> Cell {
            if let seconds = seconds(side, name) { return Cell(text: Wording.seconds(seconds), isReason: false) }
            let item = items.first { $0.exercise == name && $0.side == side }
            return item.map { Cell(text: Wording.verdict($0.verdict), isReason: true) } ?? Self.nothing
        }
        func sum(_ side: Side) -> Cell {
            seconds(side).map { Cell(text: Wording.seconds($0), isReason: false) } ?? Self.nothing
        }
        rows = names.map { name in
            Row(
                name: Wording.title(name), left: cell(.left, name), right: cell(.right, name),
                unknown: seconds(nil, name).map(Wording.seconds) ?? Self.nothing.text, total: total(name))
        }
        self.total = Row(
            name: "Together", left: sum(.left), right: sum(.right),
            unknown: seconds(nil).map(Wording.seconds) ?? Self.nothing.text, total: total())
        hasUnknown = seconds(nil) != nil
    }
}
