import Motion
import SessionModel

/// Left against right, figure by figure.
struct SideComparison {
    struct Row {
        let figure, left, right: String
        /// Right less left, in percent of their mean; `nil` where that says nothing.
        let difference: String?
    }

    let rows: [Row]

    /// Whether angles are left out because the sensor sits on one of the legs: of the other it sees something else.
    let isFromOneLeg: Bool

    /// `nil` unless both legs were seen.
    init?(sets: [SetResult], holds: [HoldResult], placement: Placement?, tellsHolds: Bool) {
        func reps(_ side: Side) -> [RepResult] {
            sets.flatMap { set -> [RepResult] in
                switch set.side {
                case .alternating: set.detail.filter { $0.side == side }
                case .left: side == .left ? set.detail : []
                case .right: side == .right ? set.detail : []
                case nil: []
                }
            }
        }
        func held(_ side: Side) -> [Double] { holds.filter { $0.side == side }.map(\.durationSeconds) }
        let (left, right) = (SetFigures(reps(.left)), SetFigures(reps(.right)))
        let counts = (reps(.left).count, reps(.right).count)
        isFromOneLeg = placement?.isOnLeg ?? true
        let degrees = { (value: Double) in (Wording.fixed(value, decimals: 0) ?? "?") + "\u{B0}" }
        rows = [
            counts.0 > 0 && counts.1 > 0
                ? Row(figure: "Reps", left: "\(counts.0)", right: "\(counts.1)", difference: nil) : nil,
            Self.row("Tempo", left.tempoSeconds, right.tempoSeconds, Wording.seconds),
            isFromOneLeg ? nil : Self.row("Range of motion", left.rangeOfMotionDegrees, right.rangeOfMotionDegrees, degrees),
            !tellsHolds ? nil : Self.row("Held at the turn", left.holdSeconds, right.holdSeconds, Wording.seconds),
            Self.row("Longest hold", held(.left).max(), held(.right).max(), Wording.seconds),
        ].compactMap(\.self)
        if rows.isEmpty { return nil }
    }

    private static func row(_ figure: String, _ left: Double?, _ right: Double?, _ text: (Double) -> String) -> Row? {
        guard let left, let right else { return nil }
        let mean = (left + right) / 2
        return Row(
            figure: figure, left: text(left), right: text(right),
            difference: mean > 0 ? Wording.change((right - left) / mean) : nil)
    }
}
