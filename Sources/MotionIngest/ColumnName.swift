/// A column name taken apart: letters and digits in lower case, and the unit if the name carries one.
///
/// `"Acceleration x (m/s^2)"` is `accelerationx` in m/s2, `acc_x_g` is `accx` in g, `sensor timestamp [ns]` is
/// `sensortimestamp` in ns, `Accel_LN_X_CAL` is `accellnxcal`. Case, quotes, spaces and a byte order mark make no difference.
struct ColumnName: Sendable, Equatable {
    var raw: String
    var base: String
    var unit: HeaderUnit?

    init(_ raw: String) {
        let text = raw.filter { $0 != "\u{FEFF}" && $0 != "\"" }.trimmed()
        self.raw = text
        var name = text
        unit = nil
        if let open = text.lastIndex(where: { $0 == "(" || $0 == "[" }), let last = text.last, last == ")" || last == "]" {
            // `m/(sec^2)` closes a bracket of its own, so the unit starts at the first bracket that gives a known spelling.
            var start = open
            while true {
                let inside = text[text.index(after: start)..<text.index(before: text.endIndex)]
                if let unit = HeaderUnit(spelling: String(inside)) {
                    self.unit = unit
                    name = String(text[..<start])
                    break
                }
                guard let earlier = text[..<start].lastIndex(where: { $0 == "(" || $0 == "[" }) else { break }
                start = earlier
            }
            if self.unit == nil, let first = text.firstIndex(where: { $0 == "(" || $0 == "[" }) {
                name = String(text[..<first])
            }
        }
        var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if unit == nil {
            // Longest suffix first: `gyr_x_rad_s` before `gyr_x_rad` + `s`.
            for length in [3, 2, 1] where words.count > length {
                if let unit = HeaderUnit(spelling: words.suffix(length).joined(separator: length == 1 ? "" : "/"))
                    ?? HeaderUnit(spelling: words.suffix(length).joined())
                {
                    self.unit = unit
                    words.removeLast(length)
                    break
                }
            }
        }
        base = words.joined()
    }
}

extension StringProtocol {
    /// Without leading and trailing white space.
    func trimmed() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
