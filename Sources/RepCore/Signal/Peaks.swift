/// A local maximum.
public struct Peak: Sendable, Equatable, Codable {
    /// Position in the signal; for a plateau its middle, rounded down.
    public var index: Int
    public var height: Double
    /// How far the signal falls to both sides before it rises above the peak: the drop to the higher of both sides'
    /// lowest points.
    public var prominence: Double

    public init(index: Int, height: Double, prominence: Double) {
        self.index = index
        self.height = height
        self.prominence = prominence
    }
}

/// Peak finding with the semantics of `scipy.signal.find_peaks`.
public enum Peaks {
    /// Local maxima of `signal` that meet all conditions, in order of position.
    ///
    /// - A peak is a sample, or a plateau of equal samples, whose neighbours on both sides are lower. A plateau counts
    ///   once, at its middle (rounded down). The first and the last sample are never peaks, nor is a plateau that
    ///   touches a border. Nothing compares with NaN, so a NaN is no peak and no neighbour of one.
    /// - Conditions are applied in this order: height, then distance, then prominence.
    /// - Distance: from the highest peak downwards, each peak kept removes all lower ones nearer than
    ///   `minimumDistance`; of equals the later one goes first.
    /// - Prominence is measured on the whole signal, not among the peaks that are left. A border ends the search for
    ///   the lowest point like a higher sample does.
    ///
    /// - Parameters:
    ///   - minimumHeight: peaks at least this high; `nil` for any.
    ///   - minimumDistance: in samples, rounded up; `nil` or at most 1 for any.
    ///   - minimumProminence: in the unit of the signal; `nil` for any.
    public static func find(
        in signal: [Double], minimumHeight: Double? = nil, minimumDistance: Double? = nil,
        minimumProminence: Double? = nil
    ) -> [Peak] {
        var indices = localMaxima(signal)
        if let minimumHeight { indices.removeAll { !(signal[$0] >= minimumHeight) } }
        if let minimumDistance, minimumDistance > 1 {
            indices = spaced(indices, signal, by: minimumDistance.rounded(.up))
        }
        return indices.compactMap { index in
            let prominence = prominence(of: index, in: signal)
            if let minimumProminence, !(prominence >= minimumProminence) { return nil }
            return Peak(index: index, height: signal[index], prominence: prominence)
        }
    }

    private static func localMaxima(_ signal: [Double]) -> [Int] {
        var found: [Int] = []
        var index = 1
        while index < signal.count - 1 {
            if signal[index - 1] < signal[index] {
                var ahead = index + 1
                while ahead < signal.count - 1, signal[ahead] == signal[index] { ahead += 1 }
                if signal[ahead] < signal[index] {
                    found.append((index + ahead - 1) / 2)
                    index = ahead
                }
            }
            index += 1
        }
        return found
    }

    private static func spaced(_ indices: [Int], _ signal: [Double], by distance: Double) -> [Int] {
        var keep = Array(repeating: true, count: indices.count)
        let byHeight = indices.indices.sorted { (signal[indices[$0]], $0) > (signal[indices[$1]], $1) }
        for position in byHeight where keep[position] {
            var before = position - 1
            while before >= 0, Double(indices[position] - indices[before]) < distance {
                keep[before] = false
                before -= 1
            }
            var after = position + 1
            while after < indices.count, Double(indices[after] - indices[position]) < distance {
                keep[after] = false
                after += 1
            }
        }
        return indices.indices.filter { keep[$0] }.map { indices[$0] }
    }

    private static func prominence(of peak: Int, in signal: [Double]) -> Double {
        let height = signal[peak]
        var leftLow = height
        var index = peak
        while index >= 0, signal[index] <= height {
            leftLow = min(leftLow, signal[index])
            index -= 1
        }
        var rightLow = height
        index = peak
        while index < signal.count, signal[index] <= height {
            rightLow = min(rightLow, signal[index])
            index += 1
        }
        return height - max(leftLow, rightLow)
    }
}
