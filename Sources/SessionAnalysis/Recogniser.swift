import ExerciseCatalog
import Foundation
import Motion
import RepCore

/// A detected set under the name of what it is.
public struct Recognition: Sendable, Equatable {
    /// Catalogue name, or `ExerciseCatalog.unrecognised` for other exercise.
    public var exercise: String
    /// What the leg wearing the sensor does, where that is known.
    public var way: Signature.Way?
    /// Log membership, at most 0: how well the set fits.
    public var logScore: Double
    /// The set as this exercise reads it: home and turn may be exchanged.
    public var reading: DetectedSet
    /// Share of its membership in that of all exercises it may be, 0...1: half where two fit alike. 1 when unrecognised.
    public var certainty = 1.0
    /// Share of those done standing in the memberships of all it may be, 0...1.
    public var standingShare = 0.0
    /// What it is by its movement alone, where a plan settled on another name that fits nearly as well (`PlanNaming`).
    public var looksLike: Look?

    /// A name, and the reps counted under it.
    public struct Look: Sendable, Equatable {
        public var exercise: String
        public var reps: Int
    }
}

/// Names detected sets by comparing their features with the catalogue's signatures.
public struct Recogniser: Sendable {
    /// How well one exercise, in its best way, fits.
    public struct Candidate: Sendable, Equatable {
        public var exercise: String
        public var way: Signature.Way?
        public var logScore: Double
    }

    /// What a set may be.
    public struct Scores: Sendable, Equatable {
        /// Best first, one an exercise.
        public var candidates: [Candidate]
        /// Log membership of exercise that is not in the catalogue.
        public var other: Double
    }

    /// The reading with home and turn exchanged wins when it fits better by this much log score: the catalogue knows
    /// which way the body goes.
    private static let exchangeMargin = 0.7
    /// Home is where a set begins and ends. Where home and turn are taken for each other, the first and the last rep are
    /// made up of what happens around the set and look like no other (likeness below `strangeEdges`), while those of the
    /// reading exchanged look like the rest (above `likeEdges`): then it wins unless it fits worse by `edgeMargin`. A set
    /// that begins with the recording may have been cut there; nothing was around it.
    private static let strangeEdges = 0.85
    private static let likeEdges = 0.9
    private static let edgeMargin = 1.5
    private static let cutSeconds = 1.0
    /// Log score an unrecognised reading is set back by against a recognised one.
    private static let unrecognisedSetback = 1.5
    /// So many seconds of ten reps and more, well closed and alike, are done on purpose, whatever they are: of two sets of legs and trunk that
    /// fit as badly the longer one is rather what it looks like. Up to this the bound goes down by so much log score for each time as long
    /// again (natural logarithm). Chosen on six simulators, whose sessions gain 8 verdicts of 1611 and nothing false; no recording of people
    /// changes. Arms do too many things: one of people's curls became a squat.
    private static let longSeconds = 30.0
    private static let fewestRepsOfLong = 10
    private static let leastQualityOfLong = 0.8
    private static let allowance = 0.75
    private static let largestAllowance = 1.1
    /// Log score of a reading that is no set at all.
    private static let noSet = -99.0
    /// Membership below which it makes no difference any more.
    private static let leastMembership = 1e-9

    public init() {}

    /// Scores of all exercises the placement can see.
    ///
    /// - Parameters:
    ///   - placement: `nil` when not known: every row is tried. `.leg` is thigh or shank.
    ///   - upright: how the sensor sits on the body; `nil` where nothing showed it: posture then says nothing.
    ///   - allowed: names that can have been done, as a plan tells; `nil` for all.
    ///   - way: the only one that is asked for; `nil` for all.
    public func scores(
        of features: MovementFeatures, placement: Placement?, upright: Upright?, allowed: Set<String>?, in way: Signature.Way? = nil
    ) -> Scores {
        var posed = features.posed(upright)
        // Only a leg turns about one axis while walking.
        if placement?.isOnLeg != true { posed.side = nil }
        // A foot pushes off as fast as it swings, and a thigh swings as fast either way.
        if placement != .shank, placement != .leg { posed.forwardTurnDegrees = nil }
        var candidates: [Candidate] = []
        for row in SignatureTable.all where row.isSeen(from: placement) && allowed?.contains(row.exercise) ?? true {
            if row.needs.contains(where: { posed[$0] == nil }) { continue }
            if let way, row.way != way { continue }
            let score = Self.logMembership(posed, row.terms) + log(row.handicap)
            let candidate = Candidate(exercise: row.exercise, way: row.way, logScore: score)
            if let known = candidates.firstIndex(where: { $0.exercise == row.exercise }) {
                if score > candidates[known].logScore { candidates[known] = candidate }
            } else {
                candidates.append(candidate)
            }
        }
        // What fits equally well keeps the order of the table.
        let ranked = candidates.enumerated().sorted {
            ($0.element.logScore, $1.offset) > ($1.element.logScore, $0.offset)
        }
        return Scores(
            candidates: ranked.map(\.element),
            other: Self.logMembership(posed, SignatureTable.other))
    }

