import Motion

/// Which way is up in the sensor's frame, and what the sensor does beside resting.
public struct GravityEstimate: Sendable, Equatable {
    /// Unit vector, sensor frame: the direction of the specific force at rest, that is, up.
    public var up: SIMD3<Double>
    /// Acceleration without gravity in m/s2, sensor frame.
    public var linearAcceleration: SIMD3<Double>
    /// Rotation from the sensor frame into a frame that stands still but for the gyroscope's drift; it starts as the
    /// sensor frame of the segment's first point. `nil` without a gyroscope.
    public var attitude: Quaternion?
}

/// Direction of gravity from a uniform grid, streaming.
///
/// With a gyroscope: the inclination part of VQF (Laidig and Seel, "VQF: Highly accurate IMU orientation estimation
/// with bias estimation and magnetic disturbance rejection", Information Fusion 91, 2023). Angular rate is integrated
/// (strapdown) into an almost inertial frame; there gravity is constant but for drift, so the acceleration can be
/// low-passed with a long time constant without smearing movement; the result is turned back into the sensor frame. As
/// there, the first `accelerationTimeConstantSeconds` average instead of filtering. Heading, magnetometer and bias
/// estimation are left out: a bias b tilts the estimate by about b times the time constant (1 deg/s: some 4 degrees).
///
/// Without a gyroscope: low pass of the acceleration in the sensor frame (Butterworth, order 2), which lags behind
/// slow turns by about 0.22 s / cut-off in Hz and cannot tell fast movement from tilt.
///
/// Turning the sensor turns every output by the same rotation. A new segment starts anew.
public struct GravityEstimator: Sendable, Equatable, Codable {
    public struct Parameters: Sendable, Equatable, Codable {
        /// Time constant of the low pass in the almost inertial frame, in seconds.
        public var accelerationTimeConstantSeconds: Double
        /// Cut-off of the low pass where there is no gyroscope, in Hz.
        public var fallbackCutoffHz: Double

        public init(accelerationTimeConstantSeconds: Double = 3, fallbackCutoffHz: Double = 0.8) {
            self.accelerationTimeConstantSeconds = accelerationTimeConstantSeconds
            self.fallbackCutoffHz = fallbackCutoffHz
        }
    }

    /// Parameters at a rate.
    struct Coefficients: Sendable, Equatable, Codable {
        var intervalSeconds: Double
        /// Points that are averaged before filtering begins.
        var initialCount: Int
    }

    /// Everything that changes while running.
    struct State: Sendable, Equatable, Codable {
        /// Points of the segment so far.
        var count = 0
        var attitude = Quaternion.identity
        /// Angular rate of the last point in rad/s; `nil` before the first and without a gyroscope.
        var lastRate: SIMD3<Double>?
        /// Low-passed specific force in m/s2, in the almost inertial frame or, without gyroscope, in the sensor frame.
        var force = SIMD3<Double>.zero
        var inertial: BiquadCascade<SIMD3<Double>>
        var fallback: BiquadCascade<SIMD3<Double>>

        /// A segment begins; the filters are settled when they are first used.
        mutating func restart() {
            count = 0
            attitude = .identity
            lastRate = nil
            force = .zero
        }
    }

    public let parameters: Parameters
    let coefficients: Coefficients
    var state: State

    /// An estimator for points at `rateHz`.
    ///
    /// - Throws: `FilterDesignError` where time constant or cut-off do not fit the rate.
    public init(_ parameters: Parameters = Parameters(), rateHz: Double) throws(FilterDesignError) {
        self.parameters = parameters
        // A second-order Butterworth filter with time constant tau has its cut-off at sqrt(2) / (2 pi tau).
        let cutoffHz = 2.0.squareRoot() / (2 * .pi * parameters.accelerationTimeConstantSeconds)
        let inertial = try Butterworth.sections(order: 2, band: .lowPass(cutoffHz: cutoffHz), rateHz: rateHz)
        let fallback = try Butterworth.sections(
            order: 2, band: .lowPass(cutoffHz: parameters.fallbackCutoffHz), rateHz: rateHz)
        coefficients = Coefficients(
            intervalSeconds: 1 / rateHz,
            initialCount: Int(min(1e9, max(1, (parameters.accelerationTimeConstantSeconds * rateHz).rounded()))))
        state = State(inertial: BiquadCascade(inertial), fallback: BiquadCascade(fallback))
    }

    /// Forgets everything seen.
    public mutating func reset() {
        state.restart()
    }

    /// Takes the next grid point. A point that starts a segment, or loses or gains the gyroscope, starts anew.
    public mutating func step(_ point: GridSample) -> GravityEstimate {
        if point.startsSegment || (state.lastRate == nil) != (point.angularRate == nil) { state.restart() }
        state.count += 1
        guard let angularRate = point.angularRate else {
            if state.count == 1 { state.fallback.settle(at: point.acceleration) }
            state.force = state.fallback.step(point.acceleration)
            return estimate(state.force, point.acceleration, attitude: nil)
        }
        if let lastRate = state.lastRate {
            // The mean of both ends: a rectangle would lag by half an interval, 3 degrees in a brisk movement at 25 Hz.
            let turn = (lastRate + angularRate) * (coefficients.intervalSeconds / 2)
            state.attitude = (state.attitude * Quaternion(rotationVector: turn)).normalized
        }
        state.lastRate = angularRate
        let force = state.attitude.rotate(point.acceleration)
        if state.count <= coefficients.initialCount {
            state.force += (force - state.force) / Double(state.count)
            if state.count == coefficients.initialCount { state.inertial.settle(at: state.force) }
        } else {
            state.force = state.inertial.step(force)
        }
        return estimate(
            state.attitude.conjugate.rotate(state.force), point.acceleration, attitude: state.attitude)
    }

    private func estimate(
        _ force: SIMD3<Double>, _ acceleration: SIMD3<Double>, attitude: Quaternion?
    ) -> GravityEstimate {
        // In free fall there is no direction to report; the zero vector says so and leaves the acceleration as it is.
        let up = force.normalized ?? .zero
        return GravityEstimate(up: up, linearAcceleration: acceleration - up * standardGravity, attitude: attitude)
    }
}
