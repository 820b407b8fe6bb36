/// How text for a terminal looks.
public struct TextOptions: Sendable {
    /// Longest line, in characters; at least 80, which the plan table needs.
    public var width: Int
    /// Whether to use ANSI colours. Nothing is said by colour alone.
    public var color: Bool
    /// Whether to draw sets and holds in block characters, for a person rather than a program.
    public var drawings: Bool

    public init(width: Int = 100, color: Bool = false, drawings: Bool = false) {
        self.width = max(80, width)
        self.color = color
        self.drawings = drawings
    }
}

/// Emphasis of a piece of text; the numbers are SGR parameters of ECMA-48.
enum TextStyle: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case good = "32"
    case caution = "33"
    case bad = "31"

    func applied(to text: String, color: Bool) -> String {
        guard color, self != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}

/// Lines no longer than `width`, broken at spaces, later lines indented; a word longer than a line is cut by an ellipsis.
public func wrapped(_ text: String, width: Int, indent: String = "", later: String = "  ") -> [String] {
    var lines: [String] = []
    var line = indent
    var isBlank = true
    for word in text.split(separator: " ") {
        if !isBlank, line.count + 1 + word.count > width {
            lines.append(line)
            line = later
            isBlank = true
        }
        line += isBlank ? shortened(String(word), to: width - line.count) : " \(word)"
        isBlank = false
    }
    return isBlank ? lines : lines + [line]
}

/// Text of at most `length` characters, its middle left out where it is longer.
func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length, length > 1 else { return text }
    let kept = length - 1
    return "\(text.prefix(kept / 2))\u{2026}\(text.suffix(kept - kept / 2))"
}
