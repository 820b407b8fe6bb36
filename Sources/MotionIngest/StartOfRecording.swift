extension StartSource {
    /// Seconds since 1970 that the head of a file gives as its beginning; `nil` where it is silent, cannot be read, or leaves it to
    /// another file.
    func epochSeconds(in head: TableHead, names: [ColumnName]) -> Double? {
        switch self {
        case .column(let name):
            guard let column = ColumnMatch.column(named: name, in: names) else { return nil }
            return head.rows.lazy.compactMap { column < $0.count ? TableHead.dateTime($0[column]) : nil }.first
        case .after(let text):
            return Self.rest(of: head.preamble, after: text).flatMap(TableHead.dateTime)
        case .timeTable:
            return nil
        case .line(let line):
            return Self.firstNumber(in: head.preamble, line: line)
        case .dateAndTime(let date, let time, let format):
            guard let day = Self.rest(of: head.preamble, after: date), let clock = Self.rest(of: head.preamble, after: time),
                let seconds = TimeNotation.text(clock)?.seconds,
                let days = Self.days(day, order: Self.rest(of: head.preamble, after: format) ?? "M")
            else { return nil }
            return Double(days) * 86_400 + seconds
        }
    }

    /// What follows `text` in the first line that holds it, without the delimiters around it.
    private static func rest(of lines: [String], after text: String) -> String? {
        for line in lines {
            guard let found = line.firstRange(of: text) else { continue }
            let isFiller: (Character) -> Bool = { $0.isWhitespace || ",;\"|".contains($0) }
            let rest = line[found.upperBound...].drop(while: isFiller)
            return rest.lastIndex { !isFiller($0) }.map { String(rest[...$0]) }
        }
        return nil
    }

    static func firstNumber(in lines: [String], line: Int) -> Double? {
        guard lines.indices.contains(line - 1) else { return nil }
        return lines[line - 1].split { ",;\t ".contains($0) }.first.flatMap { Decimal.parse($0) }
    }

    /// - Parameter order: a date pattern such as `M/d/yyyy`, of which the first letter counts.
    private static func days(_ date: String, order: String) -> Int? {
        let numbers = date.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        let (year, month, day) =
            switch order.first {
            case "y": (numbers[0], numbers[1], numbers[2])
            case "d": (numbers[2], numbers[1], numbers[0])
            default: (numbers[2], numbers[0], numbers[1])
            }
        guard (1970...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return CivilTime.daysSince1970(year: year, month: month, day: day)
    }
}

extension RateSource {
    /// Rate in Hz that the lines before the rows state; `nil` where it is none that a sensor could have.
    func hertz(in preamble: [String]) -> Double? {
        let stated: Double? =
            switch self {
            case .line(let line): StartSource.firstNumber(in: preamble, line: line)
            case .between(let before, let after): Self.number(in: preamble, before, after)
            }
        return stated.flatMap { (0.1...10_000).contains($0) ? $0 : nil }
    }

    private static func number(in lines: [String], _ before: String, _ after: String) -> Double? {
        for line in lines {
            guard let start = line.firstRange(of: before), let end = line[start.upperBound...].firstRange(of: after) else { continue }
            if let number = Decimal.parse(line[start.upperBound..<end.lowerBound]) { return number }
        }
        return nil
    }
}
