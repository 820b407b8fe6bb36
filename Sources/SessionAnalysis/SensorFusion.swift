import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// What one sensor of a session saw, on the session's clock.
struct SensorReading {
    var site: SensorSite
    var sets: [SetResult]
    var holds: [HoldResult]
}

/// Makes one session of what several sensors worn at the same time saw.
///
/// A movement seen by several sensors is reported once, as the sensor with most evidence read it: one that recognises the
/// exercise before one that does not, then the more like each other its reps, and the more of them. The other readings
/// fill in the side, and a count that disagrees widens the range. Legs that alternate are counted each by the sensor it
/// wears. What a placement cannot see is not believed to it.
struct SensorFusion {
    /// Overlap, as a share of the shorter, above which two sensors saw the same movement.
    static let overlapShare = 0.5
    /// Share of a set another sensor has to have seen for its count to be a second opinion.
    static let secondOpinionShare = 0.7
    /// Two legs that do the same at the same time move alike: ratio of ranges of motion.
    static let bothLegsRatio = 0.6
    /// Legs alternate when the turns of one lie this far from those of the other, as a share of the period.
    static let alternationShare = 0.25
    /// Weight of a reading under no exercise's name.
    static let unrecognisedWeight = 0.3

    let readings: [SensorReading]

    /// Sets and holds in time order.
    func fused() -> (sets: [SetResult], holds: [HoldResult]) {
        let sets = fusedSets()
        return (sets, fusedHolds(beside: sets))
    }

    // MARK: Sets

    /// A set as one sensor read it.
    private struct Seen {
        var sensor: Int
        var set: SetResult

        var evidence: Double {
            let weight = set.exercise == ExerciseCatalog.unrecognised ? SensorFusion.unrecognisedWeight : 1
            return weight * set.confidence * Double(set.reps).squareRoot()
        }
    }

    private func fusedSets() -> [SetResult] {
        var open = readings.indices.flatMap { sensor in
            readings[sensor].sets.filter { sees($0.exercise, $0.side?.leg, sensor) }.map { Seen(sensor: sensor, set: $0) }
        }
        // Of equal evidence the sensor named first has the word.
        open = open.enumerated().sorted { ($1.element.evidence, $0.offset) < ($0.element.evidence, $1.offset) }.map(\.element)
        var result: [SetResult] = []
        while let best = open.first {
            let others = open.filter { $0.sensor != best.sensor && isSameMovement(best, $0) }
            open.removeAll { seen in
                seen.sensor == best.sensor
                    ? seen.set == best.set : others.contains { $0.sensor == seen.sensor && $0.set == seen.set }
            }
            result.append(agreed(best, others))
        }
        return result.sorted { $0.startSeconds < $1.startSeconds }
    }

    private func sees(_ name: String, _ side: Side?, _ sensor: Int) -> Bool {
        guard let exercise = ExerciseCatalog.exercise(named: name) else { return true }
        return readings[sensor].site.isObservable(exercise, side: side) != false
    }

    private func isSameMovement(_ one: Seen, _ other: Seen) -> Bool {
        overlap(one.set.span, other.set.span) >= Self.overlapShare && !areBothLegs(one, other)
    }

    /// Whether each sensor saw its own leg, and both legs worked at the same time.
    private func areBothLegs(_ one: Seen, _ other: Seen) -> Bool {
        guard one.set.exercise == other.set.exercise, let first = one.set.side, let second = other.set.side,
            first != second, let exercise = ExerciseCatalog.exercise(named: one.set.exercise),
            [one, other].allSatisfy({ exercise.isSeenOnlyOnWornLeg(from: readings[$0.sensor].site.placement) }),
            let size = rangeOfMotion(one.set), let otherSize = rangeOfMotion(other.set)
        else { return false }
        return min(size, otherSize) >= Self.bothLegsRatio * max(size, otherSize)
    }

    private func rangeOfMotion(_ set: SetResult) -> Double? {
        Statistics.median(set.detail.compactMap(\.rangeOfMotionDegrees))
    }

    /// The best reading with what others add to it.
    private func agreed(_ best: Seen, _ others: [Seen]) -> SetResult {
        let same = others.filter { $0.set.exercise == best.set.exercise }
        for other in same {
            if let alternating = alternating(best, other) { return alternating }
        }
        var set = best.set
        if set.side == nil { set.side = same.lazy.compactMap(\.set.side).first { $0 != .alternating } }
        for sensor in Set(same.map(\.sensor)) {
            let seen = same.filter { $0.sensor == sensor }.map(\.set)
            let seconds = seen.reduce(0) { $0 + common($1.span, set.span) }
            guard seconds >= Self.secondOpinionShare * (set.endSeconds - set.startSeconds) else { continue }
            let count = seen.reduce(0) { $0 + $1.reps }
            set.range = min(set.range.lowerBound, count)...max(set.range.upperBound, count)
        }
        return set
    }

