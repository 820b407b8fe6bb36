import Motion

/// A picture of the movement in which one repetition is one excursion.
public enum SignalKind: String, Sendable, Equatable, Codable, CaseIterable {
    /// Low-passed specific force, three channels in m/s2: how the segment tilts. Sees legs, slow reps and long holds.
    case tilt
    /// Vertical travel: how the body rises and sinks. Sees squats and lunges from a still arm or the waist.
    case travel
}

/// The signals of one segment, smoothed to the tempo asked for; each smoothing is computed once.
public struct MovementSignals {
    public let segment: MovementSegment
    /// Unit vectors to up in the sensor frame.
    public let up: [SIMD3<Double>]
    /// Vertical travel in metres.
    public let heightMetres: [Double]
    private let travel: [SIMD3<Double>]
    private var cache: [Key: [SIMD3<Double>]] = [:]

    private struct Key: Hashable {
        var kind: SignalKind
        var centihertz: Int
    }

    /// Metres of travel are weighed as this many m/s2 of tilt: half a metre down counts as much as gravity turned by a
    /// right angle, so amplitudes of the two kinds compare. In 1/s2.
    static let travelScale = 20.0
    /// Below this cut-off the travel signal holds nothing but its own high pass, in Hz.
    static let lowestTravelCutoffHz = 0.4

    public init(_ segment: MovementSegment) {
        self.segment = segment
        up = UpDirection().estimate(segment)
        heightMetres = VerticalTravel().estimate(segment, up: up)
        travel = heightMetres.map { SIMD3($0 * Self.travelScale, 0, 0) }
    }

    /// The signal smoothed by a zero-phase low pass, in m/s2 (travel in its first channel, scaled).
    public mutating func smoothed(_ kind: SignalKind, cutoffHz: Double) -> [SIMD3<Double>] {
        let cutoff = kind == .travel ? max(cutoffHz, Self.lowestTravelCutoffHz) : cutoffHz
        let key = Key(kind: kind, centihertz: Int((cutoff * 100).rounded()))
        if let known = cache[key] { return known }
        let result = Smoothing.lowPass(
            kind == .tilt ? segment.acceleration : travel, cutoffHz: Double(key.centihertz) / 100,
            rateHz: segment.rateHz)
        cache[key] = result
        return result
    }

    /// Posture: specific force slower than any repetition's halves (0.5 Hz), in m/s2.
    public mutating func posture() -> [SIMD3<Double>] { smoothed(.tilt, cutoffHz: 0.5) }
}
