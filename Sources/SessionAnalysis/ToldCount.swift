import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// Counts a recording of which somebody says what was done: the sets of one movement, told apart from what lies between.
struct ToldCount {
    /// `nil`: some repeated movement.
    let exercise: Exercise?
    var placement: Placement? = nil
    /// Side the sensor is worn on.
    var side: Side? = nil
    /// How this person does it, where that is known.
    var profile: MovementProfile? = nil

    /// Whether anything in the recording looks like the profile; `true` without one.
    func isLikeProfile(_ segments: [SegmentFindings]) -> Bool {
        profile?.like(segments.flatMap { $0.tiltSets + $0.travelSets }.map(asDone)).isEmpty != true
    }

    func movements(in segments: [SegmentFindings]) -> Movements {
        let sinks = exercise?.travel.map { $0 == .sinks }
        let isLifted = placement.map { exercise?.lifts.contains($0) == true } ?? false
        let group = MovementGroup()
        let seen = [segments.flatMap(\.tiltSets), segments.flatMap(\.travelSets)].map {
            $0.filter(Self.isMovement).map(asDone)
        }
        let walking = segments.flatMap(\.walking)
        let both = withoutWalks(seen).map { $0.filter { isInPosture($0, walking) } }
        // Only where something looks like the profile; a recording of something else is counted as without one.
        let like = profile.map { profile in both.map(profile.like) } ?? both
        let isLying = exercise?.posture.isLying == true
        let counts = (like.allSatisfy(\.isEmpty) ? both : like).compactMap {
            group.best(of: $0, sinks: sinks, isLifted: isLifted, isLying: isLying)
        }
        guard let best = counts.max(by: { $0.evidence < $1.evidence }) else { return Movements() }
        let steps = placement?.isOnLeg == true ? walking : []
        let trimmed = WalkedReps(walking: steps).left(out: best.sets).map(SetTrim(.foreign).trimmed)
        // Only where it is known which end is home: read round the wrong one, a set always has one turn more.
        let sets = Self.joined(sinks == nil ? trimmed : trimmed.completed(), in: segments)
        guard let exercise else {
            return Movements(sets: sets.map { SetResult($0, exercise: ExerciseCatalog.unrecognised) })
        }
        let upright = Upright(walking)
        let alternation = Alternation(wornSide: side, travelSets: both[1])
        let results = sets.map { result($0, of: exercise, upright: upright, alternation: alternation) }
        return Movements(
            sets: SensorSite(placement: placement, side: side).fillingSides(of: results),
            isUnlikeTold: isUnlike(exercise, sets, upright: upright))
    }

    /// Whether none of the sets, round either end, moves like the exercise as this body part shows it. `false` where that is not known.
    private func isUnlike(_ exercise: Exercise, _ sets: [DetectedSet], upright: Upright?) -> Bool {
        guard let placement else { return false }
        let features = sets.flatMap { [$0] + $0.exchanged }.compactMap(\.features)
        return !features.isEmpty && features.allSatisfy { features in
            let scores = Recogniser().scores(of: features, placement: placement, upright: upright, allowed: [exercise.name])
            return scores.candidates.first.map { $0.logScore < Self.unlikeScore } ?? false
        }
    }

    /// Log score below which a set is no exercise of that name. Six of 100 told recordings of simulators have no set above, and 70 of 100 in
    /// which nobody did it; of those of people on legs and trunk one of 180, and most of walking.
    private static let unlikeScore = -5.0

    private func asDone(_ set: DetectedSet) -> DetectedSet { set.asDone(exercise, from: placement) }

    /// Whether a set is large enough to be any exercise. The waves of generated noise, low-passed, hardly ever turn by three degrees
    /// or travel by ten centimetres; of the sets people were told to do none turns by less than 3.8 degrees.
    private static func isMovement(_ set: DetectedSet) -> Bool {
        set.portrait.tiltDegrees >= smallestTiltDegrees || abs(set.travelMetres) >= smallestTravelMetres
    }

    private static let smallestTiltDegrees = 3.0
    private static let smallestTravelMetres = 0.12

    /// A leg strikes the ground in a rhythm all the while it walks, and the trunk feels it. What they do besides is what was told; where
    /// there is nothing else, somebody exercises as fast as others walk. An arm that squats as fast has the same rhythm.
    private func withoutWalks(_ sets: [[DetectedSet]]) -> [[DetectedSet]] {
        guard placement?.isOnArm == false else { return sets }
        let others = sets.map { $0.filter { !isWalk($0) } }
        return others.joined().contains { $0.count >= Self.fewestReps } ? others : sets
    }

    /// Lunges strike the ground too, but they take longer than a stride.
    private func isWalk(_ set: DetectedSet) -> Bool {
        (set.features?.gait ?? 0) >= Self.gaitOfWalk && set.portrait.periodSeconds < Self.longestStrideSeconds
    }

    /// Nobody lies on the floor upright: whether an exercise that is done lying or seated can have a home that leans so little against upright,
    /// as walking elsewhere in the recording shows it. Where nothing was done, two simulators' walks were counted as clamshells. How far it may
    /// lean is not asked: who bridges on one leg lifts the other as they like.
    private func isInPosture(_ set: DetectedSet, _ walking: [WalkingRun]) -> Bool {
        guard let exercise, let placement, exercise.posture != .standing,
            let upright = Upright(
                walking.filter { $0.startSeconds + $0.durationSeconds < set.startSeconds || set.endSeconds < $0.startSeconds }),
            let lean = set.features?.posed(upright)[.lean]
        else { return true }
        let rows = SignatureTable.all.filter { $0.exercise == exercise.name && $0.isSeen(from: placement) }
        return rows.isEmpty || rows.contains { row in
            row.terms.allSatisfy { $0.feature != .lean || $0.hardLow - Self.leanRoomDegrees < lean }
        }
    }

