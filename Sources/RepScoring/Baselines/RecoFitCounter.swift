import RepCore

/// A reconstruction of RecoFit's counter (Morris, Saponas, Guillory and Kelner, "RecoFit: using a wearable sensor to
/// find, recognize, and count repetitive exercises", CHI 2014), from the paper alone.
///
/// Band pass, first principal component, then: the period P from the highest maximum of the autocorrelation; peaks
/// taken greedily from the highest down, none nearer than 0.75 P to one taken before; peaks under half of the 40th
/// percentile of the peaks' heights dropped. The component points to where its third moment is positive: turning points
/// are the sharper side. The paper finds sets first; here, as in the comparison it serves, the recording is the set.
public struct RecoFitCounter: BaselineCounter {
    public let name = "recofit"
    public let rateHz = 25.0
    static let bandHz = 0.2...3.0
    static let periodSeconds = 0.6...6.0
    static let minimumSeconds = 2.4

    public init() {}

    public func turningPoints(in grid: [GridSample]) throws -> [Double] {
        guard Double(grid.count) >= Self.minimumSeconds * rateHz else { return [] }
        let sections = try Butterworth.sections(
            order: 2, band: .bandPass(lowHz: Self.bandHz.lowerBound, highHz: Self.bandHz.upperBound), rateHz: rateHz)
        var signal = firstComponent(grid.map(\.acceleration), sections)
        if signal.reduce(0, { $0 + $1 * $1 * $1 }) < 0 { signal = signal.map(-) }
        let longest = Int(Self.periodSeconds.upperBound * rateHz)
        guard
            let correlation = Autocorrelation.normalized(signal, maximumLag: longest),
            let period = Autocorrelation.dominantPeriod(correlation, rateHz: rateHz, seconds: Self.periodSeconds)
        else { return [] }
        let peaks = Peaks.find(in: signal, minimumDistance: 0.75 * period.seconds * rateHz)
        guard let level = Statistics.percentile(peaks.map(\.height), 40) else { return [] }
        return peaks.filter { $0.height >= level / 2 }.map { grid[$0.index].timeSeconds }
    }
}
