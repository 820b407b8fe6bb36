import Motion

/// How high the turn of a set's reps lies above home, however slow they are.
///
/// Vertical travel is high-passed and knows nothing of reps with holds of seconds. The ways out and back take a second or
/// two each, whatever is held between, and begin and end with the sensor hardly moving: so velocity is zero at either end
/// (zero-velocity updating, as in `RepPath`), and vertical acceleration less the line between its ends, integrated twice, is the
/// height gained. That takes off what a wrong scale makes of gravity in either posture, and drifts with the cube of a second only.
/// A reading with home and turn exchanged has the opposite height: where an exercise is known to rise, that tells them apart,
/// which the number of excursions cannot where the recording was cut.
public struct TurnHeight: Sendable, Equatable, Codable {
    /// Median over all ways, in metres; above 0 where the sensor rises on the way out.
    public var metres: Double
    /// `metres` in standard errors, by the median absolute deviation of the ways.
    public var certainty: Double

    /// So much of what comes before and after a way is taken to it, in seconds: low-passed, a way seems to begin where it is
    /// under way already.
    static let marginSeconds = 0.3
    /// Fewer ways have no spread worth the name.
    static let fewestWays = 4
    /// Less is no rise, in metres: a thigh on its side rises by two when the knee opens, quantised to 1/64 g.
    static let smallestMetres = 0.01
    static let smallestCertainty = 2.0
    /// Points at either end of a way whose mean is the acceleration there.
    private static let endPoints = 2
    /// Median absolute deviation to standard deviation, of a normal distribution.
    private static let deviations = 1.4826

    public init(metres: Double, certainty: Double) {
        self.metres = metres
        self.certainty = certainty
    }

    /// - Returns: `nil` for fewer than two reps, or where they turn within a fraction of a second.
    init?(of set: MovementSet, in signals: MovementSignals, along signal: SignalSpan) {
        let segment = signals.segment
        let margin = Int(Self.marginSeconds * segment.rateHz)
        func rise(_ way: ClosedRange<Int>) -> Double? {
            let range = (way.lowerBound - margin..<way.upperBound + 1 + margin).clamped(to: 0..<segment.count)
            guard range.count > 2 * Self.endPoints else { return nil }
            return Self.rise(VerticalTravel.acceleration(segment, up: signals.up, over: range), rateHz: segment.rateHz)
        }
        let rises = set.excursions.flatMap { excursion -> [Double] in
            let ways = excursion.ways(along: signal)
            return [rise(ways.out), rise(ways.back).map { -$0 }].compactMap(\.self)
        }
        guard rises.count >= Self.fewestWays, let median = Statistics.median(rises),
            let deviation = Statistics.median(rises.map { abs($0 - median) })
        else { return nil }
        let error = max(1e-6, Self.deviations * deviation) / Double(rises.count).squareRoot()
        self.init(metres: median, certainty: abs(median) / error)
    }

    /// Height gained between two moments of rest, in metres, from vertical acceleration in m/s2.
    static func rise(_ acceleration: [Double], rateHz: Double) -> Double {
        func mean(_ part: ArraySlice<Double>) -> Double { part.reduce(0, +) / Double(part.count) }
        let first = mean(acceleration.prefix(endPoints))
        let slope = (mean(acceleration.suffix(endPoints)) - first) / Double(acceleration.count - 1)
        var velocity = 0.0
        var height = 0.0
        for (index, value) in acceleration.enumerated() {
            velocity += (value - first - slope * Double(index)) / rateHz
            height += velocity / rateHz
        }
        // At rest again: what velocity is left grew evenly.
        return height - velocity * Double(acceleration.count + 1) / (2 * rateHz)
    }

    /// Whether the turn lies above home; `nil` where that is not sure.
    public var isAboveHome: Bool? {
        guard abs(metres) >= Self.smallestMetres, certainty >= Self.smallestCertainty else { return nil }
        return metres > 0
    }
}
