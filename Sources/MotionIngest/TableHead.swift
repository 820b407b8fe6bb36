/// The first lines of a file, understood as a table: delimiter, decimal mark, preamble, column names, and the first rows.
struct TableHead {
    var delimiter: UInt8
    /// `.` or `,`.
    var decimalMark: UInt8
    /// Lines before the column names, as text.
    var preamble: [String]
    /// Column names, or `nil` for a table without any.
    var names: [ColumnName]?
    /// Line the names stand on (1-based).
    var namesLine: Int?
    /// Offset of the first data row in the head's bytes, and its line (1-based).
    var dataOffset: Int
    var dataLine: Int
    /// Rows after the names, as text, short ones included.
    var rows: [[String]]
    /// Whether any row has numbers in it.
    var hasNumbers: Bool
    /// Whether the rows begin with the start of the recording and the sampling rate, both repeated in every column (Empatica);
    /// those two rows are then the preamble.
    var startsWithRate = false

    static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]

    private struct Line {
        var start: Int
        var fields: [String]
        var number: Int
    }

    /// - Parameters:
    ///   - bytes: the file's first bytes.
    ///   - isWhole: whether the file ends with them; otherwise a cut last line is left out.
    /// - Throws: `IngestError` for binary content.
    init(_ bytes: UnsafeRawBufferPointer, isWhole: Bool, file: String) throws(IngestError) {
        try Self.refuseBinary(bytes, file: file)
        var lineRanges = Self.lines(bytes)
        if !isWhole, lineRanges.count > 1 { lineRanges.removeLast() }

        // `sep=;` is an instruction to spreadsheets, not a row. Quotes and trailing delimiters around it come from re-saving.
        var first = 0
        var told: UInt8?
        if let line = lineRanges.first {
            let text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[line]), as: UTF8.self)
            let bare = text.filter { $0 != "\"" && $0 != "\u{FEFF}" }.trimmed().lowercased()
            if bare.hasPrefix("sep="), let sign = text.split(separator: "=").dropFirst().first?.utf8.first, sign > 32 || sign == 9 { told = sign }
            if bare.hasPrefix("sep=") || (!bare.isEmpty && bare.allSatisfy { $0 == "," || $0 == ";" }) { first = 1 }
        }
        let body = lineRanges[first...]
        delimiter = Self.sniffDelimiter(bytes, body, told: told)

        // Next to a delimiter that is no comma, `0,125` may be a number. Which mark it is shows once the rows are known.
        let marks = delimiter == UInt8(ascii: ",") ? [UInt8(ascii: ".")] : [UInt8(ascii: "."), UInt8(ascii: ",")]
        var parsed: [Line] = []
        parsed.reserveCapacity(body.count)
        for (index, range) in zip(body.indices, body) {
            var start = range.lowerBound
            if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
            let line = UnsafeRawBufferPointer(rebasing: bytes[start..<range.upperBound])
            parsed.append(Line(start: start, fields: CSVTokenizer.fields(of: line, delimiter: delimiter), number: index + 1))
        }

        var dataIndex = parsed.firstIndex { line in marks.contains { Self.looksLikeData(line.fields, mark: $0) } }
        hasNumbers = dataIndex != nil
        let header = Self.header(in: parsed, before: dataIndex)
        if header == nil, let first = dataIndex, Self.startAndRate(parsed[first...]) {
            startsWithRate = true
            dataIndex = first + 2
        }
        names = header.map { Self.columnNames(of: parsed[$0]) }
        namesLine = header.map { parsed[$0.lowerBound].number }
        let separator = String(UnicodeScalar(delimiter))
        preamble = parsed[..<(header?.lowerBound ?? dataIndex ?? parsed.count)].map { $0.fields.joined(separator: separator) }
        let firstRow = header?.upperBound ?? dataIndex ?? parsed.count
        rows = parsed[firstRow...].map(\.fields)
        dataOffset = firstRow < parsed.count ? parsed[firstRow].start : bytes.count
        dataLine = firstRow < parsed.count ? parsed[firstRow].number : parsed.count + first + 1
        decimalMark = Self.sniffDecimalMark(rows, delimiter: delimiter)
    }

    private static func lines(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        // Files of an old Mac end lines with a lone carriage return.
        let newline: UInt8 = bytes.contains(10) ? 10 : 13
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            ranges.append(start..<end)
            start = end + 1
        }
        return ranges
    }

    private static func refuseBinary(_ bytes: UnsafeRawBufferPointer, file: String) throws(IngestError) {
        let controls = bytes.count { $0 < 9 || ($0 > 13 && $0 < 32 && $0 != 27) }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw IngestError(
                file: file, message: "this is a zip archive, not a CSV file", remedy: "Unpack it and name the folder it gives")
        }
        if controls * 100 > bytes.count {
            throw IngestError(
                file: file, message: "this is a binary file, not CSV text",
                remedy: "Export the recording as CSV from the app or the device's own software")
        }
    }

    /// The delimiter that splits most lines into the same number of fields, at least three where possible. One that a `sep=` line
    /// tells of is looked at too, but not believed: spreadsheets save the line and change the delimiter.
    private static func sniffDelimiter(_ bytes: UnsafeRawBufferPointer, _ lines: ArraySlice<Range<Int>>, told: UInt8?) -> UInt8 {
        // Remarks before the table may be many, so the last lines are looked at where the first ones show nothing.
        for lines in [lines.prefix(200), lines.suffix(200)] {
            if let found = delimiter(told: told, bytes, lines) { return found }
        }
        // Spaces stand inside names and dates, so they come last.
        return score(32, bytes, lines.suffix(200)) < 1000 ? delimiters[0] : 32
    }

    private static func delimiter(told: UInt8?, _ bytes: UnsafeRawBufferPointer, _ lines: ArraySlice<Range<Int>>) -> UInt8? {
        var best: (score: Int, delimiter: UInt8?) = (0, nil)
        let others = told.map { delimiters.contains($0) || $0 == UInt8(ascii: "\"") ? [] : [$0] } ?? []
        for delimiter in delimiters + others {
            let score = score(delimiter, bytes, lines)
            if score > best.score { best = (score, delimiter) }
        }
        return best.delimiter
    }

    private static func score(_ delimiter: UInt8, _ bytes: UnsafeRawBufferPointer, _ lines: ArraySlice<Range<Int>>) -> Int {
        var histogram: [Int: Int] = [:]
        for range in lines {
            var count = 0
            var quoted = false
            for byte in bytes[range] {
                if byte == UInt8(ascii: "\"") { quoted.toggle() }
                if byte == delimiter, !quoted { count += 1 }
            }
            histogram[count, default: 0] += 1
        }
        // A decimal comma also occurs equally often in every line, so at equal support the rarer sign (`;`, TAB, `|`) wins.
        let support = histogram.filter { $0.key >= 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return support.map { $0.value * 2 + (delimiter == UInt8(ascii: ",") ? 0 : 1) + ($0.key >= 2 ? 1000 : 0) } ?? 0
    }

    private static func sniffDecimalMark(_ rows: [[String]], delimiter: UInt8) -> UInt8 {
        guard delimiter != UInt8(ascii: ",") else { return UInt8(ascii: ".") }
        let comma = UInt8(ascii: ",")
        var commas = 0
        var points = 0
        for row in rows.prefix(100) {
            for field in row where Decimal.parse(field, mark: comma) != nil {
                if field.contains(",") { commas += 1 }
                if field.contains(".") { points += 1 }
            }
        }
        return commas > points ? comma : UInt8(ascii: ".")
    }

    /// Cells that stand for a missing number.
    static func isMissing(_ field: String) -> Bool {
        ["nan", "null", "na", "n/a", "none", "nil", "inf", "-inf", "-nan", "+inf"].contains(field.trimmed().lowercased())
    }

    static func isValue(_ field: String, mark: UInt8) -> Bool {
        Decimal.parse(field, mark: mark) != nil || TimeNotation.text(field) != nil
    }

    static func dateTime(_ field: String) -> Double? {
        var field = field
        return field.withUTF8 { CivilTime.epochSeconds($0) }
    }

    /// Two rows that repeat one number each: seconds since 1970, and Hz.
    private static func startAndRate(_ lines: ArraySlice<Line>) -> Bool {
        guard lines.count > 2 else { return false }
        let numbers = lines.prefix(2).map { line in line.fields.map { Decimal.parse($0) } }
        guard let start = numbers[0].first ?? nil, let rate = numbers[1].first ?? nil, start > 1e9, (1...1000).contains(rate) else { return false }
        return numbers.allSatisfy { $0.count == 3 } && numbers[0].allSatisfy { $0 == start } && numbers[1].allSatisfy { $0 == rate }
    }

    private static func looksLikeData(_ fields: [String], mark: UInt8) -> Bool {
        let filled = fields.filter { !$0.trimmed().isEmpty }
        let values = filled.count { isValue($0, mark: mark) || isMissing($0) }
        return values >= 2 && values * 2 >= filled.count && (values >= 3 || fields.count <= 3)
    }

    /// The lines that name the columns: the run of text rows as wide as the data right before it. Blank lines may lie between.
    private static func header(in lines: [Line], before dataIndex: Int?) -> Range<Int>? {
        func isText(_ line: Line) -> Bool {
            line.fields.count { !$0.trimmed().isEmpty } >= 2
                && line.fields.count { ColumnName($0).base.contains(where: \.isLetter) } >= 2
        }
        guard let dataIndex else {
            // No numbers anywhere: the widest text row may still say what the columns would have been.
            guard let widest = lines.indices.filter({ isText(lines[$0]) }).max(by: { lines[$0].fields.count < lines[$1].fields.count })
            else { return nil }
            return widest..<(widest + 1)
        }
        var index = dataIndex - 1
        // Rows with a time and nothing else, as some loggers write first, belong to the data.
        while index >= 0, !isText(lines[index]) { index -= 1 }
        guard index >= 0 else { return nil }
        let last = index
        let width = lines[last].fields.count
        guard width + 1 >= lines[dataIndex].fields.count || width >= 3 else { return nil }
        while index > 0, isText(lines[index - 1]), lines[index - 1].fields.count == width, last - index < 3 { index -= 1 }
        return index..<(last + 1)
    }

    /// Several header rows give one name: `Gyroscope X` over `CAL` over `deg/sec` is `Gyroscope X CAL (deg/sec)`. A row that
    /// says the same in every column (a device name) is left out.
    private static func columnNames(of lines: ArraySlice<Line>) -> [ColumnName] {
        guard lines.count > 1 else { return lines[lines.startIndex].fields.map(ColumnName.init) }
        var telling = lines.filter { line in Set(line.fields).count > 1 }.map(\.fields)
        let units = telling.last.map { row in row.count { HeaderUnit(spelling: $0) != nil } >= 3 } ?? false ? telling.removeLast() : nil
        let width = telling.map(\.count).max() ?? 0
        return (0..<width).map { column in
            let name = telling.compactMap { column < $0.count ? $0[column] : nil }.joined(separator: " ")
            guard let units, column < units.count, HeaderUnit(spelling: units[column]) != nil else { return ColumnName(name) }
            return ColumnName("\(name) (\(units[column]))")
        }
    }
}