    /// What the other signal shows of a set that has no name by the one that shows it best; `nil` where that is nothing beyond doubt. Arms
    /// and trunk go up and down in so many ways that a second look finds more that is none.
    func recogniseInOtherSignal(_ set: DetectedSet, placement: Placement?, upright: Upright?) -> Recognition? {
        guard let placement, !placement.isOnArm else { return nil }
        return set.inOtherSignal.lazy.compactMap {
            recognise($0, placement: placement, upright: upright, allowed: nil)
        }.first { $0.isSure && (placement.isOnLeg || $0.posture?.isLying == true) }
    }

    /// Name of a set; `nil` when it is no exercise at all.
    public func recognise(
        _ set: DetectedSet, placement: Placement?, upright: Upright?, allowed: Set<String>?
    ) -> Recognition? {
        func recognised(_ reading: DetectedSet) -> Recognition? {
            guard let features = reading.features, features.reps >= SignatureTable.fewestReps,
                reading.endSeconds - reading.startSeconds >= SignatureTable.shortestSetSeconds
            else { return nil }
            let scores = scores(of: features, placement: placement, upright: upright, allowed: allowed)
            if let best = scores.candidates.first, best.logScore >= Self.bound(for: reading, placement) {
                func shares(_ candidates: [Candidate]) -> Double {
                    candidates.reduce(0) { $0 + exp($1.logScore - best.logScore) }
                }
                let all = shares(scores.candidates)
                let standing = shares(scores.candidates.filter { ExerciseCatalog.exercise(named: $0.exercise)?.posture == .standing })
                return Recognition(
                    exercise: best.exercise, way: best.way, logScore: best.logScore, reading: reading, certainty: 1 / all,
                    standingShare: standing / all)
            }
            guard scores.other >= SignatureTable.otherBound else { return nil }
            return Recognition(
                exercise: ExerciseCatalog.unrecognised, way: nil, logScore: scores.other, reading: reading)
        }
        func rank(_ recognition: Recognition?) -> Double {
            guard let recognition else { return Self.noSet }
            return recognition.logScore - (recognition.isRecognised ? 0 : Self.unrecognisedSetback)
        }
        var best = recognised(set)
        for exchanged in set.exchanged {
            guard let other = recognised(exchanged), other.isRecognised, !other.sinksWhereLifted(placement) else { continue }
            let isSame = best.map { !$0.isRecognised || $0.exercise == other.exercise } ?? true
            let isWrong = Self.hasStrangeEdges(set, beside: exchanged) || best?.sinksWhereLifted(placement) == true
            let margin = isSame && isWrong ? -Self.edgeMargin : Self.exchangeMargin
            if rank(other) > rank(best) + margin { best = other }
        }
        // What a shank steps away and back, it has done once. The catalogue sees no lunge from a foot.
        if placement == .shank, let once = set.stepPairs.compactMap(recognised).first(where: { $0.way == .front }) {
            best = once
        }
        guard placement == .thigh else { return best }
        for reading in [set] + set.exchanged {
            let alone = reading.strands.compactMap(recognised).filter { $0.way == .front }
            let inTurn = inTurn(reading.strands, placement: placement, upright: upright, allowed: allowed)
            for var other in alone + inTurn where rank(other) > rank(best) {
                other.way = .alternate
                best = other
            }
        }
        // One pelvis sinks with every rep, and the leg swings with every second one.
        if set.kind == .travel, best?.way != .alternate,
            let swings = set.inOtherSignal.compactMap(recognised).first(where: { $0.way == .alternate }),
            rank(swings) > rank(best), abs(2 * swings.reading.count - set.count) <= Self.mostUneven,
            2 * set.count >= 3 * swings.reading.count
        {
            best = swings
        }
        return best
    }

