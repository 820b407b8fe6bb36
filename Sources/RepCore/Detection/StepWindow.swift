/// How rhythmic four seconds of movement are, at the pace of steps or strides.
struct StepWindow {
    /// Grid index of the middle.
    var centre: Int
    /// Steps or strides a second; `nil` where there is no rhythm.
    var rhythmHz: Double?
    /// Autocorrelation at that period, at most 1; 0 where there is no rhythm.
    var strength: Double
    /// Root mean square of the signal about its mean, in m/s2.
    var size: Double

    private static let windowSeconds = 4.0
    private static let hopSeconds = 0.5
    /// Periods looked at: quick steps to slow strides.
    private static let periodSeconds = 0.32...1.48
    /// Quieter windows hold no steps, in m/s2.
    private static let smallestSize = 0.8
    /// A longer period has to be this much more alike than a shorter one: multiples of a period are alike as well.
    private static let preference = 0.05

    /// Windows over a whole signal: acceleration between 0.7 and 5 Hz, in m/s2.
    static func all(_ signal: [SIMD3<Double>], rateHz: Double) -> [StepWindow] {
        let length = Int(windowSeconds * rateHz)
        let hop = max(1, Int(hopSeconds * rateHz))
        return stride(from: 0, to: max(1, signal.count - length + 1), by: hop).map { first in
            let window = signal[first..<min(signal.count, first + length)]
            return StepWindow(window, centre: first + window.count / 2, isLongEnough: window.count >= length / 2, rateHz)
        }
    }

    /// The autocorrelation is normalised by the energy of both overlapping parts, so that it does not fall with the lag,
    /// and computed only at the lags asked for.
    private init(_ window: ArraySlice<SIMD3<Double>>, centre: Int, isLongEnough: Bool, _ rateHz: Double) {
        self.centre = centre
        let count = window.count
        let mean = window.reduce(SIMD3.zero, +) / Double(max(1, count))
        let centred = window.map { $0 - mean }
        // energy[k]: sum over the first k.
        var energy = [0.0]
        energy.reserveCapacity(count + 1)
        for value in centred { energy.append(energy[energy.count - 1] + value.dot(value)) }
        let total = energy[count]
        size = (total / Double(max(1, count))).squareRoot()
        rhythmHz = nil
        strength = 0
        let shortest = Int((Self.periodSeconds.lowerBound * rateHz).rounded())
        let longest = min(Int((Self.periodSeconds.upperBound * rateHz).rounded()), count / 2)
        guard isLongEnough, size >= Self.smallestSize, shortest >= 1, shortest < longest else { return }
        let correlation = (shortest - 1...longest).map { lag -> Double in
            var products = SIMD3<Double>.zero
            for index in 0..<count - lag { products += centred[index] * centred[index + lag] }
            return products.sum() / max((energy[count - lag] * (total - energy[lag])).squareRoot(), 1e-12)
        }
        for position in 1..<correlation.count - 1 {
            let value = correlation[position]
            if value >= correlation[position - 1], value >= correlation[position + 1], value > strength + Self.preference {
                strength = value
                rhythmHz = rateHz / Double(position + shortest - 1)
            }
        }
    }
}
