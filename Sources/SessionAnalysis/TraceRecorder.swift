import Motion
import RepCore
import SessionModel

/// Draws a `SignalTrace` while segments pass: whenever the bins would become too many, neighbours merge, so that a day takes
/// no more memory than a minute.
struct TraceRecorder: Sendable {
    /// Enough for one point a pixel over several rows of a page.
    static let mostBins = 4096
    /// What the posture at the start is averaged over, in seconds.
    static let startSeconds = 1.0

    private var reference: (kind: SignalTrace.Reference, up: SIMD3<Double>)?
    private var binSeconds = 0.0
    private var bins: [ClosedRange<Double>?] = []

    var trace: SignalTrace? {
        reference.map { SignalTrace(reference: $0.kind, binSeconds: binSeconds, bins: bins) }
    }

    /// - Parameter walking: the walking found in the segment.
    mutating func take(_ segment: MovementSegment, walking: [WalkingRun]) {
        let up = UpDirection().estimate(segment)
        if reference == nil {
            guard let found = Self.reference(up, rateHz: segment.rateHz, walking: walking) else { return }
            reference = found
            // Two grid points, so that rounding leaves no bin without any.
            binSeconds = 2 / segment.rateHz
        }
        guard let reference else { return }
        for (index, direction) in up.enumerated() where direction != .zero {
            widen(to: direction.degrees(to: reference.up), at: segment.seconds(at: index))
        }
    }

    private static func reference(
        _ up: [SIMD3<Double>], rateHz: Double, walking: [WalkingRun]
    ) -> (kind: SignalTrace.Reference, up: SIMD3<Double>)? {
        if let upright = Upright(walking) { return (.upright, upright.up) }
        let count = max(1, Int(startSeconds * rateHz))
        return up.prefix(count).reduce(.zero, +).normalized.map { (.start, $0) }
    }

    private mutating func widen(to tilt: Double, at seconds: Double) {
        guard seconds >= 0, seconds.isFinite, tilt.isFinite else { return }
        while seconds / binSeconds >= Double(Self.mostBins) { merge() }
        let bin = Int(seconds / binSeconds)
        if bin >= bins.count { bins += Array(repeating: nil, count: bin + 1 - bins.count) }
        bins[bin] = Self.union(bins[bin], tilt...tilt)
    }

    private mutating func merge() {
        binSeconds *= 2
        bins = stride(from: 0, to: bins.count, by: 2).map { index in
            Self.union(bins[index], index + 1 < bins.count ? bins[index + 1] : nil)
        }
    }

    private static func union(_ first: ClosedRange<Double>?, _ second: ClosedRange<Double>?) -> ClosedRange<Double>? {
        guard let first, let second else { return first ?? second }
        return min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
    }
}
