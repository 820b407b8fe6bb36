/// The two passes of `HoldFinder` over one segment.
struct HoldSearch {
    let signals: HoldSignals
    let parameters: HoldFinder.Parameters

    private let count: Int
    private let corePoints: Int
    /// Part of a run that stands for its posture where it meets the next run.
    private let edgePoints: Int

    init(signals: HoldSignals, parameters: HoldFinder.Parameters) {
        self.signals = signals
        self.parameters = parameters
        count = signals.count
        corePoints = max(1, signals.points(parameters.coreSeconds))
        edgePoints = max(1, signals.points(2))
    }

    /// Points of each held posture, in order of time.
    func spans() -> [Range<Int>] {
        var spans: [Range<Int>] = []
        for coarse in joined(runs(below: parameters.stillSpeed, in: 0..<count)) {
            let threshold = borderSpeed(signals.speed[coarse])
            for run in joined(runs(below: threshold, in: coarse)) {
                let range = reachingBorders(run)
                if signals.tremor(range) <= parameters.maximumTremor { spans.append(range) }
            }
        }
        return spans
    }

    // MARK: Runs

    /// Longest runs that stay below a speed and last at least a core's length.
    private func runs(below speed: Double, in range: Range<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in range where (signals.speed[index] < speed) != (start != nil) {
            if let begun = start {
                runs.append(begun..<index)
                start = nil
            } else {
                start = index
            }
        }
        if let start { runs.append(start..<range.upperBound) }
        return runs.filter { $0.count >= corePoints }
    }

    /// Joins neighbouring runs over excursions that are forgiven.
    private func joined(_ runs: [Range<Int>]) -> [Range<Int>] {
        runs.reduce(into: []) { joined, run in
            if let last = joined.last, areOnePosture(last, run) {
                joined[joined.count - 1] = last.lowerBound..<run.upperBound
            } else {
                joined.append(run)
            }
        }
    }

    private func areOnePosture(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        let excursion = first.upperBound..<second.lowerBound
        let before = signals.posture(first.suffix(edgePoints))
        let after = signals.posture(second.prefix(edgePoints))
        guard excursion.count <= signals.points(max(parameters.fidgetSeconds, parameters.excursionSeconds)),
            degreesBetween(before, after) <= parameters.samePostureDegrees
        else { return false }
        return excursion.count <= signals.points(parameters.excursionSeconds)
            || signals.largestDifference(excursion, from: before + after) <= parameters.samePostureDegrees
    }

    private func borderSpeed(_ speeds: ArraySlice<Double>) -> Double {
        let factor = signals.hasGyroscope ? parameters.speedFactor : parameters.speedFactorWithoutGyroscope
        let typical = Statistics.median(Array(speeds)) ?? 0
        return min(max(factor * typical, parameters.minimumSpeed), max(parameters.stillSpeed, parameters.minimumSpeed))
    }

    private func reachingBorders(_ run: Range<Int>) -> Range<Int> {
        let longest = signals.points(parameters.remainderSeconds)
        let head = 0..<run.lowerBound
        let tail = run.upperBound..<count
        var range = run
        if head.count <= longest,
            signals.largestDifference(head, from: signals.posture(run.prefix(edgePoints))) <= parameters.remainderDegrees
        {
            range = 0..<range.upperBound
        }
        if tail.count <= longest,
            signals.largestDifference(tail, from: signals.posture(run.suffix(edgePoints))) <= parameters.remainderDegrees
        {
            range = range.lowerBound..<count
        }
        return range
    }

    // MARK: Borders

    /// Time of the border on one side of a hold.
    ///
    /// The low pass spreads a quick movement into the hold by up to half a second. From the border it gives, the sharp
    /// speed leads on to where the movement crosses the threshold, and the shape of the movement back to its foot.
    ///
    /// - Parameters:
    ///   - last: The outermost point of the hold on that side.
    ///   - step: +1 or -1, the way out of the hold.
    private func border(_ last: Int, step: Int, threshold: Double) -> Double {
        var inside = last
        for _ in 0..<signals.points(0.5) {
            let next = inside + step
            guard signals.sharpSpeed.indices.contains(next), signals.sharpSpeed[next] < threshold else { break }
            inside = next
        }
        let foot = footSeconds(inside + step, step: step, threshold: threshold)
        return signals.times[inside] - Double(step) * foot
    }

