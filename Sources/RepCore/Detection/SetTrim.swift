/// Drops movements of a set that are none of its reps: at either end putting the weight down, sitting up, a step before; in a pause
/// within it a few steps.
public struct SetTrim: Sendable {
    /// What counts as a stray.
    public enum Rule: Sendable {
        /// What looks different and comes late or early, what stands apart in time and size or duration, and what is foreign by its force or
        /// turns far more than the others. For sets that were recognised among everything: a lunge's first step may look different, a
        /// stray after it comes out of tempo too.
        case outOfTempo
        /// What looks far more different than the others do among themselves, whenever it comes, and what is foreign by its force or turns
        /// far more. For sets of a movement that was told: there everything like it was taken in, and weights are put down in tempo.
        case foreign
        /// What goes farther and takes longer than any rep does that has one on either side and is in doubt, or goes much farther. For
        /// exercises done lying: legs laid flat before and after a set of bridges move as a bridge does, only farther.
        case farther
    }

    public var rule: Rule
    /// Most reps dropped at either end.
    public var most = 2
    /// Sets with fewer reps are left alone.
    public var fewestReps = 5
    /// What looks different (`DetectedRep.likeness` below this) and comes late or early (interval to its neighbour over
    /// the median interval above this) is a stray; what is only one of the two stays.
    public var likeness = 0.75
    public var intervalRatio = 1.2
    /// So many reps show how much those of one set differ.
    public var fewestRepsForSpread = 7
    /// What differs from the others so much more than they do from each other, and this much in all, is a stray whenever
    /// it comes - unless the half of it that touches the set is like theirs: then a rep ended in walking off, or began
    /// while the arm still came up.
    public var spreadRatio = 8.0
    public var foreignLikeness = 0.5
    public var foreignHalfLikeness = 0.9
    /// Neither is it a rep, wherever it stands, that may be none (`RepEvidence.doubtful`) and in which the body does nothing like what
    /// it does in the others (`ForceRhythm.turnLikeness`). Told, no whole recording of people loses a rep by it; blind, one watch
    /// session does. Of 75 doubtful movements at thighs and wrists, of people cut up and put between everyday movement, 25 lie below:
    /// none of the 20 reps among them.
    public var foreignForceLikeness = 0.7
    /// Nor is it one, between others, that is in doubt and turns so much farther than most: an arm that wipes a face in a pause, where
    /// vertical travel has an excursion of its own making. No recording of people has one.
    public var foreignConfidence = 0.8
    public var foreignSizeRatio = 2.0
    /// Where a larger share of the reps are so, they are of two kinds.
    public var mostForeign = 0.2
    /// How much farther (`DetectedRep.rangeOfMotionDegrees`) than the farthest inner rep a stray goes that lasts or holds longer as
    /// well, by how much it does, and how much farther is enough by itself.
    public var fartherRatio = 1.08
    public var longerRatio = 1.15
    public var longerHoldRatio = 1.5
    public var muchFartherRatio = 1.35
    /// A pause that sets reps apart, in seconds, and sizes (`DetectedRep.rangeOfMotionDegrees`) and durations, over the medians, that reps of
    /// one set have.
    public var shortestApartSeconds = 2.0
    public var sizesOfOneSet = 0.7...1.3
    public var durationsOfOneSet = 0.5...2.0
    /// With less confidence than that a rep stands apart by a pause so many times as long as most, even where one in the set is longer. Five
    /// of six who sit down after squats, or get up before, lie below in one simulator; of people's sets none is counted otherwise.
    public var apartConfidence = 0.97
    public var apartPauseRatio = 2.0
    /// Reps differ by this share however alike they are: sensor noise and sampling.
    private static let smallestSpread = 0.02

    public init(_ rule: Rule) { self.rule = rule }

    /// The set without strays; reps dropped from a set are no partial reps.
    public func trimmed(_ set: DetectedSet) -> DetectedSet {
        var reps = set.reps
        if rule == .outOfTempo {
            reps = Array(reps.dropFirst(apart(reps, durations: durationsOfOneSet)))
            // Live, the last rep is still on its way back when it is judged, and looks short.
            reps = reps.dropLast(apart(reps.reversed(), durations: 0...durationsOfOneSet.upperBound))
        }
        for _ in 0..<most where isStray(reps.first, beside: reps.dropFirst().first, half: \.likenessBack, in: reps) {
            reps.removeFirst()
        }
        for _ in 0..<most where isStray(reps.last, beside: reps.dropLast().last, half: \.likenessOut, in: reps) {
            reps.removeLast()
        }
        if rule != .farther, reps.count >= fewestReps {
            let foreign = foreignTurns(in: reps)
            reps = reps.enumerated().filter { !hasForeignForce($1, isLast: $0 == reps.count - 1) && !foreign.contains($0) }.map(\.element)
        }
        var result = set
        // What was like reps that are none is none either.
        if reps.first != set.reps.first { result.repsBefore = [] }
        if reps.last != set.reps.last { result.repsAfter = [] }
        result.reps = reps
        result.keepTurnsSeenBackwards(
            from: reps.first == set.reps.first ? -.infinity : result.startSeconds,
            to: reps.last == set.reps.last ? .infinity : result.endSeconds)
        result.features?.reps = reps.count
        return result
    }

