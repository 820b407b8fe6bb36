/// How the stamps of a time column are written.
enum TimeNotation: Sendable, Equatable {
    /// A number in some unit, from some zero.
    case number
    /// A date with a time of day.
    case dateTime
    /// `18:36:24.895`: starts again at midnight.
    case timeOfDay
    /// `36:24.8`: starts again every hour.
    case minuteAndSecond
    /// `47528.16000`: seconds of the day, and milliseconds without leading zeros.
    case unpaddedMilliseconds

    /// Seconds after which the stamps start again from zero.
    var wrapSeconds: Double? {
        switch self {
        case .number, .dateTime: nil
        case .timeOfDay: 86_400
        case .minuteAndSecond: 3600
        case .unpaddedMilliseconds: nil
        }
    }

    /// Seconds that a stamp in this notation stands for: since 1970 for dates, since midnight or the full hour for times of day.
    func seconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        switch self {
        case .number: Decimal.parse(String(decoding: bytes, as: UTF8.self))
        case .dateTime: CivilTime.epochSeconds(bytes)
        case .timeOfDay, .minuteAndSecond: Self.clock(bytes).flatMap { $0.notation == self ? $0.seconds : nil }
        case .unpaddedMilliseconds: Self.unpadded(bytes)
        }
    }

    /// What a cell that is no plain number says of time.
    static func text(_ cell: String) -> (seconds: Double, notation: TimeNotation)? {
        var cell = cell
        return cell.withUTF8 { bytes in
            CivilTime.epochSeconds(bytes).map { ($0, .dateTime) } ?? clock(bytes)
        }
    }

    private static func clock(_ bytes: UnsafeBufferPointer<UInt8>) -> (seconds: Double, notation: TimeNotation)? {
        let text = String(decoding: bytes, as: UTF8.self).trimmed()
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let last = parts.last, last.first?.isNumber == true,
            parts.dropLast().allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let seconds = Decimal.parse(last), (0..<61).contains(seconds)
        else { return nil }
        let leading = parts.dropLast().reduce(0.0) { $0 * 60 + (Double($1) ?? 0) }
        return (leading * 60 + seconds, parts.count == 3 ? .timeOfDay : .minuteAndSecond)
    }

    private static func unpadded(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        let text = String(decoding: bytes, as: UTF8.self).trimmed()
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Decimal.parse($0) }) else { return nil }
        guard parts.count == 2 else { return parts.count == 1 ? whole : nil }
        // `%d.%d000`: the milliseconds as they are, and three zeros that say nothing.
        guard parts[1].utf8.count > 3, parts[1].hasSuffix("000"), let milliseconds = Decimal.parse(parts[1].dropLast(3)), milliseconds < 1000
        else { return Decimal.parse(text) }
        return whole + milliseconds / 1000
    }
}
