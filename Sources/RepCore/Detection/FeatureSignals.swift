/// The signals features are read from, computed once a segment and shared by its sets.
struct FeatureSignals {
    let segment: MovementSegment
    let course: CourseSignals
    /// Unit vectors to up.
    let up: [SIMD3<Double>]
    /// The same below 2 Hz: how the limb tilts, without impacts. Nearly unit length.
    let smoothUp: [SIMD3<Double>]
    /// Acceleration above 3 Hz, and between 0.7 and 5 Hz, in m/s2.
    let fast: [SIMD3<Double>]
    let mid: [SIMD3<Double>]
    /// Acceleration and its vertical part below 6 Hz: everything a body does, without the sensor's noise.
    let body: [SIMD3<Double>]
    let vertical: [Double]
    let steps: [StepWindow]

    init(_ signals: MovementSignals, _ course: CourseSignals) {
        self.course = course
        segment = signals.segment
        up = signals.up
        let rateHz = segment.rateHz
        smoothUp = Smoothing.lowPass(signals.up, cutoffHz: 2, rateHz: rateHz)
        fast = Smoothing.highPass(segment.acceleration, cutoffHz: 3, rateHz: rateHz)
        body = Smoothing.lowPass(segment.acceleration, cutoffHz: 6, rateHz: rateHz)
        mid = Smoothing.highPass(
            Smoothing.lowPass(segment.acceleration, cutoffHz: 5, rateHz: rateHz), cutoffHz: 0.7, rateHz: rateHz)
        vertical = Smoothing.lowPass(
            VerticalTravel.acceleration(segment, up: signals.up, over: 0..<segment.count), cutoffHz: 6, rateHz: rateHz)
        steps = StepWindow.all(mid, vertical: segment.angularRate == nil ? nil : vertical, rateHz: rateHz)
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

    /// Angle of the right-handed rotation about an axis of unit length that takes this direction, as seen along it, to another,
    /// in degrees, -180...180; 0 where either points along the axis.
    public func degrees(about axis: SIMD3<Double>, to other: SIMD3<Double>) -> Double {
        let (from, to) = (self - axis * dot(axis), other - axis * other.dot(axis))
        return Math.atan2(from.cross(to).dot(axis), from.dot(to)) * 180 / .pi
    }
}
