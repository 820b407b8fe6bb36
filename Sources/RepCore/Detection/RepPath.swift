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
    /// More is no bias of a gyroscope: somebody turned. From 0.06 rad/s on one simulator names the same sets but for a few, and two more in
    /// a hundred than without; the angle is a guess.
    private static let largestBiasRadiansPerSecond = 0.1
    private static let largestTurnByBiasRadians = 0.5
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
        guard home.contains(turn),
            let course = Self.course(acceleration: acceleration, angularRate: angularRate, over: home, rateHz: rateHz)
        else { return nil }
        let up = course.up
        let height = course.positions.map { $0.dot(up) }
        guard let highest = height.max(), let lowest = height.min() else { return nil }
        let atTurn = turn - home.lowerBound
        self.init(
            dropMetres: height[atTurn],
            advanceMetres: zip(course.positions, height).reduce(0) { max($0, ($1.0 - up * $1.1).length) },
            riseMetres: highest - lowest,
            leanwardMetres: Self.lean(course.attitudes[atTurn].rotate(up), up: up).map(course.positions[atTurn].dot))
    }

    /// Heights in metres from where the sensor rests to where it rests next, as high and the same way round; `nil` where force does not
    /// average to gravity.
    static func heights(
        acceleration: [SIMD3<Double>], angularRate: [SIMD3<Double>], between rests: ClosedRange<Int>, rateHz: Double
    ) -> [Double]? {
        course(acceleration: acceleration, angularRate: angularRate, over: rests, rateHz: rateHz).map { course in
            course.positions.map { $0.dot(course.up) }
        }
    }

    /// Attitudes and positions from a rest to the next in the same place, the same way round, in a frame that does not turn.
    private static func course(
        acceleration: [SIMD3<Double>], angularRate: [SIMD3<Double>], over rests: ClosedRange<Int>, rateHz: Double
    ) -> (attitudes: [Quaternion], positions: [SIMD3<Double>], up: SIMD3<Double>)? {
        let attitudes = closed(attitudes(angularRate, over: rests, rateHz: rateHz), rateHz: rateHz)
        let force = zip(attitudes, rests).map { $0.rotate(acceleration[$1]) }
        let count = Double(force.count)
        let gravity = force.reduce(SIMD3.zero, +) / count
        guard let up = up(gravity) else { return nil }
        var sum = SIMD3<Double>.zero
        let velocity = force.map { value in
            sum += (value - gravity) / rateHz
            return sum
        }
        let mean = velocity.reduce(SIMD3.zero, +) / count
        var position = SIMD3<Double>.zero
        let positions = velocity.enumerated().map { index, value in
            if index > 0 { position += (value - mean) / rateHz }
            return position
        }
        return (attitudes, positions, up)
    }

    /// Horizontal way in metres from where the sensor rests to where it rests next, in its own axes at the first.
    ///
    /// - Returns: `nil` where force in between does not average to gravity.
    static func step(
        acceleration: [SIMD3<Double>], angularRate: [SIMD3<Double>], between rests: ClosedRange<Int>, rateHz: Double
    ) -> SIMD3<Double>? {
        let force = zip(attitudes(angularRate, over: rests, rateHz: rateHz), rests).map { $0.rotate(acceleration[$1]) }
        let gravity = force.reduce(SIMD3.zero, +) / Double(force.count)
        guard let up = up(gravity) else { return nil }
        var (velocity, position) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
        for value in force {
            velocity += (value - gravity) / rateHz
            position += velocity / rateHz
        }
        return position - up * position.dot(up)
    }

    /// Attitude at each index, in the axes the sensor has at the first.
    private static func attitudes(_ angularRate: [SIMD3<Double>], over range: ClosedRange<Int>, rateHz: Double) -> [Quaternion] {
        var attitude = Quaternion.identity
        return range.map { index in
            if index > range.lowerBound { attitude = attitude.turned(by: angularRate, from: index - 1, rateHz: rateHz) }
            return attitude
        }
    }

    /// Attitudes that end as they began: what keeps them from it is the bias of the gyroscope, taken off evenly along the way. Of a
    /// bias in the sensor's own axes that is an approximation, good for swings of less than a right angle.
    private static func closed(_ attitudes: [Quaternion], rateHz: Double) -> [Quaternion] {
        let steps = Double(attitudes.count - 1)
        guard let last = attitudes.last, let axis = last.axis,
            last.angle < min(largestBiasRadiansPerSecond * steps / rateHz, largestTurnByBiasRadians)
        else { return attitudes }
        let perStep = axis * (-last.angle / steps)
        return attitudes.enumerated().map { Quaternion(rotationVector: perStep * Double($0)) * $1 }
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