    /// The alternating set behind the reps of one leg each; `nil` where the two do not show that.
    private func alternating(_ one: Seen, _ other: Seen) -> SetResult? {
        let own = ownReps(of: one)
        let others = ownReps(of: other)
        guard let exercise = ExerciseCatalog.exercise(named: one.set.exercise), exercise.alternates,
            own.count >= 2, others.count >= 2, own[0].side != others[0].side,
            let period = Statistics.median(zip(own, own.dropFirst()).map { $1.turnSeconds - $0.turnSeconds })
        else { return nil }
        let distances = others.map { rep in own.map { abs($0.turnSeconds - rep.turnSeconds) }.min() ?? 0 }
        guard let distance = Statistics.median(distances), distance >= Self.alternationShare * period else { return nil }
        let detail = Self.apart((own + others).sorted { $0.turnSeconds < $1.turnSeconds })
        // Legs that take turns differ by one rep at most; more is a rep that one sensor missed.
        let (fewer, more) = (min(own.count, others.count), max(own.count, others.count))
        let range = more - fewer <= 1 ? detail.count...detail.count : 2 * fewer...2 * more
        var set = one.set
        set.side = .alternating
        (set.startSeconds, set.endSeconds) = (
            min(one.set.startSeconds, other.set.startSeconds), max(one.set.endSeconds, other.set.endSeconds)
        )
        (set.reps, set.range, set.detail) = (detail.count, range, detail)
        set.partial = max(one.set.partial, other.set.partial)
        set.measures = SetMeasures(of: detail, autocorrelation: one.set.measures.autocorrelation)
        return set
    }

    /// The same reps, each ending at the latest, and beginning at the earliest, half-way to its neighbour's turn: a leg also
    /// moves while the other one leads.
    private static func apart(_ reps: [RepResult]) -> [RepResult] {
        var result = reps
        for (index, pair) in zip(reps, reps.dropFirst()).enumerated() {
            let middle = (pair.0.turnSeconds + pair.1.turnSeconds) / 2
            let (late, early) = (max(0, pair.0.endSeconds - middle), max(0, middle - pair.1.startSeconds))
            result[index].endSeconds -= late
            result[index].backSeconds = result[index].backSeconds.map { max(0, $0 - late) }
            result[index + 1].startSeconds += early
            result[index + 1].outSeconds = result[index + 1].outSeconds.map { max(0, $0 - early) }
        }
        return result
    }

    /// Reps that the leg wearing the sensor did, each with its side; empty where that side is not known.
    private func ownReps(of seen: Seen) -> [RepResult] {
        guard let worn = readings[seen.sensor].site.side else { return [] }
        switch seen.set.side {
        case .alternating: return seen.set.detail.filter { $0.side == worn }
        case .left where worn == .left, .right where worn == .right:
            return seen.set.detail.map { rep in
                var rep = rep
                rep.side = worn
                return rep
            }
        default: return []
        }
    }

    // MARK: Holds

    private func fusedHolds(beside sets: [SetResult]) -> [HoldResult] {
        let seen = readings.indices.flatMap { sensor in
            readings[sensor].holds.filter { sees($0.exercise, $0.side, sensor) }
        }
        // A leg that keeps still while the other works is no stretch.
        let resting = seen.filter { hold in
            !sets.contains { $0.exercise != ExerciseCatalog.unrecognised && overlap($0.span, hold.span) >= Self.overlapShare }
        }
        func rank(_ hold: HoldResult) -> (Int, Double) {
            (hold.exercise == ExerciseCatalog.unrecognised ? 0 : 1, hold.durationSeconds)
        }
        var result: [HoldResult] = []
        for hold in resting.sorted(by: { rank($0) > rank($1) }) {
            let isKnown = result.contains { known in
                overlap(known.span, hold.span) >= Self.overlapShare
                    && !(known.exercise == hold.exercise && known.side != nil && hold.side != nil && known.side != hold.side)
            }
            if !isKnown { result.append(hold) }
        }
        return result.sorted { $0.startSeconds < $1.startSeconds }
    }

    // MARK: Time

    private func common(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Double {
        max(0, min(one.upperBound, other.upperBound) - max(one.lowerBound, other.lowerBound))
    }

    /// Common part as a share of the shorter.
    private func overlap(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Double {
        let shorter = min(one.upperBound - one.lowerBound, other.upperBound - other.lowerBound)
        return common(one, other) / max(shorter, 1e-9)
    }
}

extension SetResult {
    fileprivate var span: ClosedRange<Double> { startSeconds...max(startSeconds, endSeconds) }
}

extension HoldResult {
    fileprivate var span: ClosedRange<Double> { startSeconds...max(startSeconds, endSeconds) }
}

extension SetSide {
    /// The leg, where it is one.
    fileprivate var leg: Side? {
        switch self {
        case .left: .left
        case .right: .right
        case .alternating: nil
        }
    }
}
