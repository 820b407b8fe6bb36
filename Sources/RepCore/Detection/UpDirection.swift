import Motion

/// Where up points in the sensor's frame, found for a whole segment at once.
///
/// The gyroscope carries the specific force into a frame that hardly turns; there the body's accelerations average out
/// and a slow zero-phase low pass leaves gravity; carried back, it follows every rotation without delay. This is the
/// offline form of VQF (Laidig and Seel, Information Fusion 2023, section 3.5) without its bias estimation: drift is
/// slow against the low pass. Turning the sensor turns the answer and changes nothing else. Without a gyroscope the
/// low-passed acceleration itself has to do.
public struct UpDirection: Sendable {
    /// Cut-off of the low pass in the inertial frame, in Hz: below the slowest repetition, above gyroscope drift.
    public var inertialCutoffHz = 0.1
    /// Cut-off of the low pass where there is no gyroscope, in Hz.
    public var fallbackCutoffHz = 0.8

    public init() {}

    /// Unit vectors along specific force at rest (up), one per grid point; the zero vector where the force is zero.
    public func estimate(_ segment: MovementSegment) -> [SIMD3<Double>] {
        guard let rate = segment.angularRate else {
            return Smoothing.lowPass(
                segment.acceleration, cutoffHz: fallbackCutoffHz, rateHz: segment.rateHz, extending: .constant
            ).map { $0.normalized ?? .zero }
        }
        var attitude = Quaternion.identity
        var attitudes: [Quaternion] = []
        var inertial: [SIMD3<Double>] = []
        attitudes.reserveCapacity(segment.count)
        inertial.reserveCapacity(segment.count)
        for index in 0..<segment.count {
            let mean = index == 0 ? rate[0] : (rate[index] + rate[index - 1]) * 0.5
            attitude = (attitude * Quaternion(rotationVector: mean / segment.rateHz)).normalized
            attitudes.append(attitude)
            inertial.append(attitude.rotate(segment.acceleration[index]))
        }
        Smoothing.lowPass(inPlace: &inertial, cutoffHz: inertialCutoffHz, rateHz: segment.rateHz, extending: .constant)
        for index in inertial.indices {
            inertial[index] = attitudes[index].conjugate.rotate(inertial[index].normalized ?? .zero)
        }
        return inertial
    }
}
