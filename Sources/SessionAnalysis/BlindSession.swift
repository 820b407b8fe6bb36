import ExerciseCatalog
import Foundation
import Motion
import RepCore
import SessionModel

/// What somebody did.
struct Movements {
    var sets: [SetResult] = []
    var holds: [HoldResult] = []
    /// How the sensor sits on the body, as they show it, without which postures have no names.
    var upright: Upright?
    /// Whether nothing that was counted moves like the exercise that was told.
    var isUnlikeTold = false
}

/// Names everything in a recording of which nobody says what was done.
///
/// Sets are told by how they move and by how the sensor points against upright, which walking anywhere in the recording
/// shows, or sets that can only have been done standing. Repeated movement that is no exercise of the catalogue stays `unrecognised`; walking, stairs and fidgeting are
/// no sets at all.
struct BlindSession {
    let site: SensorSite
    /// What was to be done, where somebody says so: it settles names that the movement leaves open (`PlanNaming`). Beside a plan
    /// other repeated movement is worth a line only when there is plenty of it: a flight of stairs has four even steps too.
    var plan: Plan?
    /// How the sensor sits on the body, where that was seen before and nothing here shows it.
    var known: Upright?

    private static let fewestRepsBesidePlan = 5

    func movements(in segments: [SegmentFindings]) -> Movements {
        let recogniser = Recogniser()
        let walked = WalkedReps(walking: segments.flatMap(\.walking))
        let detected = segments.flatMap(\.sets).flatMap { walked.left(out: [$0]) }
        func recognitions(_ upright: Upright?) -> [Named] {
            func named(_ set: DetectedSet, _ allowed: Set<String>?) -> Named? {
                recogniser.recognise(set, placement: placement, upright: upright, allowed: allowed)
                    .map { Named(set: set, own: $0, allowed: allowed) }
            }
            let first = Self.seenInOtherSignal(detected, besides: detected.map { named($0, nil) }) {
                recogniser.recogniseInOtherSignal($0, placement: placement, upright: upright)
            }
            let gettingUp = GettingUp(walking: walked.walking, sets: first.map(\.own))
            return first.map { gettingUp.names(for: $0.own).flatMap { [set = $0.set] in named(set, $0) } ?? $0 }
        }
        let walking = Upright(walked.walking) ?? known
        let first = recognitions(walking)
        // What had to be done standing, beside something else, is no witness of its own.
        let upright = UprightFromSets(placement: placement).completed(walking, by: first.filter { $0.allowed == nil }.map(\.own))
        // Only the medio-lateral axis tells who lies on the back from who lies on the side.
        let recognised = named(upright == walking ? first : recognitions(upright), upright, by: recogniser).map { recognition in
            var trimmed = recognition
            trimmed.reading = SetTrim(.outOfTempo).trimmed(recognition.reading)
            if recognition.posture?.isLying == true {
                trimmed.reading = SetTrim(.farther).trimmed(trimmed.reading)
            }
            return trimmed
        }
        let all = SetJoin().joined(ShortPieces().added(to: recognised, from: Self.unrecognised(detected, beside: recognised)))
        let named = isSession(segments) ? inSets(Self.inCompany(all.filter(Self.isLongForItsFit))) : all
        let joined = named.flatMap(LegChange().parted).filter {
            $0.isRecognised || plan == nil || $0.reading.count >= Self.fewestRepsBesidePlan
        }
        let alternation = Alternation(wornSide: side, travelSets: segments.flatMap(\.travelSets))
        let sets = site.fillingSides(
            of: Self.completed(joined).map { recognition in
                var set = result(recognition, alternation)
                set.confidence *= recognition.certainty
                if let look = recognition.looksLike {
                    set.looksLike = look.exercise
                    // Round its other end a set may have a rep more or less. Reps of both legs were not counted that way.
                    if set.reps == recognition.reading.count {
                        set.range = min(set.range.lowerBound, look.reps)...max(set.range.upperBound, look.reps)
                    }
                }
                return set
            })
        let stretches = StretchRecognition(placement: placement, upright: upright).stretches(
            among: segments.flatMap(\.holds), sets: sets)
        return Movements(sets: sets, holds: site.fillingSides(of: stretches), upright: upright)
    }

    /// A set under its name, and the names it may have; `nil` for all.
    private struct Named {
        var set: DetectedSet
        var own: Recognition
        var allowed: Set<String>?
    }

    /// With what the other signal shows of sets that have no name, surest first, where nothing named lies and nothing taken before; sets
    /// without a name that lie under it go.
    private static func seenInOtherSignal(
        _ detected: [DetectedSet], besides best: [Named?], _ recognised: (DetectedSet) -> Recognition?
    ) -> [Named] {
        let known = best.compactMap(\.self)
        let named = known.filter(\.own.isRecognised)
        var added: [Named] = []
        let others = zip(detected, best).filter { $1?.own.isRecognised != true }.compactMap { set, _ in
            recognised(set).map { Named(set: $0.reading, own: $0) }
        }
        for other in others.sorted(by: { $0.own.logScore > $1.own.logScore })
        where !(named + added).contains(where: { $0.own.reading.overlaps(other.own.reading) }) {
            added.append(other)
        }
        guard !added.isEmpty else { return known }
        let kept = known.filter { set in !added.contains { $0.own.reading.overlaps(set.own.reading) } }
        return (kept + added).sorted { $0.own.reading.startSeconds < $1.own.reading.startSeconds }
    }

