/// The signals features are read from, computed once a segment and shared by its sets.
struct FeatureSignals {
    let segment: MovementSegment
    /// Unit vectors to up.
    let up: [SIMD3<Double>]
    /// The same below 2 Hz: how the limb tilts, without impacts. Nearly unit length.
    let smoothUp: [SIMD3<Double>]
    /// Vertical travel below 2 Hz, in metres.
    let height: [Double]
    /// Acceleration below `slowHz`, above 3 Hz, and between 0.7 and 5 Hz, in m/s2.
    let slow: [SIMD3<Double>]
    let fast: [SIMD3<Double>]
    let mid: [SIMD3<Double>]
    /// Acceleration and its vertical part below 6 Hz: everything a body does, without the sensor's noise.
    let body: [SIMD3<Double>]
    let vertical: [Double]
    let steps: [StepWindow]

    /// Low pass of the signals in which sets are compared, in Hz.
    static let slowHz = 1.5

    init(_ signals: MovementSignals) {
        segment = signals.segment
        up = signals.up
        let rateHz = segment.rateHz
        smoothUp = Smoothing.lowPass(signals.up, cutoffHz: 2, rateHz: rateHz)
        height = Smoothing.lowPass(signals.heightMetres, cutoffHz: 2, rateHz: rateHz)
        slow = signals.smoothed(.tilt, cutoffHz: Self.slowHz)
        fast = Smoothing.highPass(segment.acceleration, cutoffHz: 3, rateHz: rateHz)
        body = Smoothing.lowPass(segment.acceleration, cutoffHz: 6, rateHz: rateHz)
        mid = Smoothing.highPass(
            Smoothing.lowPass(segment.acceleration, cutoffHz: 5, rateHz: rateHz), cutoffHz: 0.7, rateHz: rateHz)
        vertical = Smoothing.lowPass(
            VerticalTravel.acceleration(segment, up: signals.up), cutoffHz: 6, rateHz: rateHz)
        steps = StepWindow.all(mid, rateHz: rateHz)
    }
}

extension Collection<SIMD3<Double>> {
    /// Root of the mean squared length; 0 for none.
    var rootMeanSquare: Double {
        isEmpty ? 0 : (reduce(0) { $0 + $1.dot($1) } / Double(count)).squareRoot()
    }

    /// Root of the mean squared distance from the mean; 0 for none.
    var spread: Double {
        guard !isEmpty else { return 0 }
        let mean = reduce(SIMD3.zero, +) / Double(count)
        return (reduce(0) { $0 + ($1 - mean).dot($1 - mean) } / Double(count)).squareRoot()
    }
}

extension SIMD3<Double> {
    /// Angle to another direction in degrees, 0...180; 90 where either has no direction.
    public func degrees(to other: SIMD3<Double>) -> Double {
        Math.degrees(ofCosine: (normalized ?? .zero).dot(other.normalized ?? .zero))
    }
}
