/// What hold detection looks at: where up is, how fast it or the sensor turns, how much the sensor trembles.
struct HoldSignals {
    let rateHz: Double
    /// Times of the grid in seconds.
    let times: [Double]
    /// Direction of the low-passed acceleration, unit vectors; zero in free fall.
    let up: [SIMD3<Double>]
    /// Turning speed in degrees per second, without tremor but blurred by some tenths of a second.
    let speed: [Double]
    /// Turning speed with tremor, blurred little; the same as `speed` without a gyroscope.
    let sharpSpeed: [Double]
    let hasGyroscope: Bool
    /// In m/s2, and in rad/s without bias; that one is empty without a gyroscope.
    private let accelerations: [SIMD3<Double>]
    private let rates: [SIMD3<Double>]
    /// Running sums, one longer than the grid: of `up`, and of the size of the acceleration beside the low-passed one.
    private let upSums: [SIMD3<Double>]
    private let tremorSums: [Double]

    /// Turning speed is the size of the low-passed angular rate less its bias, or, without a gyroscope, the speed of the
    /// low-passed acceleration's direction. The low pass runs forwards and backwards, so nothing is delayed, and takes
    /// tremor and heart-beat out; a root mean square over `smoothingSeconds` keeps the turning points of a movement,
    /// where the speed passes zero, from looking like stillness.
    init(
        _ segment: [GridSample], sections: [Biquad], rateHz: Double, smoothingSeconds: Double, stillDegreesPerSecond: Double
    ) {
        self.rateHz = rateHz
        times = segment.map(\.timeSeconds)
        accelerations = segment.map(\.acceleration)
        let smooth = BiquadCascade.filtfilt(sections, accelerations)
        up = smooth.map { $0.normalized ?? .zero }
        upSums = Self.sums(up, from: .zero, +)
        tremorSums = Self.sums(zip(accelerations, smooth).map { ($0 - $1).length }, from: 0, +)

        let rates = segment.compactMap(\.angularRate)
        hasGyroscope = rates.count == segment.count
        let halfWidth = Int(min(1e9, max(0, (smoothingSeconds * rateHz / 2).rounded())))
        if hasGyroscope {
            let smoothRates = BiquadCascade.filtfilt(sections, rates)
            let bias = Self.bias(smoothRates, stillRadiansPerSecond: stillDegreesPerSecond / degreesPerRadian)
            speed = Self.rootMeanSquare(smoothRates.map { ($0 - bias) * degreesPerRadian }, halfWidth: halfWidth)
            self.rates = rates.map { $0 - bias }
            sharpSpeed = Self.rootMeanSquare(self.rates.map { $0 * degreesPerRadian }, halfWidth: halfWidth)
        } else {
            self.rates = []
            let turns = Self.changes(of: up).map { $0 * (rateHz * degreesPerRadian) }
            speed = Self.rootMeanSquare(turns, halfWidth: halfWidth)
            sharpSpeed = speed
        }
    }

    var count: Int { times.count }

    /// Mean direction of up over part of the grid; the zero vector where there is none.
    func posture(_ range: Range<Int>) -> SIMD3<Double> {
        let range = range.clamped(to: 0..<count)
        return (upSums[range.upperBound] - upSums[range.lowerBound]).normalized ?? .zero
    }

    func tremor(_ range: Range<Int>) -> Double {
        range.isEmpty ? 0 : (tremorSums[range.upperBound] - tremorSums[range.lowerBound]) / Double(range.count)
    }

    /// Largest difference of part of the grid from a posture, in degrees; 0 for an empty part.
    func largestDifference(_ range: Range<Int>, from posture: SIMD3<Double>) -> Double {
        range.reduce(0) { max($0, degreesBetween(up[$1], posture)) }
    }

    /// Acceleration along up in m/s2, gravity included; without up the size of all of it.
    func verticalAcceleration(_ index: Int, up: SIMD3<Double>?) -> Double {
        up.map(accelerations[index].dot) ?? accelerations[index].length
    }

    /// A direction that stays where it is in the world, seen from the sensor a point later (`step` 1) or earlier (-1); the same without a
    /// gyroscope.
    func carried(_ direction: SIMD3<Double>, from index: Int, step: Int) -> SIMD3<Double> {
        guard hasGyroscope, rates.indices.contains(index + step) else { return direction }
        let mean = (rates[index] + rates[index + step]) * 0.5
        return Quaternion(rotationVector: mean * (-Double(step) / rateHz)).rotate(direction)
    }

    func points(_ seconds: Double) -> Int { Int(min(1e9, max(0, (seconds * rateHz).rounded()))) }

    /// Angular rate of a gyroscope at rest: the mean where the sensor hardly turns. A large bias hides stillness, so the
    /// search starts at the mean rate of the whole segment (nobody turns on and on) where that makes it stiller.
    private static func bias(_ rates: [SIMD3<Double>], stillRadiansPerSecond: Double) -> SIMD3<Double> {
        guard !rates.isEmpty else { return .zero }
        let mean = rates.reduce(.zero, +) / Double(rates.count)
        func stillness(_ bias: SIMD3<Double>) -> Double {
            Statistics.median(rates.map { ($0 - bias).length }) ?? 0
        }
        let first = stillness(mean) < stillness(.zero) ? mean : .zero
        let still = rates.filter { ($0 - first).length < stillRadiansPerSecond }
        return still.isEmpty ? first : still.reduce(.zero, +) / Double(still.count)
    }

    /// Central differences, one-sided at the ends.
    private static func changes(of directions: [SIMD3<Double>]) -> [SIMD3<Double>] {
        directions.indices.map { index in
            let left = max(0, index - 1)
            let right = min(directions.count - 1, index + 1)
            return right > left ? (directions[right] - directions[left]) / Double(right - left) : .zero
        }
    }

    private static func rootMeanSquare(_ vectors: [SIMD3<Double>], halfWidth: Int) -> [Double] {
        let squares = sums(vectors.map { $0.dot($0) }, from: 0, +)
        return vectors.indices.map { index in
            let left = max(0, index - halfWidth)
            let right = min(vectors.count, index + halfWidth + 1)
            // Rounding of the running sum may leave a stillness slightly below zero.
            return (max(0, squares[right] - squares[left]) / Double(right - left)).squareRoot()
        }
    }

    private static func sums<Value>(_ values: [Value], from zero: Value, _ add: (Value, Value) -> Value) -> [Value] {
        var sums = [zero]
        sums.reserveCapacity(values.count + 1)
        for value in values { sums.append(add(sums[sums.count - 1], value)) }
        return sums
    }
}

let degreesPerRadian = 180 / Double.pi

/// Angle between two directions of any length, 0...180 degrees; 0 where one has no direction.
func degreesBetween(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
    // Exact for small angles, where the arc cosine is not.
    Math.atan2(a.cross(b).length, a.dot(b)) * degreesPerRadian
}
