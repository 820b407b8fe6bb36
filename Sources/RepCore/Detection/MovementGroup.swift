/// Picks the sets of one movement out of everything that was found: for recordings of which somebody says "this is
/// squats" or "some repeated movement".
///
/// Between the sets of an interrupted session people walk, drink and wave their arms, and those movements repeat too.
/// Sets of one movement share posture, size (of tilt and of vertical travel) and tempo; the group with most evidence
/// is the movement asked for. All its sets have the same home, so the choice that closes most excursions over the whole
/// group wins, unless the exercise is known to sink or rise from its start posture.
public struct MovementGroup: Sendable {
    public struct Parameters: Sendable, Equatable {
        /// Difference of posture worth one unit of distance, in m/s2 (some 30 degrees).
        public var posture = 5.0
        /// Log ratio of size or tempo worth one unit of distance.
        public var logRatio = 0.8
        /// Squared distance up to which two sets are the same movement.
        public var largestDistance = 2.8
        /// The same for a single excursion, and its longest pause from a set of three or more, in seconds: on generated sets 0.3
        /// to 1 and 15 to 30 s count alike, and recordings of people do not tell.
        public var largestDistanceOfSingle = 0.5
        public var longestPauseSeconds = 20.0
        /// Share of its evidence that a set in vertical travel keeps which closes as many excursions round its other end.
        public var homelessShare = 0.3

        public init() {}
    }

    /// Tilts of a few degrees are sway, whatever their ratio.
    static let swayDegrees = 8.0

    public var parameters: Parameters

