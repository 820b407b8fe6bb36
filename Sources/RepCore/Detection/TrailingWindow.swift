import Motion

/// The newest part of a stream on the uniform grid: what a live analysis looks at.
///
/// Memory is bounded by the length. A gap empties it, as it ends a segment of `EpisodeBuffer`, whose grid this is.
public struct TrailingWindow: Sendable {
    /// Longest part kept, in seconds.
    public let longestSeconds: Double
    private var resampler: UniformResampler
    private var points = Points()

    private struct Points: Sendable {
        var startSeconds = 0.0
        var acceleration: [SIMD3<Double>] = []
        var angularRate: [SIMD3<Double>?] = []
        var isCut = false

        mutating func append(_ point: GridSample) {
            if point.startsSegment { self = Points() }
            if acceleration.isEmpty { startSeconds = point.timeSeconds }
            acceleration.append(point.acceleration)
            angularRate.append(point.angularRate)
        }
    }

    /// - Parameters:
    ///   - longestSeconds: above 0.
    ///   - resampling: grid and gap rule; those of the segments that are analysed in the end.
    public init(
        longestSeconds: Double, resampling: UniformResampler.Parameters = EpisodeBuffer.Parameters().resampling
    ) {
        self.longestSeconds = longestSeconds
        resampler = UniformResampler(resampling)
    }

    /// Rate of the grid in Hz.
    public var rateHz: Double { resampler.parameters.outputHz }

    /// Longest distance between two samples that is no gap, in seconds.
    public var maximumGapSeconds: Double { resampler.parameters.maximumGapSeconds }

    /// Whether the segment began before the window does.
    public var isCut: Bool { Double(points.acceleration.count) > longestSeconds * rateHz || points.isCut }

    /// Takes one sample; times must not decrease.
    public mutating func step(_ sample: MotionSample) {
        Self.step(sample, &resampler, &points)
        // A quarter more is let grow before the oldest part goes, so that a sample costs the same on average.
        let limit = longestSeconds * rateHz
        if Double(points.acceleration.count) > 1.25 * limit {
            let surplus = points.acceleration.count - Int(limit)
            points.startSeconds += Double(surplus) / rateHz
            points.isCut = true
            points.acceleration.removeFirst(surplus)
            points.angularRate.removeFirst(surplus)
        }
    }

    /// The last `longestSeconds` as a segment.
    /// - Parameter held: samples that follow but may still change; they are looked at and not taken.
    public func segment(peekingAt held: some Sequence<MotionSample> = EmptyCollection()) -> MovementSegment {
        var (resampler, points) = (resampler, points)
        for sample in held { Self.step(sample, &resampler, &points) }
        let kept = min(points.acceleration.count, Int(longestSeconds * rateHz))
        let rates = points.angularRate.suffix(kept).compactMap { $0 }
        return MovementSegment(
            startSeconds: points.startSeconds + Double(points.acceleration.count - kept) / rateHz, rateHz: rateHz,
            acceleration: Array(points.acceleration.suffix(kept)), angularRate: rates.count == kept ? rates : nil)
    }

    // The closure may not touch `self` while the resampler, a part of it, is being changed; two parts passed apart may.
    private static func step(_ sample: MotionSample, _ resampler: inout UniformResampler, _ points: inout Points) {
        resampler.step(sample) { points.append($0) }
    }
}
