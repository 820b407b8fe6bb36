import Motion

/// Held postures in a gap-free stretch of the grid: where they begin and end, and what they are like.
///
/// A posture is entered and left by moving, so its borders are where the turning speed crosses between moving and
/// staying. How fast "moving" is depends on the person: a leg on a stool turns at a third of a degree per second, one in
/// boat pose at one and a half, tremor left out. Therefore two passes, with hysteresis:
/// 1. *Cores*: slower than `stillSpeed` for `coreSeconds`. Cores of one posture are joined over excursions.
/// 2. *Borders*: within each, the threshold is `speedFactor` times the median speed there, and the hold is what
///    remains of it below that threshold, joined over excursions once more.
///
/// An excursion is forgiven when the posture after it is that before it (2 s on either side, within
/// `samePostureDegrees`) and it took no longer than `excursionSeconds`, however large, or `fidgetSeconds` where it never
/// left the posture. Comparing neighbours only, a posture may sink or deepen slowly by any amount.
///
/// Between rest and the threshold lies the beginning of the movement. The low pass that keeps tremor out of the speed
/// blurs quick movements, so with a gyroscope the crossing is then looked up in the unfiltered speed. Reaching movements
/// start and end with a speed that grows with the square of time (minimum jerk: Flash and Hogan, J. Neurosci. 5, 1985);
/// its duration follows from the threshold, the peak of the movement and the time between them, and the border is put
/// where the movement begins.
///
/// A segment is analysed as a whole, in time linear in its length but for two sorts of it. Shifting its times shifts the
/// holds; turning the sensor turns the postures and moves no border. Of a hold that somebody bends into, and straightens up in before leaving it,
/// the part between is measured (`PostureSteps`).
///
/// What the sensor is not carried through has no borders: the stretch of the other leg, seen from a thigh, begins where
/// that thigh comes to rest, seconds before.
public struct HoldFinder: Sendable {
    public struct Parameters: Sendable, Equatable {
        /// Shortest hold reported, in seconds.
        public var minimumSeconds = 5.0
        /// The same of one at a border of the segment, beyond which it may go on.
        public var minimumCutOffSeconds = 5.0
        /// Cut-off of the low pass that separates posture from tremor, in Hz.
        public var postureCutoffHz = 1.5
        /// Window of the turning speed's root mean square, in seconds.
        public var smoothingSeconds = 0.24
        /// Turning speed in degrees per second above which nobody keeps a posture; also the largest border threshold.
        public var stillSpeed = 10.0
        /// Smallest border threshold in degrees per second.
        public var minimumSpeed = 2.0
        /// Border threshold, as a multiple of the hold's own median speed. Lower with a gyroscope, whose speed has less
        /// noise than that of the acceleration's direction.
        public var speedFactor = 2.5
        public var speedFactorWithoutGyroscope = 3.0
        /// Shortest run of stillness that belongs to a posture instead of to the way into it, in seconds.
        public var coreSeconds = 1.0
        /// Largest difference that still is the same posture.
        public var samePostureDegrees = 5.0
        /// Longest excursion forgiven, and longest one that stays in the posture, in seconds.
        public var excursionSeconds = 2.0
        public var fidgetSeconds = 4.0
        /// A remainder between hold and border of the segment counts as part of the hold up to this long and this far
        /// from its posture: no other posture was seen, so nothing shows that the hold had not begun.
        public var remainderSeconds = 2.0
        public var remainderDegrees = 8.0
        /// Mean acceleration beside the posture's own, in m/s2, above which somebody walks or rides instead of keeping
        /// still.
        public var maximumTremor = 0.5
        /// How far before and after a hold its other postures are looked for, in seconds.
        public var contextSeconds = 8.0
        /// Whether a hold is what lies between bending into it and straightening up, where that is seen (`PostureSteps`). While it is kept
        /// nobody knows.
        public var settles = true
        /// What the smoothing of the speed hides at the foot of a movement, in seconds. Larger without a gyroscope:
        /// there the acceleration of a movement, which comes before its speed, already bends the direction.
        public var blurSeconds = 0.06
        public var blurSecondsWithoutGyroscope = 0.2

        public init() {}
    }

    public let parameters: Parameters
    let rateHz: Double
    let sections: [Biquad]

    /// A finder for a grid of `rateHz`.
    ///
    /// - Throws: `FilterDesignError` where the cut-off does not fit the rate.
    public init(_ parameters: Parameters = Parameters(), rateHz: Double = 25) throws(FilterDesignError) {
        self.parameters = parameters
        self.rateHz = rateHz
        sections = try Butterworth.sections(order: 2, band: .lowPass(cutoffHz: parameters.postureCutoffHz), rateHz: rateHz)
    }

    /// All held postures of a segment, in order of time, not overlapping.
    ///
    /// - Parameter segment: Points of one uniform, gap-free grid of the finder's rate. The gyroscope is used where every
    ///   point has one.
    public func holds(in segment: some Collection<GridSample>) -> [Hold] {
        find(Array(segment), parameters)
    }

    /// Every posture that may be the one held where somebody says that one was. Where nobody keeps still, a shakier posture is accepted, in
    /// two steps; the result is empty where even that is not found.
    public func likelyHolds(in segment: some Collection<GridSample>) -> [Hold] {
        let segment = Array(segment)
        for leniency in [1.0, 1.5, 2.5] {
            var parameters = parameters
            parameters.minimumSeconds = min(parameters.minimumSeconds, 3)
            parameters.stillSpeed *= leniency
            parameters.samePostureDegrees *= leniency
            let found = find(segment, parameters)
            if found.contains(where: { $0.durationSeconds >= parameters.minimumSeconds }) { return found }
        }
        return []
    }

    /// The posture held where it is known that one was: the longest hold, and those of the same posture that last at least half as long.
    public static func main(among holds: [Hold]) -> [Hold] {
        guard let main = holds.max(by: { $0.durationSeconds < $1.durationSeconds }) else { return [] }
        return holds.filter {
            $0.durationSeconds >= main.durationSeconds / 2
                && degreesBetween($0.posture, main.posture) <= 2 * Parameters().remainderDegrees
        }
    }

    private func find(_ segment: [GridSample], _ parameters: Parameters) -> [Hold] {
        guard segment.count > 1 else { return [] }
        let signals = HoldSignals(
            segment, sections: sections, rateHz: rateHz, smoothingSeconds: parameters.smoothingSeconds,
            stillDegreesPerSecond: parameters.stillSpeed)
        let search = HoldSearch(signals: signals, parameters: parameters)
        return search.spans().map { search.describe($0) }.filter {
            $0.durationSeconds >= ($0.isCutOff ? min(parameters.minimumSeconds, parameters.minimumCutOffSeconds) : parameters.minimumSeconds)
        }
    }
}
