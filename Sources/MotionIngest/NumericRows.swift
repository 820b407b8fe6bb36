/// The numbers of a table's first rows, by column.
struct NumericRows {
    private var cells: [[Double?]]
    private var texts: [[String]]
    private var mark: UInt8

    /// - Parameter columns: those to parse; others stay empty.
    init(_ head: TableHead, columns: Set<Int>) {
        mark = head.decimalMark
        texts = head.rows
        let mark = head.decimalMark
        cells = head.rows.map { row in
            row.indices.map { columns.contains($0) ? Decimal.parse(row[$0], mark: mark) : nil }
        }
    }

    func isEmpty(_ columns: [Int]) -> Bool {
        cells.allSatisfy { row in columns.allSatisfy { $0 >= row.count || row[$0] == nil } }
    }

    /// Rows with a number in every one of `columns`.
    func complete(_ columns: [Int]) -> [Int] {
        cells.indices.filter { row in columns.allSatisfy { $0 < cells[row].count && cells[row][$0] != nil } }
    }

    /// Three columns of a complete row.
    func vector(_ row: Int, _ columns: [Int]) -> SIMD3<Double> {
        SIMD3(cells[row][columns[0]] ?? 0, cells[row][columns[1]] ?? 0, cells[row][columns[2]] ?? 0)
    }

    /// Raw time of a row: a number, a date in seconds since 1970, or a time of day.
    func time(_ row: Int, _ column: Int, _ notation: TimeNotation? = nil) -> (value: Double, notation: TimeNotation)? {
        guard column < texts[row].count else { return nil }
        var cell = texts[row][column]
        if let notation { return cell.withUTF8(notation.seconds).map { ($0, notation) } }
        if let number = Decimal.parse(cell, mark: mark) { return (number, .number) }
        return TimeNotation.text(cell).map { ($0.seconds, $0.notation) }
    }

    /// Seconds of `rows` from the first of them; rows without a time repeat the one before.
    func times(_ column: Int, rows: [Int], _ notation: TimeNotation, unitSeconds: Double) -> [Double] {
        var last = 0.0
        var first: Double?
        return rows.map { row in
            let given = notation == .unpaddedMilliseconds ? notation : nil
            if let time = time(row, column, given), time.notation == notation {
                if first == nil { first = time.value }
                last = (time.value - (first ?? 0)) * unitSeconds
            }
            return last
        }
    }

    /// Whether a column could be time: dates, or numbers that hardly ever fall and mostly rise.
    func looksLikeTime(_ column: Int) -> Bool {
        let values = texts.indices.compactMap { time($0, column) }
        guard values.count >= 2, values.count * 2 > texts.count else { return false }
        if values[0].notation != .number { return true }
        let steps = zip(values.dropFirst(), values).map { $0.value - $1.value }
        let falling = steps.count { $0 < 0 }
        let equal = steps.count { $0 == 0 }
        // A row counter rises by one each time: it is time only if nothing better is there, and then it needs --rate anyway.
        if steps.allSatisfy({ $0 == 1 }), steps.count >= 3 { return false }
        return falling * 20 <= steps.count && values.last!.value > values[0].value && equal * 100 <= steps.count * 98
    }

    /// Whether most rows have a number in a column.
    func isNumeric(_ column: Int) -> Bool {
        cells.count { column < $0.count && $0[column] != nil } * 2 > cells.count
    }

    /// Whether a numeric column could be one axis of a sensor: it neither counts nor stands still at a whole number.
    func isMotion(_ column: Int) -> Bool {
        let values = cells.compactMap { column < $0.count ? $0[column] : nil }
        let steps = zip(values.dropFirst(), values).map { $0 - $1 }
        if steps.count >= 3, steps.allSatisfy({ $0 == 1 }) { return false }
        let isWhole = values.allSatisfy { $0 == $0.rounded() }
        return !(isWhole && steps.count >= 3 && steps.allSatisfy { $0 == 0 })
    }
}
