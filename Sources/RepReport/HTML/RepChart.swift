import SessionModel

/// One figure of every rep of a set, as marks over their numbers, in a box 320 wide and 132 high.
struct RepChart {
    /// What is drawn of a rep, alike for every set of an exercise, so that left and right can be compared.
    struct Quantity {
        let title: String
        let unit: String
        let decimals: Int
        let value: @Sendable (RepResult) -> Double?
        /// What is prescribed; `nil` where nothing is.
        let target: ClosedRange<Double>?
        /// Upper end of the axis; the lower one is 0.
        let top: Double

        /// `nil` where no rep of any set has it.
        init?(
            _ title: String, unit: String, decimals: Int, of sets: [SetResult], target: ClosedRange<Double>? = nil,
            value: @escaping @Sendable (RepResult) -> Double?
        ) {
            guard let highest = sets.flatMap(\.detail).compactMap(value).max(), highest.isFinite else { return nil }
            (self.title, self.unit, self.decimals, self.value, self.target) = (title, unit, decimals, value, target)
            top = Self.roundedUp(max(highest, target?.upperBound ?? 0))
        }

        func text(_ number: Double) -> String { (Wording.fixed(number, decimals: decimals) ?? "?") + unit }

        private static func roundedUp(_ value: Double) -> Double {
            var scale = 1.0
            while value > 10 * scale { scale *= 10 }
            return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map { $0 * scale }.first { $0 >= value } ?? value
        }
    }

    struct Point {
        let x, y: String
        /// `left`, `right` in alternating sets, otherwise `rep`.
        let kind: String
        let hint: String
    }

    struct Tick {
        let position, text: String
    }

    struct Band {
        let y, height, middle: String
        let text: String
    }

    struct Line {
        let x1, y1, x2, y2: String
    }

    static let left = 40.0
    static let right = 312.0
    static let top = 10.0
    static let bottom = 106.0

    let chartTitle, chartSummary: String
    let points: [Point]
    let yTicks, xTicks: [Tick]
    let band: Band?
    let trend: Line?

    /// `nil` where no rep of the set has the quantity.
    init?(_ quantity: Quantity, of set: MarkedSession.Marked<SetResult>) {
        let reps = set.result.detail
        let values = reps.map(quantity.value)
        let known = values.compactMap(\.self)
        guard let median = known.median, let lowest = known.min(), let highest = known.max() else { return nil }
        func x(_ index: Double) -> Double {
            let slots = Double(max(1, reps.count))
            return Self.left + (index + 0.5) / slots * (Self.right - Self.left)
        }
        func y(_ value: Double) -> Double {
            Self.bottom - min(1, max(0, value / quantity.top)) * (Self.bottom - Self.top)
        }
        func text(_ position: Double) -> String { TimelineDrawing.number(position) }
        chartTitle = quantity.title
        chartSummary =
            "\(set.name): \(Wording.number(known.count, "rep")), middle \(quantity.text(median)), "
            + "from \(quantity.text(lowest)) to \(quantity.text(highest))"
            + (quantity.target.map { ", prescribed \(Wording.seconds($0))" } ?? "")
        points = zip(reps, values).enumerated().compactMap { index, pair in
            guard let value = pair.1 else { return nil }
            return Point(
                x: text(x(Double(index))), y: text(y(value)),
                kind: set.result.side == .alternating ? pair.0.side?.rawValue ?? "rep" : "rep",
                hint: "Rep \(index + 1): \(quantity.text(value))")
        }
        yTicks = [0, quantity.top / 2, quantity.top].map { Tick(position: text(y($0)), text: Self.axis($0)) }
        let step = [1, 5, 10, 20, 50, 100, 200, 500].first { reps.count / $0 <= 16 } ?? 1000
        xTicks = reps.indices.filter { $0 == 0 || ($0 + 1).isMultiple(of: step) }.map {
            Tick(position: text(x(Double($0))), text: "\($0 + 1)")
        }
        band = quantity.target.map { target in
            let (high, low) = (y(target.upperBound), y(target.lowerBound))
            return Band(
                y: text(high), height: text(low - high), middle: text((high + low) / 2 + 4),
                text: Wording.seconds(target))
        }
        trend = SetFigures.slope(known).flatMap { slope in
            guard known.count == reps.count else { return nil }
            // Through the middle: the median of what is left when the slope is taken away.
            let level = known.enumerated().map { $1 - slope * Double($0) }.median ?? median
            let last = Double(reps.count - 1)
            return Line(
                x1: text(x(0)), y1: text(y(level)), x2: text(x(last)), y2: text(y(level + slope * last)))
        }
    }

    private static func axis(_ value: Double) -> String {
        Wording.fixed(value, decimals: value == value.rounded() ? 0 : (value * 10 == (value * 10).rounded() ? 1 : 2)) ?? ""
    }
}
