import Motion

/// A picture of the movement in which one repetition is one excursion.
public enum SignalKind: String, Sendable, Equatable, Codable, CaseIterable {
    /// Low-passed specific force, three channels in m/s2: how the segment tilts. Sees legs, slow reps and long holds.
    case tilt
    /// Vertical travel: how the body rises and sinks. Sees squats and lunges from a still arm or the waist.
    case travel
}

/// The signals of one segment, smoothed to the tempo asked for.
public struct MovementSignals: Sendable {
    public let segment: MovementSegment
    /// Unit vectors to up in the sensor frame.
    public let up: [SIMD3<Double>]
    /// Vertical travel in metres.
    public let heightMetres: [Double]
    /// Posture: specific force slower than any repetition's halves (`postureHz`), in m/s2.
    public let posture: [SIMD3<Double>]
    /// The newest part of each smoothing, newest last.
    private var spans: [(key: Key, span: SignalSpan)] = []

    private struct Key: Equatable {
        var kind: SignalKind
        var centihertz: Int

        init(_ kind: SignalKind, _ cutoffHz: Double) {
            self.kind = kind
            let cutoffHz = kind == .travel ? max(cutoffHz, MovementSignals.lowestTravelCutoffHz) : cutoffHz
            centihertz = Int((cutoffHz * 100).rounded())
        }

        var cutoffHz: Double { Double(centihertz) / 100 }
    }

    /// Metres of travel are weighed as this many m/s2 of tilt: half a metre down counts as much as gravity turned by a
    /// right angle, so amplitudes of the two kinds compare. In 1/s2.
    static let travelScale = 20.0
    /// So much more than was asked for is smoothed at either end: sets grow. With less, and with more, a programme takes more
    /// instructions. In seconds.
    static let spanMarginSeconds = 27.0
    /// Periods of the cut-off after which the filter has forgotten (to 1e-9) where it began.
    static let settlingPeriods = 5.0
    /// So many smoothings are kept: those of one set and of a few like it.
    static let mostSpans = 8
    /// Low pass of posture, in Hz.
    static let postureHz = 0.5
    /// Below this cut-off the travel signal holds nothing but its own high pass, in Hz.
    static let lowestTravelCutoffHz = 0.4

    public init(_ segment: MovementSegment, by runner: some PairRunner = OneAfterTheOther()) {
        self.segment = segment
        ((up, heightMetres), posture) = runner.run(
            {
                let up = UpDirection().estimate(segment)
                return (up, VerticalTravel().estimate(segment, up: up))
            },
            { Smoothing.lowPass(segment.acceleration, cutoffHz: Self.postureHz, rateHz: segment.rateHz) })
    }

    private init(
        segment: MovementSegment, up: [SIMD3<Double>], heightMetres: [Double], posture: [SIMD3<Double>]
    ) {
        (self.segment, self.up, self.heightMetres, self.posture) = (segment, up, heightMetres, posture)
    }

    /// A part of them with time running backwards.
    func reversed(_ range: Range<Int>) -> MovementSignals {
        MovementSignals(
            segment: segment.reversed(range), up: up[range].reversed(), heightMetres: heightMetres[range].reversed(),
            posture: posture[range].reversed())
    }

    /// The signal smoothed by a zero-phase low pass, in m/s2 (travel in its first channel, scaled).
    public func smoothed(_ kind: SignalKind, cutoffHz: Double) -> [SIMD3<Double>] {
        let key = Key(kind, cutoffHz)
        if key == Key(.tilt, Self.postureHz) { return posture }
        return lowPass(0..<segment.count, key)
    }

    /// The same where only a part is needed, as a set needs it that is read at its own tempo. The newest part of each
    /// smoothing is kept.
    /// - Parameter wanted: grid indices; cut to those of the segment.
    public mutating func smoothed(_ kind: SignalKind, cutoffHz: Double, covering wanted: Range<Int>) -> SignalSpan {
        let all = 0..<segment.count
        let wanted = wanted.clamped(to: all)
        let key = Key(kind, cutoffHz)
        let known = spans.lastIndex { $0.key == key }
        if let known, spans[known].span.range.lowerBound <= wanted.lowerBound,
            wanted.upperBound <= spans[known].span.range.upperBound
        {
            return spans[known].span
        }
        func widened(_ range: Range<Int>, bySeconds seconds: Double) -> Range<Int> {
            let points = Int(seconds * segment.rateHz)
            return (range.lowerBound - points..<range.upperBound + points).clamped(to: all)
        }
        let range = widened(wanted, bySeconds: Self.spanMarginSeconds)
        let filtered = widened(range, bySeconds: Self.settlingPeriods / key.cutoffHz)
        let span = SignalSpan(lowPass(filtered, key), offset: filtered.lowerBound, range: range)
        if let known { spans.remove(at: known) } else if spans.count == Self.mostSpans { spans.removeFirst() }
        spans.append((key, span))
        return span
    }

    /// A part of the signal smoothed as if it were all there is. Travel is filtered as the one number it is.
    private func lowPass(_ part: Range<Int>, _ key: Key) -> [SIMD3<Double>] {
        switch key.kind {
        case .tilt: Smoothing.lowPass(segment.acceleration[part], cutoffHz: key.cutoffHz, rateHz: segment.rateHz)
        case .travel:
            Smoothing.lowPass(heightMetres[part], cutoffHz: key.cutoffHz, rateHz: segment.rateHz)
                .map { SIMD3($0 * Self.travelScale, 0, 0) }
        }
    }
}
