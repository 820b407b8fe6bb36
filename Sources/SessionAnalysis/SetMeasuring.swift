import RepCore
import SessionModel

extension SetMeasures {
    /// Fewer reps have no variation, and no first and last third, worth the name.
    static let fewestForVariation = 3
    static let fewestForFatigue = 6

    /// Measures of the reps of one set.
    /// - Parameter autocorrelation: of the signal the reps were found in.
    init(of reps: [RepResult], autocorrelation: Double?) {
        let durations = reps.map { $0.endSeconds - $0.startSeconds }
        let steps = zip(reps, reps.dropFirst()).map { $1.turnSeconds - $0.turnSeconds }
        self.init(
            tempoSeconds: Statistics.median(durations),
            repsPerMinute: Statistics.median(steps).flatMap { $0 > 0 ? 60 / $0 : nil },
            durationVariation: Self.variation(durations), autocorrelation: autocorrelation,
            rangeOfMotionChange: Self.change(reps.compactMap(\.rangeOfMotionDegrees)),
            durationChange: Self.change(durations))
    }

    private static func variation(_ values: [Double]) -> Double? {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / max(1, count)
        guard values.count >= fewestForVariation, mean > 0 else { return nil }
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        return variance.squareRoot() / mean
    }

    private static func change(_ values: [Double]) -> Double? {
        let third = values.count / 3
        guard values.count >= fewestForFatigue, let first = Statistics.median(Array(values.prefix(third))),
            let last = Statistics.median(Array(values.suffix(third))), first > 0
        else { return nil }
        return last / first - 1
    }
}