    private static func unrecognised(_ sets: [DetectedSet], beside recognised: [Recognition]) -> [DetectedSet] {
        sets.filter { set in
            !recognised.contains { $0.reading.overlaps(set) }
        }
    }

    private var placement: Placement? { site.placement }
    private var side: Side? { site.side }

    /// Names in the light of the plan, where there is one.
    private func named(
        _ recognitions: [Named], _ upright: Upright?, by recogniser: Recogniser
    ) -> [Recognition] {
        guard let plan else { return recognitions.map(\.own) }
        let naming = PlanNaming(plan, site: site)
        return naming.named(recognitions.map { named in
            [named.own] + recogniser.alternatives(
                to: named.own, for: named.set, placement: placement, upright: upright,
                among: named.allowed.map(naming.names.intersection) ?? naming.names, margin: naming.parameters.openMargin)
        })
    }

    /// From a thigh, vertical travel overrules what the swings of the worn leg look like: both legs hang on one pelvis.
    private func result(_ recognition: Recognition, _ alternation: Alternation) -> SetResult {
        let set = recognition.reading
        if placement == .thigh {
            let isOneLeg = recognition.way == .front || recognition.way == .rear
            let alternates = isOneLeg && set.kind == .tilt && alternation.finding(on: set, way: recognition.way) == .alternating
            if recognition.way == .alternate || alternates {
                return alternation.set(of: set, exercise: recognition.exercise)
            }
        }
        return SetResult(
            set, exercise: recognition.exercise, way: placement == nil ? nil : recognition.way, wornSide: side)
    }

    /// With the reps that only the rhythm of force shows (`ForceRhythm`), where the exercise says which end is home.
    private static func completed(_ recognitions: [Recognition]) -> [Recognition] {
        zip(recognitions, recognitions.map(\.reading).completed()).map { recognition, completed in
            guard ExerciseCatalog.exercise(named: recognition.exercise)?.travel != nil else { return recognition }
            var result = recognition
            result.reading = completed
            return result
        }
    }

    /// Who exercises does some of it well enough to be beyond doubt; housework is all doubtful. So a set that hardly fits is
    /// named only in the company of one that fits well.
    ///
    /// Only where there is company to be expected: a short recording may be of one set.
    private static func inCompany(_ recognitions: [Recognition]) -> [Recognition] {
        let sure = recognitions.filter(\.isSure)
        return recognitions.filter { recognition in
            !recognition.isRecognised || recognition.logScore >= doubtfulLogScore
                || sure.contains {
                    abs($0.reading.startSeconds - recognition.reading.startSeconds) < companySeconds
                }
        }
    }

    /// Exercise is done in sets. Where nothing in a long recording has the reps of one, a few that look like it are things picked up and
    /// seats sat down on.
    private func inSets(_ recognitions: [Recognition]) -> [Recognition] {
        let prescribed = plan?.items.compactMap { $0.reps?.lowerBound }.min() ?? Self.fewestRepsOfASession
        let fewest = min(Self.fewestRepsOfASession, prescribed)
        // Swings of one leg count as what was seen: three strides of a walk are no six lunges.
        let hasSet = recognitions.contains { $0.isRecognised && $0.reading.count >= fewest }
        return hasSet ? recognitions : recognitions.filter { !$0.isRecognised }
    }

    /// Four people's sessions of weight lifting have no longer set of squats than of five. Of the false sets of six simulators' everyday life a
    /// sixth goes, and no set of their sessions.
    private static let fewestRepsOfASession = 5

    /// The shorter a set, the better it has to fit: housework is short.
    private static func isLongForItsFit(_ recognition: Recognition) -> Bool {
        let seconds = recognition.reading.endSeconds - recognition.reading.startSeconds
        return !recognition.isRecognised || recognition.logScore + lengthWeight * log(max(1, seconds)) >= leastFitAndLength
    }

    /// Any name will do of 14 s and more, of 8 s a membership of a half is asked for. Of 1144 sets that five simulators show named, 142 are
    /// none of theirs: a quarter of these go so, and three of the others. Where there is no session people's sets are as short.
    private static let lengthWeight = 2.0
    private static let leastFitAndLength = 3.4

    private func isSession(_ segments: [SegmentFindings]) -> Bool {
        guard let first = segments.first, let last = segments.last else { return false }
        return last.endSeconds - first.startSeconds > Self.longestSetSeconds
    }

    /// Of a set recorded on its own, with some time before and after, in seconds.
    private static let longestSetSeconds = 240.0
    /// Membership 0.27. As what is sure (`Recognition.isSure`) chosen on generated housework and sessions only, of which one textbook squat
    /// is lost to -1.2; recordings of people hardly touch it.
    private static let doubtfulLogScore = -1.3
    /// A session of exercises is hardly longer, in seconds.
    private static let companySeconds = 3600.0
}

extension Side {
    /// The other leg or arm.
    var other: Side { self == .left ? .right : .left }
}
