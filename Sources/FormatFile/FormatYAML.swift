import MotionIngest

extension FormatDescriptor {
    /// The format as a format file has it; `FormatFile` reads it back equal. `nil` for rows without column names that are told by what
    /// their numbers show: nothing in them could be described.
    public var yaml: String? {
        guard bare == nil else { return nil }
        var lines = ["schema: \(FormatFile.schema)", "name: \(name)", "title: \(Self.quoted(title))"]
        if !example.isEmpty { lines.append("example: \(Self.quoted(example))") }
        if !requires.isEmpty { lines.append("requires: \(Self.list(requires))") }
        if let preamble { lines.append("preamble: \(Self.quoted(preamble))") }
        if !columns.isEmpty { lines.append("columns: \(Self.list(columns))") }
        if startsWithRate { lines.append("starts_with_rate: true") }
        if !time.isEmpty { lines += ["time:"] + time.map { "  - " + Self.pairs(Self.keys($0)) } }
        if let start { lines.append("start: " + Self.pairs(Self.keys(start))) }
        if let rate { lines.append("rate: " + Self.pairs(Self.keys(rate))) }
        lines += ["vectors:"] + vectors.map { "  - " + Self.pairs(Self.keys($0)) }
        if !fileNames.isEmpty { lines += ["files:"] + fileNames.map { "  - " + Self.pairs(Self.keys($0)) } }
        if sign != .specificForce { lines.append("sign: \(sign.rawValue)") }
        if let counter { lines.append("counter: \(Self.quoted(counter))") }
        if let device { lines.append("device: \(Self.quoted(device))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private typealias Pair = (key: String, value: String)

    private static func keys(_ time: TimeColumn) -> [Pair] {
        var keys = [Pair("column", quoted(time.name))]
        if let unit = time.unit { keys.append(("unit", unit.rawValue)) }
        if let wrap = time.wrapsAt { keys.append(("wraps_at", short(wrap))) }
        if time.isElapsed { keys.append(("elapsed", "true")) }
        if time.hasUnpaddedMilliseconds { keys.append(("unpadded_milliseconds", "true")) }
        return keys
    }

    private static func keys(_ start: StartSource) -> [Pair] {
        switch start {
        case .column(let name): [("column", quoted(name))]
        case .after(let text): [("after", quoted(text))]
        case .line(let line): [("line", "\(line)")]
        case .timeTable: [("time_table", "true")]
        case .dateAndTime(let date, let time, let format): [("date", quoted(date)), ("time", quoted(time)), ("date_format", quoted(format))]
        }
    }

    private static func keys(_ rate: RateSource) -> [Pair] {
        switch rate {
        case .between(let before, let after): [("between", list([before, after]))]
        case .line(let line): [("line", "\(line)")]
        }
    }

    private static func keys(_ vector: VectorColumns) -> [Pair] {
        var keys: [Pair] = vector.channel.map { [("channel", $0.word)] } ?? []
        keys.append(("columns", list(vector.names)))
        if let unit = vector.unit { keys.append(("unit", unit.spelling)) }
        if vector.counts != 1 { keys.append(("counts", short(vector.counts))) }
        return keys
    }

    private static func keys(_ rule: FileNameRule) -> [Pair] {
        [("contains", quoted(rule.contains)), ("channel", rule.channel.word)] + (rule.unit.map { [("unit", $0.spelling)] } ?? [])
    }

    private static func pairs(_ keys: [Pair]) -> String {
        "{" + keys.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }

    private static func list(_ words: [String]) -> String { "[" + words.map(quoted).joined(separator: ", ") + "]" }

    /// Whole numbers without a decimal point.
    private static func short(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    /// A plain word as it is, anything else in YAML's double quotes.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil
            && !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        guard !isPlain else { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
