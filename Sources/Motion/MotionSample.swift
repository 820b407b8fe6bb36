/// One reading of an inertial sensor, in SI units.
public struct MotionSample: Sendable, Equatable {
    /// Seconds from the recording's first sample; never decreases within a recording.
    public var timeSeconds: Double
    /// Specific force in m/s2, gravity included: a sensor at rest reads 9.81 upward, whatever its mounting.
    public var acceleration: SIMD3<Double>
    /// Angular rate in rad/s in the same frame, or `nil` where the recording has no gyroscope.
    public var angularRate: SIMD3<Double>?

    @inlinable
    public init(timeSeconds: Double, acceleration: SIMD3<Double>, angularRate: SIMD3<Double>? = nil) {
        self.timeSeconds = timeSeconds
        self.acceleration = acceleration
        self.angularRate = angularRate
    }
}

/// Standard gravity in m/s2 (ISO 80000-3): the unit "g" of exports.
public let standardGravity = 9.80665
