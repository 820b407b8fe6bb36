/// Rows in aligned columns. Columns without any content are left out; so are trailing spaces.
struct TextTable {
    struct Column {
        var title: String
        var isRightAligned = false
    }

    struct Cell: ExpressibleByStringLiteral {
        var text: String
        var style: TextStyle = .plain

        init(_ text: String?, _ style: TextStyle = .plain) {
            self.text = text ?? ""
            self.style = style
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    var columns: [Column]
    /// One cell for each column.
    var rows: [[Cell]] = []

    func lines(_ options: TextOptions) -> [String] {
        let shown = columns.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
        var widths = shown.map { column in
            max(columns[column].title.count, rows.map { $0[column].text.count }.max() ?? 0)
        }
        // A table too wide gives way in its widest column; the other words stay whole.
        let excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - options.width
        if excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
            widths[widest] = max(8, widths[widest] - excess)
        }
        let titles = shown.map { Cell(columns[$0].title, .dim) }
        let body = rows.map { row in line(shown.map { row[$0] }, shown, widths, options) }
        return titles.allSatisfy(\.text.isEmpty) ? body : [line(titles, shown, widths, options)] + body
    }

    private func line(_ cells: [Cell], _ shown: [Int], _ widths: [Int], _ options: TextOptions) -> String {
        var line = ""
        var pending = ""
        for (position, cell) in cells.enumerated() {
            let text = shortened(cell.text, to: widths[position])
            let padding = String(repeating: " ", count: widths[position] - text.count)
            let styled = cell.style.applied(to: text, color: options.color)
            if columns[shown[position]].isRightAligned { pending += padding }
            if !text.isEmpty {
                line += pending + styled
                pending = ""
            }
            if !columns[shown[position]].isRightAligned { pending += padding }
            pending += "  "
        }
        return line
    }
}
