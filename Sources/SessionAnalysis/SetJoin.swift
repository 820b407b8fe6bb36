import ExerciseCatalog
import RepCore

/// Joins the pieces of one interrupted set.
public struct SetJoin: Sendable {
    /// Longest pause, in seconds and in reps, whichever is longer.
    public var longestPauseSeconds = 3.0
    public var longestPauseInReps = 1.0
    /// The same in seconds where it cannot be the change from one leg to the other; people rest longer between sets. Chosen on
    /// simulated sessions alone, where 15 s join sets that somebody rested between; no recording of people has a set broken by such
    /// a pause.
    public var longestPauseOfOneSideSeconds = 12.0
    /// The same where the legs cannot be told apart: then `LegChange` looks for the place where they changed, and halves that are not even
    /// are one set. As long as a set may pause within one signal.
    public var longestPauseOfEitherSideSeconds = SetFinder.Parameters().resumedPauseSeconds
    /// Smallest ratio of tempo and of tilt.
    public var tempoRatio = 0.7
    public var tiltRatio = 0.6
    /// Largest angle between the postures, in degrees.
    public var postureDegrees = 25.0

    public init() {}

    /// Recognised sets in time order, neighbours of one name joined that have the same tempo, size and posture and hardly a
    /// pause between. A rep seen by both pieces counts once, and so does one seen by two sets that stay apart. The joined set keeps the
    /// measures of its first piece.
    public func joined(_ recognitions: [Recognition]) -> [Recognition] {
        recognitions.reduce(into: []) { add($1, to: &$0) }
    }

    private func add(_ next: Recognition, to result: inout [Recognition]) {
        guard var last = result.last else {
            result.append(next)
            return
        }
        guard belong(last, next) else {
            addApart(next, beside: last, to: &result)
            return
        }
        let period = longerPeriod(last, next)
        let end = last.reading.reps.last?.turnSeconds ?? -.infinity
        last.looksLike?.reps += next.looksLike?.reps ?? next.reading.count
        last.reading.reps += next.reading.reps.filter { $0.turnSeconds - end > 0.5 * period }
        last.reading.repsAfter = next.reading.repsAfter
        last.reading.turnsOnlySeenBackwards += next.reading.turnsOnlySeenBackwards
        let count = last.reading.count
        last.reading.features?.reps = count
        result[result.count - 1] = last
    }

    /// Adds a set that is none with the last one. A rep that both count is the one's that has a name, or more reps.
    private func addApart(_ next: Recognition, beside last: Recognition, to result: inout [Recognition]) {
        if isHeavier(next, than: last) {
            guard let parts = parts(of: last, beside: next) else { return result.append(next) }
            result.removeLast()
            result += parts.filter { $0.reading.startSeconds < next.reading.startSeconds }
            // What came before the last one may share reps with this one too.
            if parts.first.map({ $0.reading.startSeconds < next.reading.startSeconds }) == true {
                result.append(next)
            } else {
                add(next, to: &result)
            }
            result += parts.filter { $0.reading.startSeconds >= next.reading.startSeconds }
        } else {
            result += parts(of: next, beside: last) ?? [next]
        }
    }

    private func isHeavier(_ one: Recognition, than other: Recognition) -> Bool {
        (one.isRecognised ? 1 : 0, one.reps) > (other.isRecognised ? 1 : 0, other.reps)
    }

    /// What is left of a set without the reps that another counts, where that is a set; `nil` where it counts none of them.
    private func parts(of set: Recognition, beside other: Recognition) -> [Recognition]? {
        let span = other.reading.startSeconds...other.reading.endSeconds
        guard set.reading.reps.contains(where: { span.contains($0.turnSeconds) }) else { return nil }
        return set.reading.split { span.contains($0.turnSeconds) }.map { reading in
            var part = set
            part.reading = reading
            part.looksLike?.reps = reading.count
            return part
        }.filter { $0.reps >= SignatureTable.fewestReps }
    }

    /// Where both legs do the same, or where the worn leg does the same in both.
    private func isOfOneSide(_ one: Recognition, _ other: Recognition) -> Bool {
        guard let exercise = ExerciseCatalog.exercise(named: one.exercise) else { return false }
        return !exercise.alternates || one.way != nil && one.way == other.way
    }

    /// Longest pause between two pieces of one set, in seconds.
    /// - Parameter eitherSideSeconds: where the legs cannot be told apart.
    private func longestPause(between one: Recognition, and other: Recognition, eitherSideSeconds: Double) -> Double {
        let period = longerPeriod(one, other)
        let areOfEitherSide = one.way == nil && other.way == nil && ExerciseCatalog.exercise(named: one.exercise)?.alternates == true
        let seconds = isOfOneSide(one, other)
            ? longestPauseOfOneSideSeconds : areOfEitherSide ? eitherSideSeconds : longestPauseSeconds
        // Between the last rep of the worn leg before the pause and the first behind it the other leg had its turn.
        let turn = one.way == .alternate && other.way == .alternate ? period / 2 : 0
        return max(seconds + turn, longestPauseInReps * period)
    }

    /// Longest pause between a set and a piece of it of which nothing else is known, in seconds: too little to show how the legs share it.
    func longestPause(beside set: Recognition) -> Double {
        longestPause(between: set, and: set, eitherSideSeconds: longestPauseSeconds)
    }

    private func longerPeriod(_ one: Recognition, _ other: Recognition) -> Double {
        max(one.reading.portrait.periodSeconds, other.reading.portrait.periodSeconds)
    }

    private func belong(_ one: Recognition, _ other: Recognition) -> Bool {
        guard let first = one.reading.features, let second = other.reading.features else { return false }
        func ratio(_ a: Double, _ b: Double) -> Double { min(a, b) / max(a, b, 1e-9) }
        func near(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Bool { a.degrees(to: b) < postureDegrees }
        let isSamePosture = near(first.upAtHome, second.upAtHome) || near(first.upAtTurn, second.upAtTurn)
            || near(first.upAtHome, second.upAtTurn) || near(first.upAtTurn, second.upAtHome)
        let pause = other.reading.startSeconds - one.reading.endSeconds
        return one.exercise == other.exercise && isSamePosture
            && pause < longestPause(between: one, and: other, eitherSideSeconds: longestPauseOfEitherSideSeconds)
            && ratio(first.periodSeconds, second.periodSeconds) > tempoRatio
            && ratio(first.tiltDegrees, second.tiltDegrees) > tiltRatio
    }
}

extension Recognition {
    /// The reps of both legs, where the reading is of the swings of one.
    fileprivate var reps: Int { reading.count * (way == .alternate ? 2 : 1) }
}