    /// So far beyond the limit of a name a told count goes on: a set taken away weighs more than one too many. Two simulators score the same
    /// without.
    private static let leanRoomDegrees = 15.0

    /// Share of a set that has the rhythm of a walk.
    private static let gaitOfWalk = 0.6
    /// Walking at ease a stride of healthy people takes 1.1 s (Winter 1991). Chosen to spare a set of simulated lunges; people who walk
    /// slowly were not tried.
    private static let longestStrideSeconds = 1.6
    private static let fewestReps = 2

    /// A short pause, or a rep broken off, does not end a set; a gap in the recording does, for nobody knows what it hides.
    private static func joined(_ sets: [DetectedSet], in segments: [SegmentFindings]) -> [DetectedSet] {
        sets.reduce(into: []) { result, next in
            guard let last = result.last, last.endSeconds <= next.startSeconds,
                next.startSeconds - last.endSeconds < max(shortPauseSeconds, pauseInReps * last.portrait.periodSeconds),
                segments.contains(where: { $0.startSeconds <= last.startSeconds && next.endSeconds <= $0.endSeconds })
            else {
                result.append(next)
                return
            }
            result[result.count - 1] = last.joined(with: next)
        }
    }

    /// Longest pause inside a set, in seconds and in reps, whichever is longer.
    private static let shortPauseSeconds = 5.0
    private static let pauseInReps = 1.5

    /// Where reps of both legs may alternate, the signature that fits best tells what the worn leg does, and vertical travel
    /// whether the other does the same in between.
    private func result(
        _ set: DetectedSet, of exercise: Exercise, upright: Upright?, alternation: Alternation
    ) -> SetResult {
        // Reps that the sensor does not swing with are claimed only where it is known to sit on a leg.
        guard exercise.alternates, placement != nil, let features = set.features else {
            return SetResult(set, exercise: exercise.name)
        }
        let scores = Recogniser().scores(
            of: features, placement: placement, upright: upright, allowed: [exercise.name])
        let fitting = scores.candidates.first.flatMap { $0.logScore >= SignatureTable.recognitionBound ? $0.way : nil }
        guard placement == .thigh, set.kind == .tilt else {
            return SetResult(set, exercise: exercise.name, way: fitting, wornSide: side)
        }
        switch alternation.finding(on: set, way: fitting) {
        case .alternating: return alternation.set(of: set, exercise: exercise.name)
        // A thigh goes back through home when the other leg leads: the movement between reps with rests is steps of the same leg.
        case nil where fitting != .alternate: return SetResult(set, exercise: exercise.name, way: fitting, wornSide: side)
        case .oneLeg, nil:
            let way = fitting.flatMap { $0 == .front || $0 == .rear ? $0 : nil }
            return SetResult(set, exercise: exercise.name, way: way, wornSide: side)
        }
    }
}

extension DetectedSet {
    /// The set as it is to be counted by somebody who was told the exercise: a shank or foot that steps away and back in it does so once a
    /// rep, if the exercise is one of a leg that steps.
    func asDone(_ exercise: Exercise?, from placement: Placement?) -> DetectedSet {
        guard exercise?.alternates == true, placement == .shank || placement == .foot else { return self }
        return stepPairs.first ?? self
    }
}

extension SetResult {
    /// A detected set under the name of what it is.
    /// - Parameters:
    ///   - way: what the leg wearing the sensor does, where that is known.
    ///   - wornSide: side of that leg.
    init(_ set: DetectedSet, exercise: String, way: Signature.Way?, wornSide: Side?) {
        switch way {
        case .both, .alternate: self = Alternation(wornSide: wornSide).set(of: set, exercise: exercise)
        case .front: self.init(set, exercise: exercise, side: wornSide)
        case .rear: self.init(set, exercise: exercise, side: wornSide?.other)
        case nil: self.init(set, exercise: exercise)
        }
    }

    init(_ set: DetectedSet, exercise: String, side: Side? = nil) {
        let detail = set.reps.map { RepResult($0, startSeconds: $0.startSeconds, endSeconds: $0.endSeconds) }
        self.init(
            exercise: exercise, side: side.map { $0 == .left ? .left : .right }, startSeconds: set.startSeconds,
            endSeconds: set.endSeconds, reps: set.count, range: set.countRange, partial: set.partialReps,
            confidence: set.quality, detail: detail,
            measures: SetMeasures(of: detail, autocorrelation: set.autocorrelation))
    }
}

extension RepResult {
    /// A detected rep between these borders, which contain its turn.
    init(_ rep: DetectedRep, startSeconds: Double, endSeconds: Double, side: Side? = nil) {
        let halfHold = (rep.holdSeconds ?? 0) / 2
        self.init(
            startSeconds: startSeconds, turnSeconds: rep.turnSeconds, endSeconds: endSeconds,
            rangeOfMotionDegrees: rep.rangeOfMotionDegrees, holdSeconds: rep.holdSeconds, side: side,
            outSeconds: max(0, rep.turnSeconds - halfHold - startSeconds),
            backSeconds: max(0, endSeconds - rep.turnSeconds - halfHold), confidence: rep.confidence)
    }
}
