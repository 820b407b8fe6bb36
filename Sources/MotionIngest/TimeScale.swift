/// What a column of raw times means, told by its unit, its size and its steps.
struct TimeScale: Equatable {
    var unit: TimeUnit
    /// Whether zero is 1970, so that times are a wall clock.
    var isEpoch: Bool

    /// 2000-01-01 to 2100-01-01 in seconds since 1970.
    private static let plausibleEpochs = 946_684_800.0...4_102_444_800.0
    /// Steps of recordings made for movement: 0.5 Hz to 5 kHz.
    private static let plausibleSteps = 0.0002...2.0

    /// - Parameters:
    ///   - first: first raw time.
    ///   - step: typical raw step, bursts and gaps levelled.
    ///   - stated: unit in the column's name, or the format's.
    /// - Returns: `nil` when no unit gives a plausible sampling rate.
    init?(first: Double, step: Double, stated: TimeUnit?) {
        let units = stated.map { [$0] } ?? TimeUnit.allCases
        // A wall clock of the century gives the unit away; boot clocks and elapsed times are told by their steps alone.
        for unit in units where Self.plausibleEpochs.contains(first * unit.inSeconds) {
            if stated != nil || Self.plausibleSteps.contains(step * unit.inSeconds) {
                self.init(unit: unit, isEpoch: true)
                return
            }
        }
        if let stated {
            self.init(unit: stated, isEpoch: false)
            return
        }
        // Between 250 and 1000 a step could be slow milliseconds or fast microseconds: rates from 4 Hz to 1 kHz settle it.
        let usual = TimeUnit.allCases.first { (0.001...0.2501).contains(step * $0.inSeconds) }
        guard let unit = usual ?? TimeUnit.allCases.first(where: { Self.plausibleSteps.contains(step * $0.inSeconds) }) else { return nil }
        self.init(unit: unit, isEpoch: false)
    }

    private init(unit: TimeUnit, isEpoch: Bool) {
        self.unit = unit
        self.isEpoch = isEpoch
    }
}

/// How the clock of a recording ticks, measured on its first rows.
struct ClockProfile: Equatable {
    /// Seconds between samples.
    var periodSeconds: Double
    /// Whether stamps are arrival times of a steady source: many come bunched, or share a value.
    var isBursty: Bool
    /// Standard deviation of regular steps over the period.
    var jitter: Double

    /// - Parameter times: seconds, in file order.
    /// - Returns: `nil` when fewer than two different times are there.
    init?(times: [Double]) {
        let steps = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 >= 0 }.sorted()
        guard let longest = steps.last, longest > 0 else { return nil }
        let median = steps[steps.count / 2]
        // Gaps aside: a step of 20 typical ones is not part of the rhythm, however bunched the stamps are.
        let typical = steps[..<max(1, steps.count - steps.count / 50)]
        let mean = typical.reduce(0, +) / Double(typical.count)
        let level = mean > 0 ? mean : steps.reduce(0, +) / Double(steps.count)
        let bunched = steps.count { $0 < 0.4 * level }
        // One or two may be a slip of the clock; one in a hundred is the way the samples come.
        isBursty = bunched >= 5 && Double(bunched) > 0.01 * Double(steps.count)
        if isBursty {
            // Half the rows lie between the two stamps of each pair, so a burst at either end shows in few of the pairs.
            let half = times.count / 2
            let slopes = (0..<(times.count - half)).map { (times[$0 + half] - times[$0]) / Double(half) }.sorted()
            periodSeconds = slopes[slopes.count / 2] > 0 ? slopes[slopes.count / 2] : level
        } else {
            periodSeconds = median > 0 ? median : level
        }
        let regular = steps.filter { $0 < 3 * level }
        let spread = regular.reduce(0) { $0 + ($1 - level) * ($1 - level) }
        let deviation = (spread / Double(max(1, regular.count))).squareRoot() / level
        jitter = deviation.isFinite ? deviation : 0
    }
}
