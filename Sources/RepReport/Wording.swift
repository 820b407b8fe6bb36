import Motion
import SessionModel

/// Numbers and words as people read them, the same in every report.
enum Wording {
    /// A number with a fixed count of decimals and a point, whatever the locale; `nil` where it is no finite number.
    static func fixed(_ number: Double, decimals: Int) -> String? {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (number * Double(scale)).rounded()
        guard let whole = Int(exactly: scaled) else { return nil }
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = whole < 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    /// `24.1 s`
    static func seconds(_ seconds: Double) -> String {
        fixed(seconds, decimals: 1).map { "\($0) s" } ?? ""
    }

    /// `20-30 s`, `2.5 s`
    static func seconds(_ range: ClosedRange<Double>) -> String {
        let bounds = [range.lowerBound, range.upperBound].map { bound in
            fixed(bound, decimals: bound == bound.rounded() ? 0 : 1) ?? ""
        }
        return bounds[0] == bounds[1] ? "\(bounds[0]) s" : "\(bounds[0])-\(bounds[1]) s"
    }

    static func count(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }

    /// Time into the recording: `2:31`, `1:02:31`.
    static func clock(_ seconds: Double) -> String {
        guard let total = Int(exactly: seconds.rounded(.down)) else { return "?" }
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
        let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return hours > 0 ? "\(hours):\(twoDigits(minutes)):\(twoDigits(rest))" : "\(minutes):\(twoDigits(rest))"
    }

    /// Length of time: `16.7 s`, `12 min 31 s`, `3 h 5 min`.
    static func duration(_ seconds: Double) -> String {
        guard seconds >= 60, let total = Int(exactly: seconds.rounded()) else { return Self.seconds(seconds) }
        return total < 3600 ? "\(total / 60) min \(total % 60) s" : "\(total / 3600) h \(total / 60 % 60) min"
    }

    /// `1 rep`, `2 reps`
    static func number(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// `2019-01-15 20:04 UTC` of an ISO 8601 time.
    static func date(_ start: String) -> String {
        guard start.count >= 16 else { return start }
        return "\(start.prefix(10)) \(start.dropFirst(11).prefix(5)) UTC"
    }

    /// `2 March 2026, 18:30 UTC` of an ISO 8601 time.
    static func longDate(_ start: String) -> String {
        guard start.count >= 16, let day = CalendarDay(start.prefix(10)) else { return start }
        return "\(longDate(day)), \(start.dropFirst(11).prefix(5)) UTC"
    }

    /// `2 March 2026`
    static func longDate(_ day: CalendarDay) -> String {
        let (year, month, day) = day.civil
        return "\(day) \(months[month - 1]) \(year)"
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Whether a set or hold has a name of the catalogue.
    static func isRecognised(_ exercise: String) -> Bool { exercise != "unrecognised" }

    /// `Standing hamstring stretch` of a catalogue name.
    static func title(_ exercise: String) -> String {
        let words = isRecognised(exercise) ? exercise.replacing("-", with: " ") : "unrecognised movement"
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `Lunge, left`
    static func name(_ exercise: String, side: SetSide?) -> String {
        title(exercise) + (side.map { ", \($0.rawValue)" } ?? "")
    }

    /// `0:20-0:51`
    static func span(_ start: Double, _ end: Double) -> String { "\(clock(start))-\(clock(end))" }

    /// `94 %` of a share.
    static func percent(_ share: Double) -> String? { fixed(share * 100, decimals: 0).map { "\($0)\u{A0}%" } }

    /// `+12 %`, `-8 %`, `unchanged` of a relative change.
    static func change(_ share: Double) -> String? {
        guard let percent = fixed(abs(share) * 100, decimals: 0) else { return nil }
        return percent == "0" ? "unchanged" : "\(share < 0 ? "\u{2212}" : "+")\(percent)\u{A0}%"
    }

    /// `clamshell left, right, squat`
    static func names(_ items: [(exercise: String, side: Side?)]) -> String {
        items.indices.map { index in
            let (exercise, side) = items[index]
            let isSameExercise = index > 0 && items[index - 1].exercise == exercise
            return side.map { isSameExercise ? $0.rawValue : "\(exercise) \($0.rawValue)" } ?? exercise
        }.joined(separator: ", ")
    }

    /// `last third 21 % smaller, 30 % slower`: what a person would notice themselves; `nil` for a set without such changes.
    static func remark(_ measures: SetMeasures) -> String? {
        func percent(_ share: Double) -> String { fixed(abs(share) * 100, decimals: 0).map { "\($0) %" } ?? "" }
        let size = measures.rangeOfMotionChange.flatMap { $0 <= -noticedChange ? "\(percent($0)) smaller" : nil }
        let pace = measures.durationChange.flatMap {
            abs($0) >= noticedChange ? "\(percent($0)) \($0 > 0 ? "slower" : "quicker")" : nil
        }
        let changes = [size, pace].compactMap(\.self)
        return changes.isEmpty ? nil : "last third \(changes.joined(separator: ", "))"
    }

    /// Loss of a fifth: what velocity-based training ends a set at.
    private static let noticedChange = 0.2

    static func verdict(_ verdict: Verdict) -> String {
        verdict == .notObservable ? "not observable" : verdict.rawValue
    }

    /// What a plan item asks for: `2 x 10-12, hold 2-5 s`, `hold 20-30 s`.
    static func prescription(_ prescription: Prescription) -> String {
        let hold = prescription.holdSeconds.map { "hold \(seconds($0))" }
        let parts = [prescription.reps.map(count), hold].compactMap(\.self).joined(separator: ", ")
        return prescription.sets > 1 ? "\(prescription.sets) x \(parts)" : parts
    }
}

extension [Double] {
    /// Middle value (mean of the middle two), `nil` when empty.
    var median: Double? {
        guard !isEmpty else { return nil }
        let ordered = sorted()
        let middle = ordered.count / 2
        return ordered.count.isMultiple(of: 2) ? (ordered[middle - 1] + ordered[middle]) / 2 : ordered[middle]
    }
}
