import RepCore

/// What a first afternoon gives: 1 Hz low pass (Butterworth, order 2, zero phase), first principal component of the
/// acceleration, peaks with a prominence of 0.4 of the 3-97 percentile range.
///
/// Which way is up on the component is told by the recording's ends (0.32 s each): they lie low, because a cut set
/// starts and ends in the posture between reps. That was right more often than the median, the skewness, or whichever
/// side has more peaks or fewer.
public struct NaiveCounter: BaselineCounter {
    public let name = "naive"
    public let rateHz = 25.0
    /// Shortest signal that is looked at, in seconds.
    static let minimumSeconds = 1.2
    static let endSeconds = 0.32

    public init() {}

    public func turningPoints(in grid: [GridSample]) throws -> [Double] {
        guard Double(grid.count) >= Self.minimumSeconds * rateHz else { return [] }
        let sections = try Butterworth.sections(order: 2, band: .lowPass(cutoffHz: 1), rateHz: rateHz)
        var signal = firstComponent(grid.map(\.acceleration), sections)
        let percentiles = Statistics.percentiles(signal, [3, 97])
        guard percentiles.count == 2 else { return [] }
        let (low, high) = (percentiles[0], percentiles[1])
        let width = Int((Self.endSeconds * rateHz).rounded())
        let ends = signal.prefix(width) + signal.suffix(width)
        if ends.reduce(0, +) / Double(ends.count) > (low + high) / 2 { signal = signal.map(-) }
        return Peaks.find(in: signal, minimumProminence: 0.4 * (high - low)).map { grid[$0.index].timeSeconds }
    }
}
