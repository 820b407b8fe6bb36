import Motion

/// How far up and down the sensor travels, in metres about its running mean.
///
/// A squat or lunge accelerates four times a rep (down, brake, up, brake), so acceleration shows two bumps and invites
/// half-period errors. Height goes down and up once. Vertical acceleration is the component of specific force along up,
/// less gravity: it needs no mounting, and an arm that hangs still still rides on the body. Integrating twice weakens
/// every harmonic by its number squared; a zero-phase high pass after each integration takes the drift. So the result
/// means something only for movement faster than the high pass: reps of a few seconds without long holds.
public struct VerticalTravel: Sendable {
    /// Vertical travel is trusted only for reps up to this long, in seconds: its high pass fills longer holds with swings of its
    /// own.
    public static let longestRepSeconds = 4.0

    /// High-pass cut-off in Hz, applied after each integration.
    public var highPassHz = 0.15

    public init() {}

    /// Height in metres, up positive, one per grid point.
    /// - Parameter up: unit vectors as `UpDirection` gives them.
    public func estimate(_ segment: MovementSegment, up: [SIMD3<Double>]) -> [Double] {
        let force = Self.acceleration(segment, up: up, over: 0..<segment.count)
        let velocity = integrated(centred(force), segment.rateHz)
        return integrated(velocity, segment.rateHz)
    }

    /// Vertical part of acceleration in m/s2, gravity taken off, up positive.
    /// - Parameter range: grid indices wanted.
    static func acceleration(_ segment: MovementSegment, up: [SIMD3<Double>], over range: Range<Int>) -> [Double] {
        guard segment.angularRate != nil else {
            // Without a gyroscope the direction of up lags behind quick turns; the magnitude does not.
            return segment.acceleration[range].map { $0.length - standardGravity }
        }
        return zip(segment.acceleration[range], up[range]).map { $0.dot($1) - standardGravity }
    }

    private func integrated(_ signal: [Double], _ rateHz: Double) -> [Double] {
        var sum = 0.0
        var integral = signal.map { value in
            sum += value / rateHz
            return sum
        }
        Smoothing.highPass(inPlace: &integral, cutoffHz: highPassHz, rateHz: rateHz)
        return integral
    }

    private func centred(_ signal: [Double]) -> [Double] {
        guard !signal.isEmpty else { return [] }
        let mean = signal.reduce(0, +) / Double(signal.count)
        return signal.map { $0 - mean }
    }
}