    public init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
    }

    /// The group with most evidence among sets counted in one kind of signal, in time order.
    /// - Parameters:
    ///   - sets: everything found, in time order.
    ///   - sinks: `true` when the body goes down from the start posture and up again, `false` when it goes up first,
    ///     `nil` when not known.
    ///   - isLifted: whether the body part that wears the sensor is known to rise on the way out.
    ///   - isLying: whether somebody has to lie down for it, and to get up after.
    /// - Returns: the sets and what speaks for this reading of them; `nil` when there is nothing.
    public func best(
        of sets: [DetectedSet], sinks: Bool?, isLifted: Bool = false, isLying: Bool = false
    ) -> (sets: [DetectedSet], evidence: Double)? {
        // A single excursion that resembles the movement is as likely a gesture: it makes a movement only where there is
        // nothing else.
        let smallest = sets.contains { $0.count >= 2 } ? 2 : 1
        let limits = sets.map { $0.count >= 2 ? parameters.largestDistance : largestDistance(ofSingle: $0, among: sets) }
        let likenesses = sets.map { Likeness($0.portrait, parameters) }
        // One alone has no time to the next: it is like the reps of a set, or like its steps from one to the next.
        let ofReps = sets.map { Likeness($0.portraitOfARep, parameters) }
        func isMember(_ index: Int, of centre: Int) -> Bool {
            let kind = sets[centre].kind
            return index == centre
                || limits[index] > 0 && likenesses[index].distance(to: likenesses[centre], in: kind) < limits[index]
                || sets[index].count == 1 && ofReps[index].distance(to: ofReps[centre], in: kind) < limits[index]
        }
        // Every set of a day is held against every other: nothing is kept but the sum.
        let scores = sets.map(\.score)
        var best: (score: Double, centre: Int)?
        for centre in sets.indices where sets[centre].count >= smallest {
            let score = scores.indices.reduce(0) { $0 + (isMember($1, of: centre) ? scores[$1] : 0) }
            if score > best?.score ?? 0 { best = (score, centre) }
        }
        guard let best else { return nil }
        let members = sets.indices.filter { isMember($0, of: best.centre) }.map { sets[$0] }
        let group = Self.counted(once: oneHome(members, reference: sets[best.centre], sinks: sinks, isLifted: isLifted, isLying: isLying))
        return (group, members.reduce(0) { $0 + evidence(of: $1, hasKnownHome: sinks != nil) })
    }

    /// Who pauses before the last rep does it alone. It is told from a gesture by being very much like the reps of a set that
    /// it comes soon after, or before.
    private func largestDistance(ofSingle single: DetectedSet, among sets: [DetectedSet]) -> Double {
        let isBesideSet = sets.contains { set in
            set.count >= 3
                && max(single.startSeconds - set.endSeconds, set.startSeconds - single.endSeconds) < parameters.longestPauseSeconds
        }
        return isBesideSet ? parameters.largestDistanceOfSingle : 0
    }

    /// A movement returns home once more than it turns, so the reading round its true home closes one excursion more than
    /// the other one. Vertical travel has no level of its own, its high pass always brings it back: where it closes as many
    /// excursions round its other end, somebody may have lifted a weight and not put it down.
    private func evidence(of set: DetectedSet, hasKnownHome: Bool) -> Double {
        let hasHome = hasKnownHome || set.kind == .tilt || set.exchanged.allSatisfy { $0.count < set.count }
        return hasHome ? set.score : parameters.homelessShare * set.score
    }

    /// For each set, which of the others may be the same movement.
    func companions(of sets: [DetectedSet], in kind: SignalKind) -> [[Int]] {
        let likenesses = sets.map { Likeness($0.portrait, parameters) }
        return sets.indices.map { one in
            sets.indices.filter { other in
                other != one && likenesses[one].distance(to: likenesses[other], in: kind) < parameters.largestDistance
            }
        }
    }

    /// Squared distance of two sets: 1 is a clear difference in one respect.
    public func distance(_ one: MovementPortrait, _ other: MovementPortrait, in kind: SignalKind) -> Double {
        Likeness(one, parameters).distance(to: Likeness(other, parameters), in: kind)
    }

    /// A portrait in units of distance: every set is held against every other, so logarithms are taken once.
    private struct Likeness {
        let posture: SIMD3<Double>
        /// Of tilt, of tempo and of the tilt in degrees.
        let sizes: SIMD3<Double>
        let travel: Double

        init(_ portrait: MovementPortrait, _ parameters: Parameters) {
            posture = portrait.posture / parameters.posture
            let tilt = Math.log(portrait.tiltDegrees + MovementGroup.swayDegrees)
            sizes = SIMD3(Math.log(portrait.tiltSize), Math.log(portrait.periodSeconds), tilt) / parameters.logRatio
            travel = Math.log(portrait.travelSize) / parameters.logRatio
        }

        func distance(to other: Likeness, in kind: SignalKind) -> Double {
            // Legs hardly travel: what a tilting movement does vertically says little. A still arm still must not tilt.
            let travelWeight = kind == .tilt ? 0.5 : 1
            let (posture, sizes, travel) = (posture - other.posture, sizes - other.sizes, travel - other.travel)
            return posture.dot(posture) + sizes.dot(sizes) + travelWeight * travel * travel
        }
    }

    /// Two readings of one movement may share a few seconds at their ends; nobody does two reps at once. What speaks more
    /// for itself keeps them.
    private static func counted(once sets: [DetectedSet]) -> [DetectedSet] {
        sets.map { set in
            var result = set
            for other in sets where other.score > set.score {
                result.reps.removeAll { other.startSeconds < $0.turnSeconds && $0.turnSeconds < other.endSeconds }
            }
            return result
        }.filter { !$0.reps.isEmpty }
    }

    private func oneHome(
        _ sets: [DetectedSet], reference: DetectedSet, sinks: Bool?, isLifted: Bool, isLying: Bool
    ) -> [DetectedSet] {
        var along: [DetectedSet] = []
        var against: [DetectedSet] = []
        for set in sets {
            var readings: [Bool: DetectedSet] = [:]
            for reading in [set] + set.exchanged {
                let isAlong = reading.tiltWay.dot(reference.tiltWay) + reading.travelWay * reference.travelWay > 0
                if readings[isAlong].map({ $0.count < reading.count }) ?? true { readings[isAlong] = reading }
            }
            along.append(readings[true] ?? set)
            against.append(readings[false] ?? set)
        }
        if isLifted, let isAboveHome = reference.turnHeight?.isAboveHome { return isAboveHome ? along : against }
        // Vertical travel decides only where there is some: at least half as large as the tilt.
        if let sinks, abs(reference.travelWay) > 0.5 * reference.tiltWay.length {
            return (reference.travelWay < 0) == sinks ? along : against
        }
        // Where as many close round both ends, a way unlike the others is one that the recording cut.
        let isOpen = zip(along, against).map { isLying && $0.count != $1.count }
        func weight(_ sets: [DetectedSet]) -> Double {
            zip(sets, isOpen).reduce(0) { $0 + $1.0.weight - ($1.1 ? Self.foreignWays(of: $1.0) : 0) }
        }
        return weight(along) >= weight(against) ? along : against
    }

    /// How far the way out to the first turn and the way back from the last are unlike those of the other reps, 0...2.
    ///
    /// Who lies down, does a set and gets up comes into its first home from elsewhere and leaves the last one for elsewhere. Round the wrong
    /// end these two ways look like one more rep.
    private static func foreignWays(of set: DetectedSet) -> Double {
        guard set.kind == .tilt, set.count >= RepEvidence.fewestReps, let first = set.reps.first, let last = set.reps.last
        else { return 0 }
        return 2 - first.likenessOut - last.likenessBack
    }
}

extension DetectedSet {
    /// With how long a rep takes in place of the time from one to the next, which one alone does not have.
    fileprivate var portraitOfARep: MovementPortrait {
        var result = portrait
        result.periodSeconds = Statistics.median(reps.map(\.durationSeconds)) ?? portrait.periodSeconds
        return result
    }
}
