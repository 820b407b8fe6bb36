import SessionModel

/// The holds of one stretch as bars over a scale of seconds, with what is prescribed.
struct HoldsView {
    struct Row {
        let number: Int
        let anchor: String
        let side: String?
        let span: String
        let seconds: String
        /// Thousandths of the scale.
        let width: String
    }

    let rows: [Row]
    let hasSides: Bool
    /// Prescribed seconds, and where they lie on the scale; `nil` where nothing is prescribed.
    let target: Target?
    /// Seconds at the right end of the scale.
    let scale: String

    struct Target {
        let x, width, text: String
    }

    /// `nil` without holds.
    init?(_ holds: [MarkedSession.Marked<HoldResult>], prefix: String) {
        guard !holds.isEmpty else { return nil }
        let prescribed = holds.lazy.compactMap { $0.prescribed?.holdSeconds }.first
        let longest = max(holds.map(\.result.durationSeconds).max() ?? 0, prescribed?.upperBound ?? 0, 1)
        let top = [10, 20, 30, 40, 60, 90, 120, 180, 300].first { $0 >= longest } ?? longest
        func x(_ seconds: Double) -> Double { min(1000, seconds / top * 1000) }
        rows = holds.map { hold in
            Row(
                number: hold.number, anchor: "\(prefix)\(hold.number)", side: hold.result.side?.rawValue,
                span: Wording.span(hold.result.startSeconds, hold.result.endSeconds),
                seconds: Wording.seconds(hold.result.durationSeconds),
                width: TimelineDrawing.number(x(hold.result.durationSeconds)))
        }
        hasSides = rows.contains { $0.side != nil }
        target = prescribed.map {
            Target(
                x: TimelineDrawing.number(x($0.lowerBound)),
                width: TimelineDrawing.number(x($0.upperBound) - x($0.lowerBound)), text: Wording.seconds($0))
        }
        scale = Wording.fixed(top, decimals: 0).map { "\($0) s" } ?? ""
    }
}
