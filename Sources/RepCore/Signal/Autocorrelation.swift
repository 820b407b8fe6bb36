/// How alike a signal is to itself some time later.
///
/// For vectors the product is the inner product, so turning the sensor changes nothing.
public enum Autocorrelation {
    /// Weight of the shrinking overlap.
    public enum Normalization: Sendable {
        /// Sums divided by the sum at lag 0: falls towards 0 with the lag, and never exceeds 1.
        case biased
        /// Sums divided by the number of pairs as well: no fall, but noisy at long lags.
        case unbiased
    }

    /// Autocorrelation of `signal`, its mean removed, at lags 0...`maximumLag` samples (cut to what the signal has).
    ///
    /// The value at lag 0 is 1; at lags between it and `minimumLag`, which cost no time, it is left at 0. `nil` for a signal
    /// without variance, which is alike to itself in no useful sense.
    public static func normalized<Value: SignalValue>(
        _ signal: [Value], minimumLag: Int = 1, maximumLag: Int, _ normalization: Normalization = .biased
    ) -> [Double]? {
        guard !signal.isEmpty, maximumLag >= 0 else { return nil }
        let count = signal.count
        let mean = signal.reduce(Value.zero) { $0 + $1 } * (1 / Double(count))
        let centered = signal.map { $0 - mean }
        let energy = centered.reduce(0) { $0 + $1.dot($1) }
        guard energy.isFinite, energy > 1e-24 * Double(count) * max(1, mean.dot(mean)) else { return nil }
        return (0...min(maximumLag, count - 1)).map { lag in
            guard lag == 0 || lag >= minimumLag else { return 0 }
            var products = Value.zero
            for index in 0..<(count - lag) { products = products + centered[index].times(centered[index + lag]) }
            let sum = products.sum
            switch normalization {
            case .biased: return sum / energy
            case .unbiased: return sum / energy * Double(count) / Double(count - lag)
            }
        }
    }

    /// A period and how strongly the signal repeats with it.
    public struct Period: Sendable, Equatable, Codable {
        public var seconds: Double
        /// Autocorrelation at the period, at most about 1.
        public var strength: Double

        public init(seconds: Double, strength: Double) {
            self.seconds = seconds
            self.strength = strength
        }
    }

    /// The highest local maximum of an autocorrelation within a range of periods, refined between samples by a
    /// parabola through it and its neighbours; `nil` where there is no maximum above 0.
    public static func dominantPeriod(
        _ correlation: [Double], rateHz: Double, seconds range: ClosedRange<Double>
    ) -> Period? {
        var best: (lag: Int, height: Double)?
        for lag in stride(from: 1, to: correlation.count - 1, by: 1) {
            let height = correlation[lag]
            guard range.contains(Double(lag) / rateHz), height > 0,
                height > correlation[lag - 1], height >= correlation[lag + 1]
            else { continue }
            if best.map({ height > $0.height }) ?? true { best = (lag, height) }
        }
        guard let best else { return nil }
        let vertex = parabolicVertex(
            correlation[best.lag - 1], best.height, correlation[best.lag + 1])
        return Period(seconds: (Double(best.lag) + vertex.offset) / rateHz, strength: vertex.height)
    }

    /// Vertex of the parabola through three points at -1, 0 and 1; the middle point itself when they lie on a line.
    static func parabolicVertex(_ left: Double, _ middle: Double, _ right: Double) -> (offset: Double, height: Double) {
        let curvature = left - 2 * middle + right
        guard curvature < 0 else { return (0, middle) }
        let offset = (left - right) / (2 * curvature)
        return (offset, middle - (left - right) * offset / 4)
    }
}
