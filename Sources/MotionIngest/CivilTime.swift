/// Dates and times as exports write them, to and from seconds since 1970. The proleptic Gregorian calendar, no leap seconds.
enum CivilTime {
    /// Seconds since 1970 for `2019-12-23 21:04:06.690`, `2019-12-23T21:04:06,69+02:00`, `2018/11/08 11:41:07`,
    /// `2022-10-22 18:36:24:895`, `2021-08-20_20:21:13_829 GMT+8` and the like. The fraction may be missing; without a zone the time is taken as UTC.
    /// `nil` when the bytes are something else, or name a day or an hour that does not exist.
    static func epochSeconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var at = 0
        let count = bytes.count
        while at < count, bytes[at] == UInt8(ascii: " ") { at += 1 }

        func number(_ digits: ClosedRange<Int>) -> Int? {
            var value = 0
            var seen = 0
            while at < count, seen < digits.upperBound, case let digit = bytes[at] &- 48, digit <= 9 {
                value = value * 10 + Int(digit)
                seen += 1
                at += 1
            }
            return digits.contains(seen) ? value : nil
        }
        func skip(_ accepted: StaticString) -> Bool {
            guard at < count else { return false }
            let byte = bytes[at]
            let found = accepted.withUTF8Buffer { $0.contains(byte) }
            if found { at += 1 }
            return found
        }

        guard let year = number(4...4), skip("-/."), let month = number(1...2), skip("-/."), let day = number(1...2),
            skip("T _"), let hour = number(1...2), skip(":-"), let minute = number(1...2), skip(":-"),
            let second = number(1...2), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        var fraction = 0.0
        if at < count, bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: "_") {
            // After a colon stands a number of milliseconds, often without leading zeros.
            at += 1
            guard let milliseconds = number(1...3) else { return nil }
            fraction = Double(milliseconds) / 1000
        } else if skip(".,") {
            var weight = 0.1
            let first = at
            while at < count, case let digit = bytes[at] &- 48, digit <= 9 {
                fraction += Double(digit) * weight
                weight /= 10
                at += 1
            }
            if at == first { return nil }
        }
        var zoneSeconds = 0
        while skip(" ") {}
        if skip("GU") { guard skip("MT"), skip("TC") else { return nil } }
        if skip("Zz") {
        } else if at < count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
            let sign = bytes[at] == UInt8(ascii: "+") ? 1 : -1
            at += 1
            guard let zoneHour = number(1...2) else { return nil }
            _ = skip(":")
            let zoneMinute = number(2...2) ?? 0
            zoneSeconds = sign * (zoneHour * 3600 + zoneMinute * 60)
        }
        guard at == count else { return nil }
        let days = daysSince1970(year: year, month: month, day: day)
        let whole = days * 86400 + hour * 3600 + minute * 60 + second - zoneSeconds
        // Rounded to the microsecond, the finest any export writes: sums of tenths must not shift a stamp by a bit.
        return Double(whole) + (fraction * 1e6).rounded() / 1e6
    }

    /// `2019-01-15T20:04:09.161Z`, or `nil` outside the years 1 to 9999.
    static func iso8601(epochSeconds: Double) -> String? {
        guard epochSeconds.isFinite, epochSeconds > -62_135_596_800, epochSeconds < 253_402_300_799 else { return nil }
        let milliseconds = Int((epochSeconds * 1000).rounded())
        let day = milliseconds.flooredQuotient(86_400_000)
        let inDay = milliseconds - day * 86_400_000
        let (year, month, dayOfMonth) = civil(daysSince1970: day)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))T\(padded(inDay / 3_600_000, 2)):"
            + "\(padded(inDay / 60_000 % 60, 2)):\(padded(inDay / 1000 % 60, 2)).\(padded(inDay % 1000, 3))Z"
    }

    /// Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }
}

extension Int {
    fileprivate func flooredQuotient(_ divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
