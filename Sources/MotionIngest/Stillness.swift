import Motion

/// What a sensor must show when it hardly moves: one g. Units and columns are told by it.
enum Stillness {
    /// Median length of the vectors in the quieter half of the rows: near one g in whatever unit, unless the recording is wild.
    static func quietLength(_ vectors: [SIMD3<Double>]) -> Double? {
        guard vectors.count >= 2 else { return nil }
        let window = max(2, min(10, vectors.count / 4))
        var windows: [(spread: Double, length: Double)] = []
        var start = 0
        while start + window <= vectors.count {
            let slice = vectors[start..<(start + window)]
            let mean = slice.reduce(SIMD3<Double>.zero, +) / Double(window)
            let spread = slice.reduce(0) { sum, vector in
                let off = vector - mean
                return sum + (off * off).sum()
            }
            let length = slice.reduce(0) { $0 + ($1 * $1).sum().squareRoot() } / Double(window)
            if length > 0 { windows.append((spread / Double(window) / (length * length), length)) }
            start += window
        }
        guard !windows.isEmpty else { return nil }
        let quiet = windows.sorted { $0.spread < $1.spread }.prefix((windows.count + 1) / 2).map(\.length).sorted()
        return quiet[quiet.count / 2]
    }

    /// Mean distance of the vectors' lengths from one g, in g, each at most 1 so that single blows do not decide.
    static func typicalStray(_ vectors: [SIMD3<Double>], from oneG: Double) -> Double {
        vectors.reduce(0) { $0 + min(1, abs(($1 * $1).sum().squareRoot() / oneG - 1)) } / Double(max(1, vectors.count))
    }

    /// The unit in which `length` is about one g: within 35 %, which keeps g (1), m/s2 (9.81) and mg (1000) far apart.
    static func accelerationUnit(quietLength length: Double) -> AccelerationUnit? {
        AccelerationUnit.allCases.first { unit in
            let inG = length * unit.inMetresPerSecondSquared / standardGravity
            return inG > 0.65 && inG < 1.35
        }
    }

    /// How many rad/s one unit of the rate columns is, judged by physics: a direction fixed in space turns against the sensor
    /// as `du/dt = -w x u`, and gravity is such a direction while the sensor moves gently.
    /// - Returns: the unit, or `nil` where the rows do not turn enough or acceleration and rate disagree.
    static func angularRateUnit(
        acceleration: [SIMD3<Double>], rate: [SIMD3<Double>], times: [Double]
    ) -> AngularRateUnit? {
        let count = min(acceleration.count, rate.count, times.count)
        guard count >= 40 else { return nil }
        // Averages over a fifth of a second: shorter ones show blows and steps, longer ones blur the turn.
        let period = (times[count - 1] - times[0]) / Double(count - 1)
        let span = period > 0.2 / Double(count) ? max(5, min(count / 8, Int((0.2 / period).rounded()))) : 5
        var cross = 0.0
        var predictedPower = 0.0
        var turnedPower = 0.0
        var at = 0
        while at + 3 * span < count {
            func mean(_ vectors: [SIMD3<Double>], _ range: Range<Int>) -> SIMD3<Double> {
                vectors[range].reduce(.zero, +) / Double(range.count)
            }
            let before = mean(acceleration, at..<(at + span))
            let after = mean(acceleration, (at + 2 * span)..<(at + 3 * span))
            let seconds = times[at + 2 * span] - times[at]
            let omega = mean(rate, (at + span / 2)..<(at + 2 * span + span / 2))
            at += span
            guard seconds > 0, seconds < 2 else { continue }
            let from = before / max((before * before).sum().squareRoot(), .leastNormalMagnitude)
            let to = after / max((after * after).sum().squareRoot(), .leastNormalMagnitude)
            let turned = to - from
            let predicted = -1 * seconds * omega.cross((from + to) / 2)
            cross += (turned * predicted).sum()
            predictedPower += (predicted * predicted).sum()
            turnedPower += (turned * turned).sum()
        }
        guard turnedPower > 0.02, predictedPower > 0 else { return nil }
        let correlation = cross / (turnedPower * predictedPower).squareRoot()
        guard correlation > 0.6 else { return nil }
        let scale = cross / predictedPower
        if scale > 0.3, scale < 3 { return .radiansPerSecond }
        if scale > 0.3 * .pi / 180, scale < 3 * .pi / 180 { return .degreesPerSecond }
        return nil
    }
}

extension SIMD3<Double> {
    func cross(_ other: Self) -> Self {
        Self(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }
}
