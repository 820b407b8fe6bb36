/// How a session's time is cut into strips, and where a moment lies on its strip.
struct StripLayout {
    /// Most strips of one session.
    static let mostStrips = 6.0

    /// A recording up to this long is one strip, in seconds.
    static let longestOnlySeconds = 90.0

    struct Place {
        /// Thousandths of the strip.
        let start, width: Double

        var percent: String { Wording.fixed(start / 10, decimals: 2) ?? "0" }
        var widthPercent: String { Wording.fixed(width / 10, decimals: 2) ?? "0" }
    }

    let durationSeconds: Double
    /// Seconds of one strip.
    let stripSeconds: Double

    init(durationSeconds: Double) {
        self.durationSeconds = durationSeconds
        let steps: [Double] = [60, 120, 180, 300, 600, 900, 1800, 3600]
        var length =
            durationSeconds <= Self.longestOnlySeconds
            ? max(1, (durationSeconds / 5).rounded(.up) * 5)
            : steps.first { durationSeconds / $0 <= Self.mostStrips } ?? 3600
        while durationSeconds / length > Self.mostStrips { length *= 2 }
        stripSeconds = length
    }

    var strips: [ClosedRange<Double>] {
        stride(from: 0, to: durationSeconds, by: stripSeconds).map { $0...($0 + stripSeconds) }
    }

    /// Where a span of time lies on a strip, cut at its ends; `nil` where it lies on another.
    func place(_ start: Double, _ end: Double, in strip: ClosedRange<Double>) -> Place? {
        guard start < strip.upperBound, end > strip.lowerBound, end > start else { return nil }
        let from = thousandths(max(start, strip.lowerBound), in: strip)
        return Place(start: from, width: thousandths(min(end, strip.upperBound), in: strip) - from)
    }

    func thousandths(_ seconds: Double, in strip: ClosedRange<Double>) -> Double {
        (seconds - strip.lowerBound) / stripSeconds * 1000
    }

    /// Times to write below a strip: six at most, the end of the strip left to the next.
    func ticks(in strip: ClosedRange<Double>) -> [(seconds: Double, percent: String)] {
        let steps: [Double] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400]
        let step = steps.first { stripSeconds / $0 <= 6 } ?? stripSeconds / 6
        return stride(from: strip.lowerBound, to: min(strip.upperBound, durationSeconds), by: step).map { seconds in
            (seconds, Place(start: thousandths(seconds, in: strip), width: 0).percent)
        }
    }
}
