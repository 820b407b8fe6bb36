/// How far a rep turns the sensor against the vertical.
///
/// With a gyroscope up follows every turn at once, and the largest angle from home is the answer. Without one up is
/// low-passed acceleration (`UpDirection.fallbackCutoffHz`), and the low pass that takes the body's own acceleration
/// flattens the rep too: at 0.5 Hz it leaves 87 % of the way. A rep is one period of a wave, of which the filter's gain
/// at that frequency is known, so what it took is given back. In quick reps the body's acceleration is as large as the
/// turn of gravity; nothing tells them apart, and nothing is claimed.
struct RangeOfMotion {
    /// Quicker reps are not seen without a gyroscope, in seconds.
    static let shortestSeconds = 1.6

    private let up: [SIMD3<Double>]
    /// Low-passed specific force in m/s2; `nil` where a gyroscope makes it unnecessary.
    private let force: SignalSpan?

    /// - Parameter reach: grid indices of the excursions it will be asked for.
    init(_ signals: inout MovementSignals, covering reach: Range<Int>) {
        up = signals.up
        force = signals.segment.angularRate == nil
            ? signals.smoothed(.tilt, cutoffHz: UpDirection().fallbackCutoffHz, covering: reach) : nil
    }

    /// Largest angle of up from that at the start of `excursion`, in degrees, 0...180; `nil` where it is not seen.
    /// - Parameter seconds: from setting out to being back.
    func degrees(of excursion: Excursion, seconds: Double) -> Double? {
        let home = up[excursion.homeBefore]
        let farthest = (excursion.leave...excursion.back).min { up[$0].dot(home) < up[$1].dot(home) } ?? excursion.turn
        guard let force else { return Math.degrees(ofCosine: up[farthest].dot(home)) }
        guard seconds >= Self.shortestSeconds else { return nil }
        let (start, turn) = (force[excursion.homeBefore], force[farthest])
        let half = (turn - start) * (0.5 / Self.gain(atHz: 1 / seconds))
        let middle = (turn + start) * 0.5
        return (middle - half).degrees(to: middle + half)
    }

    /// Of the second-order Butterworth low pass, run forwards and backwards.
    private static func gain(atHz frequency: Double) -> Double {
        let ratio = frequency / UpDirection().fallbackCutoffHz
        return 1 / (1 + ratio * ratio * ratio * ratio)
    }
}
