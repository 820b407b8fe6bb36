import Foundation

/// How far a long run is, on standard error: a bar that moves on a terminal, a line now and then in a pipe, nothing where
/// nobody wants it.
struct ProgressDisplay {
    enum Style: Equatable {
        case bar, lines, none
    }

    let style: Style
    /// Seconds since the run began at which something was last shown.
    private var lastShownSeconds: Double?

    /// Seconds between two changes of the bar, and between two lines.
    private static let barSeconds = 0.1
    private static let lineSeconds = 10.0

    init(style: Style) { self.style = style }

    /// The style that standard error calls for.
    init(isQuiet: Bool) {
        let isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        self.init(style: isQuiet ? .none : isTerminal ? .bar : .lines)
    }

    /// What to write now, if anything.
    ///
    /// - Parameter elapsedSeconds: since the run began.
    mutating func text(done: Int, total: Int, failed: Int, elapsedSeconds: Double) -> String? {
        let every = style == .bar ? Self.barSeconds : Self.lineSeconds
        // The first line of a pipe waits like the others: short runs need none.
        let since = elapsedSeconds - (lastShownSeconds ?? (style == .bar ? -every : 0))
        guard style != .none, total > 0, since >= every || (done == total && lastShownSeconds != nil) else { return nil }
        lastShownSeconds = elapsedSeconds
        let rate = elapsedSeconds > 0 ? Double(done) / elapsedSeconds : 0
        var parts = [String(format: rate < 10 ? "%.1f a second" : "%.0f a second", rate)]
        if done < total, rate > 0 { parts.append("\(Self.duration(Double(total - done) / rate)) left") }
        if failed > 0 { parts.append("\(failed) failed") }
        let facts = parts.joined(separator: ", ")
        guard style == .bar else { return "\(done) of \(total) recordings, \(facts)\n" }
        // Carriage return, erase in line (ECMA-48).
        return done == total
            ? "\r\u{1B}[K" : "\r\u{1B}[K\(Self.bar(done, of: total))  \(done)/\(total)  \(100 * done / total) %  \(facts)"
    }

    private static func bar(_ done: Int, of total: Int) -> String {
        let places = 24
        let full = places * done / total
        return "[" + String(repeating: "=", count: full) + String(repeating: " ", count: places - full) + "]"
    }

    private static func duration(_ seconds: Double) -> String {
        guard seconds < 360_000 else { return "days" }
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
    }
}