    /// - Parameter half: likeness of the half that touches the set.
    private func isStray(
        _ rep: DetectedRep?, beside neighbour: DetectedRep?, half: KeyPath<DetectedRep, Double>, in reps: [DetectedRep]
    ) -> Bool {
        guard let rep, let neighbour, reps.count >= fewestReps else { return false }
        return switch rule {
        case .outOfTempo: isOutOfTempo(rep, beside: neighbour, in: reps)
        case .foreign: isForeign(rep, half: rep[keyPath: half], in: reps)
        case .farther: isFarther(rep, than: reps.dropFirst().dropLast())
        }
    }

    /// How many reps at the beginning stand apart from the rest by a longer pause than any in it, or than most where they are not sure, each
    /// of another size than the rest has or of another duration: who gets up bends the trunk far, and then a little.
    private func apart(_ reps: [DetectedRep], durations: ClosedRange<Double>) -> Int {
        stride(from: most, to: 0, by: -1).first { count in
            guard reps.count - count >= fewestReps else { return false }
            let rest = reps[count...]
            func pause(_ one: DetectedRep, _ other: DetectedRep) -> Double {
                max(other.startSeconds - one.endSeconds, one.startSeconds - other.endSeconds)
            }
            let pauses = zip(rest, rest.dropFirst()).map(pause)
            let isSure = reps[..<count].contains { ($0.confidence ?? 1) >= apartConfidence }
            let longest = pauses.max() ?? 0
            let limit = isSure ? longest : min(longest, apartPauseRatio * (Statistics.median(pauses) ?? 0))
            guard pause(reps[count - 1], reps[count]) > max(shortestApartSeconds, limit),
                let usual = Statistics.median(rest.map(\.turnedDegrees)), let usualSeconds = Statistics.median(rest.map(\.durationSeconds))
            else { return false }
            return reps[..<count].allSatisfy {
                !sizesOfOneSet.contains($0.turnedDegrees / max(usual, .leastNormalMagnitude))
                    || !durations.contains($0.durationSeconds / max(usualSeconds, .leastNormalMagnitude))
            }
        } ?? 0
    }

    private func isOutOfTempo(_ rep: DetectedRep, beside neighbour: DetectedRep, in reps: [DetectedRep]) -> Bool {
        let steps = zip(reps, reps.dropFirst()).map { $1.turnSeconds - $0.turnSeconds }
        guard let median = Statistics.median(steps), median > 0 else { return false }
        return rep.likeness < likeness && abs(rep.turnSeconds - neighbour.turnSeconds) > intervalRatio * median
    }

    private func isForeign(_ rep: DetectedRep, half: Double, in reps: [DetectedRep]) -> Bool {
        guard reps.count >= fewestRepsForSpread, rep.likeness < foreignLikeness, half < foreignHalfLikeness,
            let spread = Statistics.median(reps.dropFirst().dropLast().map { 1 - $0.likeness })
        else { return false }
        return 1 - rep.likeness > spreadRatio * max(spread, Self.smallestSpread)
    }

    /// Live, the last rep is still ending when it is judged, and looks doubtful for a moment.
    private func hasForeignForce(_ rep: DetectedRep, isLast: Bool) -> Bool {
        (rep.confidence ?? 1) < (isLast ? RepEvidence.unlikely : RepEvidence.doubtful)
            && (rep.forceLikeness ?? 1) < foreignForceLikeness
    }

    /// Those between others that are in doubt and turn far more than most. Where many do, the set has reps of two kinds.
    private func foreignTurns(in reps: [DetectedRep]) -> Set<Int> {
        guard reps.count >= fewestRepsForSpread, let usual = Statistics.median(reps.map(\.turnedDegrees)) else { return [] }
        let foreign = reps.indices.dropFirst().dropLast().filter {
            (reps[$0].confidence ?? 1) < foreignConfidence && reps[$0].turnedDegrees > foreignSizeRatio * usual + MovementGroup.swayDegrees
        }
        return Double(foreign.count) <= mostForeign * Double(reps.count) ? Set(foreign) : []
    }

    private func isFarther(_ rep: DetectedRep, than inner: ArraySlice<DetectedRep>) -> Bool {
        func ratio(_ size: (DetectedRep) -> Double) -> Double {
            size(rep) / max(inner.map(size).max() ?? 0, .leastNormalMagnitude)
        }
        let farther = ratio(\.turnedDegrees)
        let holdsLonger = (rep.holdSeconds ?? 0) > longerHoldRatio * max(1, inner.compactMap(\.holdSeconds).max() ?? 0)
        let longer = holdsLonger || ratio(\.durationSeconds) > longerRatio
        let isLikely = (rep.confidence ?? 0) >= RepEvidence.beyondDoubt
        return farther > muchFartherRatio || farther > fartherRatio && longer && !isLikely
    }
}
