/// A point where a one-dimensional movement turns round.
public struct TurningPoint: Sendable, Equatable {
    /// Grid index.
    public var index: Int
    /// `true` for a maximum, `false` for a minimum.
    public var isHigh: Bool

    public init(index: Int, isHigh: Bool) {
        self.index = index
        self.isHigh = isHigh
    }
}

/// Alternating maxima and minima, found with hysteresis.
public enum TurningPoints {
    /// Turning points of a signal, in order, maxima and minima alternating.
    ///
    /// A turn counts once the signal has come back from it by `swing`; smaller wiggles are ignored, however many. The
    /// extremum is the first of equal values (start of a plateau). At the borders the extremum before the first swing
    /// and the one after the last are reported too: they are the home the movement set out from and came back to.
    /// Equivalent to peaks and troughs with prominence of at least `swing` taken alternately, in one pass without
    /// memory of the past.
    /// - Parameter swing: smallest change of direction that counts, in the signal's unit, above 0.
    public static func find(in signal: some RandomAccessCollection<Double>, swing: Double) -> [TurningPoint] {
        Array(signal).withUnsafeBufferPointer { find(in: $0, swing: swing) }
    }

    private static func find(in values: UnsafeBufferPointer<Double>, swing: Double) -> [TurningPoint] {
        var points: [TurningPoint] = []
        guard let first = values.first else { return [] }
        var (highest, lowest) = (first, first)
        var (highIndex, lowIndex) = (0, 0)
        var index = 1
        // Until one end is left by a swing, either may be where the movement set out from.
        var rising: Bool?
        while index < values.count, rising == nil {
            let value = values[index]
            if value > highest { (highest, highIndex) = (value, index) }
            if value < lowest { (lowest, lowIndex) = (value, index) }
            if value - lowest >= swing {
                points.append(TurningPoint(index: lowIndex, isHigh: false))
                rising = true
                (highest, highIndex) = (value, index)
            } else if highest - value >= swing {
                points.append(TurningPoint(index: highIndex, isHigh: true))
                rising = false
                (lowest, lowIndex) = (value, index)
            }
            index += 1
        }
        guard var rising else { return [] }
        repeat {
            // Not the other way round: what is no number is no turn.
            if rising {
                while index < values.count, !(highest - values[index] >= swing) {
                    if values[index] > highest { (highest, highIndex) = (values[index], index) }
                    index += 1
                }
                points.append(TurningPoint(index: highIndex, isHigh: true))
                if index < values.count { (lowest, lowIndex) = (values[index], index) }
            } else {
                while index < values.count, !(values[index] - lowest >= swing) {
                    if values[index] < lowest { (lowest, lowIndex) = (values[index], index) }
                    index += 1
                }
                points.append(TurningPoint(index: lowIndex, isHigh: false))
                if index < values.count { (highest, highIndex) = (values[index], index) }
            }
            rising.toggle()
        } while index < values.count
        return points
    }
}