    /// Seconds by which the foot of a movement lies inside the hold, negative outside; 0 at a border of the segment.
    ///
    /// A minimum-jerk movement of duration T starts as v = 16 vPeak (t / T)^2 and peaks at T / 2. It crosses v at
    /// b = T r / 4 with r = sqrt(v / vPeak), so that with the time p from there to the peak, T = 2 (b + p), and
    /// b = p r / (2 - r).
    ///
    /// - Parameter outside: The movement's first point above the threshold.
    private func footSeconds(_ outside: Int, step: Int, threshold: Double) -> Double {
        let speed = signals.sharpSpeed
        guard speed.indices.contains(outside) else { return 0 }
        var peak = outside
        var index = outside
        for _ in 0..<signals.points(1.5) {
            index += step
            guard speed.indices.contains(index) else { break }
            if speed[index] > speed[peak] {
                peak = index
            } else if speed[index] < 0.7 * speed[peak] {
                break
            }
        }
        let seconds = Double(abs(peak - outside)) / signals.rateHz
        let ratio = (threshold / max(speed[peak], threshold)).squareRoot()
        let blur = signals.hasGyroscope ? parameters.blurSeconds : parameters.blurSecondsWithoutGyroscope
        // Never past the peak: beyond it begins what follows.
        return max(seconds * ratio / (2 - ratio) - blur, -seconds)
    }

    // MARK: Features

    func describe(_ whole: Range<Int>) -> Hold {
        let range = parameters.settles ? PostureSteps().settled(whole, in: signals) : whole
        let posture = signals.posture(range)
        let threshold = borderSpeed(signals.speed[range])
        // Beyond a step within the hold nothing crosses the threshold.
        let start = range.lowerBound > whole.lowerBound
            ? signals.times[range.lowerBound] : border(range.lowerBound, step: -1, threshold: threshold)
        let end = range.upperBound < whole.upperBound
            ? signals.times[range.upperBound - 1] : border(range.upperBound - 1, step: 1, threshold: threshold)
        let context = signals.points(parameters.contextSeconds)
        let before = neighbours(in: max(0, whole.lowerBound - context)..<whole.lowerBound, of: posture)
        let after = neighbours(in: whole.upperBound..<min(count, whole.upperBound + context), of: posture)
        let places = (before: places(among: before), after: places(among: after))
        let passage = Self.returnPassage(from: places.before, to: places.after)
        return Hold(
            startSeconds: max(signals.times[0], start), endSeconds: min(signals.times[count - 1], end), posture: posture,
            swayDegrees: sway(range),
            driftDegrees: degreesBetween(
                signals.posture(range.prefix(edgePoints)), signals.posture(range.suffix(edgePoints))),
            speedDegreesPerSecond: Statistics.median(Array(signals.speed[range])) ?? 0,
            tremor: signals.tremor(range),
            differenceBeforeDegrees: before.map(\.differenceDegrees).max(),
            differenceAfterDegrees: after.map(\.differenceDegrees).max(),
            returnDegrees: passage?.degrees, basePosture: passage?.posture,
            heightAboveBaseMetres: HoldRise(signals: signals).metres(of: whole),
            otherPostures: before.isEmpty || after.isEmpty ? places.before + places.after : [])
    }

    /// Root mean square angle from a moving mean of four seconds.
    private func sway(_ range: Range<Int>) -> Double {
        let sum = range.reduce(0.0) { sum, index in
            let mean = signals.posture((index - edgePoints..<index + edgePoints + 1).clamped(to: range))
            let angle = degreesBetween(signals.up[index], mean)
            return sum + angle * angle
        }
        return (sum / Double(range.count)).squareRoot()
    }

    /// A second shortly before or after a hold.
    private struct Neighbour {
        var posture: SIMD3<Double>
        /// From the posture of the hold.
        var differenceDegrees: Double
        /// Mean turning speed in degrees per second.
        var speed: Double
    }

    /// Every half second one; all there is as one where that is less than a second.
    private func neighbours(in range: Range<Int>, of posture: SIMD3<Double>) -> [Neighbour] {
        let second = min(max(1, signals.points(1)), range.count)
        guard second > 0 else { return [] }
        return stride(from: range.lowerBound, through: range.upperBound - second, by: max(1, second / 2)).map { start in
            let window = start..<start + second
            let mean = signals.posture(window)
            return Neighbour(
                posture: mean, differenceDegrees: degreesBetween(mean, posture),
                speed: signals.speed[window].reduce(0, +) / Double(second))
        }
    }

    /// Other postures than that of the hold which the body was in, not merely passing through: it was slow there, or went
    /// hardly any farther.
    private func places(among neighbours: [Neighbour]) -> [SIMD3<Double>] {
        let farthest = neighbours.map(\.differenceDegrees).max() ?? 0
        return neighbours.filter {
            $0.differenceDegrees > 2 * parameters.remainderDegrees
                && ($0.speed < 2 * parameters.stillSpeed || $0.differenceDegrees > 0.75 * farthest)
        }.map(\.posture)
    }

    /// The two most alike of the places before and after: their difference, and the posture between them.
    static func returnPassage(
        from before: [SIMD3<Double>], to after: [SIMD3<Double>]
    ) -> (degrees: Double, posture: SIMD3<Double>?)? {
        before.lazy.flatMap { first in
            after.lazy.map { (degrees: degreesBetween(first, $0), posture: (first + $0).normalized) }
        }.min { $0.degrees < $1.degrees }
    }
}
