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
    /// How alike vertical acceleration is to itself that period later, and half of it later, -1...1; 0 where there is no rhythm, or none
    /// stronger than `rhythmStrength`.
    ///
    /// A body that walks rises and falls twice in a stride, once over either foot (Zijlstra and Hof, Gait & Posture 2003), so halfway it does
    /// the same again. In a rep it comes back the way it went: what is braked there is pushed off here, and halfway is the opposite.
    var bounce = (period: 0.0, halfway: 0.0)

    private static let windowSeconds = 4.0
    private static let hopSeconds = 0.5
    /// Periods looked at: quick steps to slow strides.
    private static let periodSeconds = 0.32...1.48
    /// Quieter windows hold no steps, in m/s2.
    private static let smallestSize = 0.8
    /// A longer period has to be this much more alike than a shorter one: multiples of a period are alike as well.
    private static let preference = 0.05

    /// Share of the period by which it may miss the lag looked at: steps of left and right differ. A guess.
    private static let unevenness = 0.07
    /// Weaker rhythms are none of steps.
    static let rhythmStrength = 0.5

    /// Windows over a whole signal.
    /// - Parameters:
    ///   - signal: acceleration between 0.7 and 5 Hz, in m/s2.
    ///   - vertical: its vertical part, below 6 Hz, in m/s2; `nil` where that is not known apart: the length of acceleration rises twice in any
    ///     swing.
    static func all(_ signal: [SIMD3<Double>], vertical: [Double]?, rateHz: Double) -> [StepWindow] {
        let length = Int(windowSeconds * rateHz)
        let hop = max(1, Int(hopSeconds * rateHz))
        return stride(from: 0, to: max(1, signal.count - length + 1), by: hop).map { first in
            let window = signal[first..<min(signal.count, first + length)]
            var result = StepWindow(window, centre: first + window.count / 2, isLongEnough: window.count >= length / 2, rateHz)
            if let vertical, let rhythm = result.rhythmHz, result.strength > rhythmStrength {
                result.bounce = bounce(vertical[window.indices], period: rateHz / rhythm)
            }
            return result
        }
    }

    /// - Parameter period: in samples.
    private static func bounce(_ vertical: ArraySlice<Double>, period: Double) -> (period: Double, halfway: Double) {
        let mean = vertical.reduce(0, +) / Double(max(1, vertical.count))
        let centred = vertical.map { $0 - mean }
        func likeness(_ lag: Int) -> Double {
            var (product, first, second) = (0.0, 0.0, 0.0)
            for index in 0..<max(0, centred.count - lag) {
                let (one, other) = (centred[index], centred[index + lag])
                product += one * other
                first += one * one
                second += other * other
            }
            return product / max((first * second).squareRoot(), 1e-12)
        }
        func best(about lag: Double) -> Double {
            let reach = unevenness * period
            return (Int(lag - reach)...Int((lag + reach).rounded(.up))).reduce(-1) { max($0, likeness($1)) }
        }
        return (best(about: period), best(about: period / 2))
    }

    /// Whether the rhythm is one of strides: at their pace, and with a body that rises and falls twice in each.
    var isOfStrides: Bool {
        guard let rhythmHz else { return false }
        return Self.strideHz.contains(rhythmHz) && bounce.period > Self.smallestBounce && bounce.halfway > Self.smallestHalfway
    }

    /// Whether it is one of steps, by how evenly the body goes up and down.
    var isOfSteps: Bool {
        guard let rhythmHz else { return false }
        return Self.stepHz.contains(rhythmHz) && bounce.period > Self.smallestStep
    }

    /// Strides a second, slow to quick; what is quicker are steps.
    private static let strideHz = 0.68...1.3
    static let stepHz = 1.3...2.6
    /// Of the strides of six people, at chest, wrist and leg, the middle half have 0.6 and more at their period; halfway 0.8 and more at
    /// chest and wrist, on a leg, which feels its own foot most, 0.1 to 0.5. Of people's squats and lunges at that pace 0.31 is the most
    /// halfway, and where the rhythm is that of the reps it is below 0.
    private static let smallestBounce = 0.6
    private static let smallestHalfway = 0.35
    /// Simulated steps at a waist have 0.75 and more, lunges and squats with a rhythm as quick 0.34 and less.
    private static let smallestStep = 0.7

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
