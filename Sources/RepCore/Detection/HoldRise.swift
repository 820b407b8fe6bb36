import Motion

/// How much higher the sensor is while a posture is kept than where its wearer came from and went back to.
///
/// Sitting on a chair and standing with a heel on a support as high point a thigh the same way. But who sits down sinks by more than half
/// the length of the thigh, and who raises a leg lifts it. The way into the posture and the way out of it take a second or two between
/// rests, short enough for dead reckoning: the gyroscope carries up from the posture along the way, and vertical acceleration is integrated
/// twice between two moments of rest (`TurnHeight.rise`). Without a gyroscope the size of the force has to do, which is vertical acceleration but for
/// what is sideways.
struct HoldRise {
    let signals: HoldSignals

    /// Longest way looked at, in seconds.
    private static let longestSeconds = 4.0
    /// A rest on the way that is no farther from the posture than this share of the farthest is a pause.
    private static let shareOfWay = 0.75
    /// Turning slower is rest, in degrees per second.
    private static let restSpeed = HoldFinder.Parameters().stillSpeed

    /// - Parameter range: the points of the hold.
    /// - Returns: metres, the mean of the way in and the way out, or one of them where the segment has no other; `nil` where a way does not
    ///   begin and end at rest, or the two disagree. Of two ways one alone is not believed: who walks up to a support, or off, is not at
    ///   rest there, and with the other way alone simulated stretches lost their name and rests got it, four in all.
    func metres(of range: Range<Int>) -> Double? {
        let ways = [(range.lowerBound, -1), (range.upperBound - 1, 1)].filter { signals.up.indices.contains($0 + $1) }
            .map { gained(from: $0, step: $1, of: range) }
        return Self.agreed(ways)
    }

    /// The mean of the ways there are; `nil` where one of them is not known, or one goes up and the other down.
    static func agreed(_ ways: [Double?]) -> Double? {
        let heights = ways.compactMap(\.self)
        guard !heights.isEmpty, heights.count == ways.count, heights.allSatisfy({ ($0 > 0) == (heights[0] > 0) }) else { return nil }
        return heights.reduce(0, +) / Double(heights.count)
    }

    /// How much higher the posture is than the rest at the other end of the way that leaves it at a border.
    private func gained(from border: Int, step: Int, of range: Range<Int>) -> Double? {
        let posture = signals.posture(range)
        let longest = signals.points(Self.longestSeconds)
        let way = (1...longest).map { border + $0 * step }.prefix { signals.up.indices.contains($0) }
        let differences = way.map { degreesBetween(signals.up[$0], posture) }
        guard let farthest = differences.max(),
            let end = zip(way, differences).first(where: { signals.speed[$0] < Self.restSpeed && $1 >= Self.shareOfWay * farthest })?.0
        else { return nil }
        let margin = signals.points(TurnHeight.marginSeconds)
        let start = min(max(border - step * margin, range.lowerBound), range.upperBound - 1)
        let last = min(max(end + step * margin, 0), signals.count - 1)
        var up = posture
        var accelerations: [Double] = []
        for index in stride(from: start, through: last, by: step) {
            accelerations.append(signals.verticalAcceleration(index, up: signals.hasGyroscope ? up : nil))
            up = signals.carried(up, from: index, step: step)
        }
        return -TurnHeight.rise(accelerations, rateHz: signals.rateHz)
    }
}
