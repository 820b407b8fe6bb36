/// Amounts as plan files write them: `12`, `10-12`, `20-30 s`, `2.5 s`.
enum RangeText {
    /// Whole numbers: one (`12`, both bounds) or two joined by a hyphen or en dash, spaces allowed; `nil` otherwise.
    static func integers(_ text: String) -> ClosedRange<Int>? {
        range(text) { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    }

    /// Seconds, likewise, with an optional unit `s`, `sec` or `seconds` at the end.
    static func seconds(_ text: String) -> ClosedRange<Double>? {
        var amount = Substring(text).trimmingSpaces()
        for unit in ["seconds", "second", "sec", "s"] where amount.hasSuffix(unit) {
            amount = amount.dropLast(unit.count)
            break
        }
        return range(amount) { number in
            // `Double.init` alone would also take "nan", "inf" and hexadecimal.
            number.allSatisfy { $0.isASCIIDigit || $0 == "." } ? Double(number) : nil
        }
    }

    private static func range<Number: Comparable>(
        _ text: some StringProtocol, _ number: (Substring) -> Number?
    ) -> ClosedRange<Number>? {
        let parts = Substring(text).split(separator: /[-\u{2013}]/, omittingEmptySubsequences: false)
        let numbers = parts.map { $0.trimmingSpaces() }.compactMap(number)
        guard numbers.count == parts.count, let lower = numbers.first, let upper = numbers.last,
            numbers.count <= 2, lower <= upper
        else { return nil }
        return lower...upper
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var trimmed = drop(while: \.isWhitespace)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return trimmed
    }
}
