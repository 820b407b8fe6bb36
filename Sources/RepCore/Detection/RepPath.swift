import Motion

/// Where a sensor went within one rep, in metres.
///
/// A rep starts and ends at rest in the same place, the same way round. So over one rep the mean acceleration in a frame that
/// does not turn is gravity, and attitude, velocity and position close: dead reckoning needs no filter, no heading and no mounting, and
/// its drift is that of a few seconds (zero-velocity updating, as in pedestrian dead reckoning: Foxlin, IEEE CG&A 2005). A bias of
/// one degree a second, left in, shows a rep of five seconds as going 17 cm to and fro.
public struct RepPath: Sendable, Equatable, Codable {
    /// Height of the turn above home: negative where the sensor sinks.
    public var dropMetres: Double
    /// Largest horizontal distance from home.
    public var advanceMetres: Double
    /// Highest less lowest point.
    public var riseMetres: Double
    /// Horizontal way of the turn from home in the direction in which the sensor's top leans there; `nil` where it hardly leans.
    public var leanwardMetres: Double?

    /// Less lean has no direction that would mean anything, in degrees.
    private static let smallestLeanDegrees = 2.0
    /// More is no bias of a gyroscope, in rad/s: somebody turned. From 0.06 on one simulator names the same sets but for a few, and two
    /// more in a hundred than without.
    private static let largestDrift = 0.2
    /// Mean force may differ from gravity by this share; more is a sensor whose scale or offset is off.
    private static let gravityTolerance = 0.1

    public init(dropMetres: Double, advanceMetres: Double, riseMetres: Double, leanwardMetres: Double? = nil) {
        self.dropMetres = dropMetres
        self.advanceMetres = advanceMetres
        self.riseMetres = riseMetres
        self.leanwardMetres = leanwardMetres
    }

    /// - Parameters:
    ///   - home: first and last index of the rep, at home.
    ///   - turn: index within.
    /// - Returns: `nil` where force over the rep does not average to gravity.
    init?(acceleration: [SIMD3<Double>], angularRate: [SIMD3<Double>], home: ClosedRange<Int>, turn: Int, rateHz: Double) {
        guard home.contains(turn) else { return nil }
        var atTurn = Quaternion.identity
        let drift = Self.drift(angularRate, over: home, rateHz: rateHz)
        let force = Self.force(acceleration, angularRate, over: home, drift: drift, rateHz: rateHz) { if $0 == turn { atTurn = $1 } }
        let count = Double(force.count)
        let gravity = force.reduce(SIMD3.zero, +) / count
        guard let up = Self.up(gravity) else { return nil }
        var sum = SIMD3<Double>.zero
        let velocity = force.map { value in
            sum += (value - gravity) / rateHz
            return sum
        }
        let mean = velocity.reduce(SIMD3.zero, +) / count
        var position = SIMD3<Double>.zero
        var height: [Double] = []
        var advance = 0.0
        var wayToTurn = SIMD3<Double>.zero
        for (index, value) in velocity.enumerated() {
            if index > 0 { position += (value - mean) / rateHz }
            let vertical = position.dot(up)
            height.append(vertical)
            if index == turn - home.lowerBound { wayToTurn = position }
            advance = max(advance, (position - up * vertical).length)
        }
        guard let highest = height.max(), let lowest = height.min() else { return nil }
        self.init(
            dropMetres: height[turn - home.lowerBound], advanceMetres: advance, riseMetres: highest - lowest,
            leanwardMetres: Self.lean(atTurn.rotate(up), up: up).map(wayToTurn.dot))
    }

    /// Horizontal way in metres from where the sensor rests to where it rests next, in its own axes at the first.
    ///
    /// - Returns: `nil` where force in between does not average to gravity.
    static func step(
        acceleration: [SIMD3<Double>], angularRate: [SIMD3<Double>], between rests: ClosedRange<Int>, rateHz: Double
    ) -> SIMD3<Double>? {
        let force = force(acceleration, angularRate, over: rests, rateHz: rateHz)
        let gravity = force.reduce(SIMD3.zero, +) / Double(force.count)
        guard let up = up(gravity) else { return nil }
        var (velocity, position) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
        for value in force {
            velocity += (value - gravity) / rateHz
            position += velocity / rateHz
        }
        return position - up * position.dot(up)
    }

    /// Rotation per grid step, in the axes at the first index, that keeps the attitude from closing: a gyroscope's bias.
    private static func drift(_ angularRate: [SIMD3<Double>], over range: ClosedRange<Int>, rateHz: Double) -> SIMD3<Double> {
        var attitude = Quaternion.identity
        for index in range.dropLast() { attitude = attitude.turned(by: angularRate, from: index, rateHz: rateHz) }
        let steps = Double(max(1, range.count - 1))
        guard let axis = attitude.axis, attitude.angle < largestDrift * steps / rateHz else { return .zero }
        return axis * (attitude.angle / steps)
    }

    /// Specific force in the axes the sensor has at the first index.
    /// - Parameter attitudeAt: told of each index and of the attitude there.
    private static func force(
        _ acceleration: [SIMD3<Double>], _ angularRate: [SIMD3<Double>], over range: ClosedRange<Int>,
        drift: SIMD3<Double> = .zero, rateHz: Double, _ attitudeAt: (Int, Quaternion) -> Void = { _, _ in }
    ) -> [SIMD3<Double>] {
        var attitude = Quaternion.identity
        return range.map { index in
            if index > range.lowerBound { attitude = attitude.turned(by: angularRate, from: index - 1, rateHz: rateHz) }
            let closed = Quaternion(rotationVector: drift * -Double(index - range.lowerBound)) * attitude
            attitudeAt(index, closed)
            return closed.rotate(acceleration[index])
        }
    }

    /// Direction of a mean force that can be gravity.
    private static func up(_ gravity: SIMD3<Double>) -> SIMD3<Double>? {
        abs(gravity.length / standardGravity - 1) <= gravityTolerance ? gravity.normalized : nil
    }

    /// Horizontal direction in which what was upright leans, unit length; `nil` where it hardly does.
    private static func lean(_ top: SIMD3<Double>, up: SIMD3<Double>) -> SIMD3<Double>? {
        top.degrees(to: up) < smallestLeanDegrees ? nil : (top - up * top.dot(up)).normalized
    }

    /// Medians one by one; `nil` for none.
    static func median(_ paths: [RepPath]) -> RepPath? {
        guard let drop = Statistics.median(paths.map(\.dropMetres)),
            let advance = Statistics.median(paths.map(\.advanceMetres)),
            let rise = Statistics.median(paths.map(\.riseMetres))
        else { return nil }
        return RepPath(
            dropMetres: drop, advanceMetres: advance, riseMetres: rise,
            leanwardMetres: Statistics.median(paths.compactMap(\.leanwardMetres)))
    }
}

extension Quaternion {
    /// This attitude one grid step later (trapezoidal mean of angular rate in rad/s).
    func turned(by rate: [SIMD3<Double>], from index: Int, rateHz: Double) -> Quaternion {
        (self * Quaternion(rotationVector: (rate[index] + rate[index + 1]) * 0.5 / rateHz)).normalized
    }

    /// Axis of the rotation, unit length, for angles up to half a turn; `nil` for no rotation.
    var axis: SIMD3<Double>? { (w < 0 ? -v : v).normalized }
}
