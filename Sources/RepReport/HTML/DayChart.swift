import Motion
import SessionModel

/// Amounts by day or week as columns, in a box 400 wide and 150 high; several series stand side by side.
struct DayChart {
    /// Most columns that stay legible.
    static let mostColumns = 12

    struct Series {
        /// `left`, `right`, `unknown` or `all`: names the style.
        let name: String
        let values: [Double?]
    }

    struct Bar {
        let x, y, width, height: String
        let kind: String
        let hint: String
    }

    struct Caption {
        let x, text: String
    }

    struct Value {
        let x, y, text: String
    }

    static let left = 34.0
    static let right = 396.0
    static let top = 18.0
    static let bottom = 124.0

    let dayChartTitle, dayChartSummary: String
    let bars: [Bar]
    let values: [Value]
    let captions: [Caption]
    let yTicks: [RepChart.Tick]
    let hasLegs, hasUnknown: Bool

    /// - Parameter top: upper end of the axis.
    init(title: String, unit: String, top: Double, columns: [String], series: [Series]) {
        let slot = (Self.right - Self.left) / Double(max(1, columns.count))
        let width = min(22, slot * 0.7 / Double(max(1, series.count)))
        func y(_ value: Double) -> Double { Self.bottom - min(1, max(0, value / top)) * (Self.bottom - Self.top) }
        let text = TimelineDrawing.number
        let amount = { (value: Double) in (Wording.fixed(value, decimals: 0) ?? "?") + unit }
        let count = series.count
        var bars: [Bar] = []
        var values: [Value] = []
        for (column, name) in columns.enumerated() {
            let centre = Self.left + (Double(column) + 0.5) * slot
            for (place, series) in series.enumerated() {
                guard series.values.indices.contains(column), let value = series.values[column] else { continue }
                let x = centre + (Double(place) - Double(count) / 2) * width
                bars.append(
                    Bar(
                        x: text(x), y: text(y(value)), width: text(width - 2), height: text(Self.bottom - y(value)),
                        kind: series.name, hint: "\(name)\(series.name == "all" ? "" : ", \(series.name)"): \(amount(value))"))
                values.append(Value(x: text(x + width / 2 - 1), y: text(y(value) - 4), text: Wording.fixed(value, decimals: 0) ?? ""))
            }
        }
        (self.bars, self.values) = (bars, values)
        captions = columns.enumerated().map { Caption(x: text(Self.left + (Double($0) + 0.5) * slot), text: $1) }
        yTicks = [0, top / 2, top].map { RepChart.Tick(position: text(y($0)), text: Wording.fixed($0, decimals: 0) ?? "") }
        dayChartTitle = title
        dayChartSummary = bars.map(\.hint).joined(separator: "; ")
        hasLegs = series.contains { $0.name != "all" }
        hasUnknown = series.contains { $0.name == "unknown" }
    }
}

extension DayChart {
    /// Seconds stretched on each day of a week, by leg; `nil` where there are none.
    init?(stretchesOf week: Week) {
        func seconds(_ side: Side?) -> [Double?] {
            week.days.map { day in
                let own = zip(week.items, day.items).filter { $0.0.side == side && $0.1.stretchSeconds > 0 }
                return own.isEmpty ? nil : own.reduce(0) { $0 + $1.1.stretchSeconds }
            }
        }
        let series = [
            Series(name: "left", values: seconds(.left)), Series(name: "right", values: seconds(.right)),
            Series(name: "unknown", values: seconds(nil)),
        ].filter { $0.name != "unknown" || $0.values.contains { $0 != nil } }
        guard let highest = series.flatMap(\.values).compactMap(\.self).max(), highest.isFinite else { return nil }
        self.init(
            title: "Seconds stretched on each day, by leg", unit: " s", top: max(30, (highest / 30).rounded(.up) * 30),
            columns: week.days.map { "\(WeekView.weekdays[$0.date.weekday]) \($0.date.civil.day)" }, series: series)
    }
}
