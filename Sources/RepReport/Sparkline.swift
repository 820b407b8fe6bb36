/// Numbers as a word-sized drawing in block characters (Tufte, Beautiful Evidence, 2006).
enum Sparkline {
    /// Most characters of a line.
    static let widest = 40
    private static let columns = Array("\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")
    private static let eighths = Array("\u{258F}\u{258E}\u{258D}\u{258C}\u{258B}\u{258A}\u{2589}")

    /// One column a value, as high as its share of the greatest; neighbours share one where there are too many. A space where
    /// a value is absent.
    static func columns(_ values: [Double?]) -> String {
        let each = max(1, (values.count + widest - 1) / widest)
        let means = stride(from: 0, to: values.count, by: each).map { start -> Double? in
            let known = values[start..<min(values.count, start + each)].compactMap(\.self).filter(\.isFinite)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
        guard let greatest = means.compactMap(\.self).max(), greatest > 0 else { return "" }
        return String(
            means.map { mean in
                mean.map { columns[Int((max(0, $0) / greatest * Double(columns.count - 1)).rounded())] } ?? " "
            })
    }

    /// A bar of `cells` characters at a share of 1, an eighth of a character exact.
    static func bar(_ share: Double, cells: Int) -> String {
        guard share.isFinite, share > 0 else { return "" }
        let steps = Int((min(1, share) * Double(cells * 8)).rounded())
        let rest = steps % 8
        return String(repeating: "\u{2588}", count: steps / 8) + (rest > 0 ? String(eighths[rest - 1]) : "")
    }
}
