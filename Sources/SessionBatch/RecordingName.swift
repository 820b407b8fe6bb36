import Motion
import SessionModel

/// What the names of files and folders tell of a recording: when it was made, and where the sensor was worn.
///
/// A name is asked only about what nothing better tells. Where one name says two different things, it says nothing.
public enum RecordingName {
    /// A day, and the minute of the day where the name goes on to tell it.
    public struct Moment: Sendable, Equatable {
        public var day: CalendarDay
        /// 0...1439; `nil` when only the day is told.
        public var minuteOfDay: Int?

        public init(day: CalendarDay, minuteOfDay: Int? = nil) {
            self.day = day
            self.minuteOfDay = minuteOfDay
        }
    }

    /// The moment in the last part of a path that names exactly one day: `2026-11-20`, `20261120`, `2026_11_20`,
    /// `20.11.2026`, in the years 2000 to 2099, possibly followed by a time, as in `20261120_1830` or `2026-11-20T18.30.15`.
    public static func moment(in path: String) -> Moment? {
        for part in path.split(separator: "/").reversed() {
            let moments = moments(inPart: part)
            if let first = moments.first, moments.allSatisfy({ $0.day == first.day }) { return first }
        }
        return nil
    }

    /// The place in the last part of a path that names exactly one: a placement as a word of its own, `thigh`,
    /// `upper-arm`, and the side where `left` or `right` stands next to it, as in `anna-thigh-right` or `left shank`.
    public static func place(in path: String) -> (placement: Placement, side: Side?)? {
        for part in path.split(separator: "/").reversed() {
            let words = part.lowercased().replacing("upper-arm", with: "upperarm").replacing("upper_arm", with: "upperarm")
                .split { !$0.isLetter }
            let named = words.indices.filter { placements[String(words[$0])] != nil }
            guard let at = named.first, let placement = placements[String(words[at])] else { continue }
            guard named.allSatisfy({ words[$0] == words[at] }) else { return nil }
            let sides = Set(
                named.flatMap { [$0 - 1, $0 + 1] }.filter(words.indices.contains).compactMap { Side(rawValue: String(words[$0])) })
            return (placement, sides.count == 1 ? sides.first : nil)
        }
        return nil
    }

    /// "leg" is left out: it stands in names of exercises.
    private static let placements: [String: Placement] = Dictionary(
        uniqueKeysWithValues: Placement.allCases.filter { $0 != .leg }.map { ($0.rawValue.replacing("-", with: ""), $0) })

    // MARK: Dates

    /// Digits in a row, and the text between them and the next.
    private struct Run {
        var digits: Substring
        var after: Substring

        var value: Int { Int(digits) ?? 0 }
    }

    private static func moments(inPart part: Substring) -> [Moment] {
        var runs: [Run] = []
        var rest = part.drop { !isDigit($0) }
        while !rest.isEmpty {
            let digits = rest.prefix(while: isDigit)
            let after = rest[digits.endIndex...].prefix { !isDigit($0) }
            runs.append(Run(digits: digits, after: after))
            rest = rest[after.endIndex...]
        }
        return runs.indices.compactMap { moment(runs[$0...]) }
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// The moment that begins with the first of these runs.
    private static func moment(_ runs: ArraySlice<Run>) -> Moment? {
        guard let first = runs.first else { return nil }
        switch first.digits.count {
        case 8: return moment(day(first.digits), runs.first?.after, then: runs.dropFirst())
        case 12, 14: return moment(day(first.digits.prefix(8)), "", then: [Run(digits: first.digits.dropFirst(8), after: "")])
        case 4, 2:
            let parts = runs.prefix(3).map { $0 }
            guard parts.count == 3, parts[0].after == parts[1].after else { return nil }
            let lengths = parts.map(\.digits.count)
            let isYearFirst = lengths == [4, 2, 2] && ["-", "_", "."].contains(parts[0].after)
            guard isYearFirst || (lengths == [2, 2, 4] && parts[0].after == ".") else { return nil }
            let ordered = isYearFirst ? parts : parts.reversed()
            let day = year(ordered[0].value).flatMap { CalendarDay(year: $0, month: ordered[1].value, day: ordered[2].value) }
            return moment(day, parts[2].after, then: runs.dropFirst(3))
        default: return nil
        }
    }

    private static func day(_ digits: Substring) -> CalendarDay? {
        guard let number = Int(digits), let year = year(number / 10_000) else { return nil }
        return CalendarDay(year: year, month: number / 100 % 100, day: number % 100)
    }

    private static func year(_ number: Int) -> Int? { (2000...2099).contains(number) ? number : nil }

    private static func moment(_ day: CalendarDay?, _ between: Substring?, then runs: ArraySlice<Run>) -> Moment? {
        day.map { Moment(day: $0, minuteOfDay: ["", "_", "-", " ", "T", "t", "."].contains(between ?? "") ? minuteOfDay(runs) : nil) }
    }

    /// `1830`, `183015`, `18.30`, `18-30-15`, `18h30`.
    private static func minuteOfDay(_ runs: ArraySlice<Run>) -> Int? {
        guard let first = runs.first else { return nil }
        let (hour, minute): (Int, Int)
        switch first.digits.count {
        case 4: (hour, minute) = (first.value / 100, first.value % 100)
        case 6: (hour, minute) = (first.value / 10_000, first.value / 100 % 100)
        case 2:
            guard let second = runs.dropFirst().first, second.digits.count == 2,
                ["-", ".", ":", "_", "h"].contains(first.after)
            else { return nil }
            (hour, minute) = (first.value, second.value)
        default: return nil
        }
        return hour < 24 && minute < 60 ? hour * 60 + minute : nil
    }
}