    /// Difference between reps seen in travel and twice the swings of one leg, where legs take turns.
    private static let mostUneven = 2

    /// One kind of rep as the leg in front and the other as the leg behind, by what both fit in the mean: a shallow lunge is hardly
    /// deep enough in front, but then the thigh behind hardly moves.
    private func inTurn(
        _ strands: [DetectedSet], placement: Placement?, upright: Upright?, allowed: Set<String>?
    ) -> [Recognition] {
        guard strands.count == 2, strands.allSatisfy({ $0.count >= SignatureTable.fewestReps }) else { return [] }
        return [(strands[0], strands[1]), (strands[1], strands[0])].compactMap { front, rear in
            guard let inFront = candidate(for: front, .front, placement, upright, allowed),
                let behind = candidate(for: rear, .rear, placement, upright, allowed), inFront.exercise == behind.exercise
            else { return nil }
            let logScore = (inFront.logScore + behind.logScore) / 2
            return logScore < SignatureTable.recognitionBound
                ? nil : Recognition(exercise: inFront.exercise, way: .front, logScore: logScore, reading: front)
        }
    }

    /// The exercise that a leg fits best in one way of doing it.
    private func candidate(
        for set: DetectedSet, _ way: Signature.Way, _ placement: Placement?, _ upright: Upright?, _ allowed: Set<String>?
    ) -> Candidate? {
        set.features.flatMap {
            scores(of: $0, placement: placement, upright: upright, allowed: allowed, in: way).candidates.first
        }
    }

    /// The set under other names that it fits nearly as well as its own.
    /// - Parameters:
    ///   - own: its name by movement alone.
    ///   - names: those to try.
    ///   - margin: difference of log score up to which a name is open.
    func alternatives(
        to own: Recognition, for set: DetectedSet, placement: Placement?, upright: Upright?, among names: Set<String>,
        margin: Double
    ) -> [Recognition] {
        guard own.isRecognised else { return [] }
        return names.subtracting([own.exercise]).sorted().compactMap { name in
            recognise(set, placement: placement, upright: upright, allowed: [name])
        }.filter { $0.isRecognised && $0.logScore >= own.logScore - margin }
    }

    /// Smallest log score that gives a reading its name.
    private static func bound(for reading: DetectedSet, _ placement: Placement?) -> Double {
        let times = (reading.endSeconds - reading.startSeconds) / longSeconds
        guard placement?.isOnArm == false, times > 1, reading.count >= fewestRepsOfLong, reading.quality >= leastQualityOfLong
        else { return SignatureTable.recognitionBound }
        return SignatureTable.recognitionBound - min(largestAllowance, allowance * log(times))
    }

    private static func hasStrangeEdges(_ set: DetectedSet, beside exchanged: DetectedSet) -> Bool {
        guard set.startSeconds > cutSeconds, let edges = edgeLikeness(set), let others = edgeLikeness(exchanged)
        else { return false }
        return edges.max() < strangeEdges && others.min() > likeEdges
    }

    /// Likeness of the first and the last rep.
    private static func edgeLikeness(_ set: DetectedSet) -> SIMD2<Double>? {
        guard let first = set.reps.first, let last = set.reps.last else { return nil }
        return SIMD2(first.likeness, last.likeness)
    }

    private static func logMembership(_ features: MovementFeatures, _ terms: [Term]) -> Double {
        terms.reduce(0) { sum, term in
            guard let value = features[term.feature] else { return sum }
            return sum + log(max(leastMembership, term.membership(of: value)))
        }
    }
}

extension Recognition {
    /// Whether it is an exercise of the catalogue.
    public var isRecognised: Bool { exercise != ExerciseCatalog.unrecognised }

    /// Whether its name is beyond doubt: membership 0.37.
    var isSure: Bool { isRecognised && logScore >= -1 }

    /// What it is done in; `nil` when unrecognised.
    var posture: Exercise.Posture? { ExerciseCatalog.exercise(named: exercise)?.posture }

    /// Whether a body part that the exercise lifts sinks on the way out: home and turn are taken for each other.
    func sinksWhereLifted(_ placement: Placement?) -> Bool {
        guard let placement, reading.turnHeight?.isAboveHome == false else { return false }
        return ExerciseCatalog.exercise(named: exercise)?.lifts.contains(placement) == true
    }
}
