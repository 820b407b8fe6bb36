import ExerciseCatalog
import RepCore

/// Finds where somebody who exercises leg by leg changed legs, in a set seen from where both legs look alike.
///
/// From the trunk or an arm the second leg's set goes on as the first leg's did, some seconds later. What lies between, a step
/// back, a turn, a breath, is filled by the high pass of vertical travel with an excursion of its own, which resembles the reps
/// on either side too little to be one of them. So the set is cut at reps in its middle that are odd: the first of them is the
/// last rep of its leg, and the last the first of the other leg, where they keep the tempo; the others are no reps. Where nothing moved
/// there is no odd rep, and a long pause is enough. Both legs do about as many: a set with such a moment anywhere else is one set that
/// was interrupted.
struct LegChange: Sendable {
    /// A rep is odd below this confidence (`RepEvidence`). Of reps of people, in the middle of a set, one in a thousand is. This
    /// and the limits below were chosen on simulated sessions; no recording of people shows a programme from the trunk.
    var oddConfidence = 0.9
    /// Longer or shorter than the median rep by so much, as a ratio.
    var oddDuration = 1.2
    /// A pause as long between two reps may be a change as well, in seconds: a step back and a turn take longer than a breath.
    var shortestPauseSeconds = 5.0
    /// Fewest reps of a leg.
    var fewestReps = 3
    /// Largest difference between the legs, as a share of the larger count, and never under one rep.
    var difference = 0.2
    /// Time since the turn before, or until the next one, in periods, that keeps the tempo. A last rep is done with more care.
    var afterTurn = 0.7...1.5
    var beforeTurn = 0.75...1.25

    /// The set of each leg, or the set as it is.
    func parted(_ recognition: Recognition) -> [Recognition] {
        let set = recognition.reading
        guard recognition.way == nil, ExerciseCatalog.exercise(named: recognition.exercise)?.alternates == true,
            let (first, second) = parts(of: set.reps, periodSeconds: set.portrait.periodSeconds)
        else { return [recognition] }
        var (one, other) = (recognition, recognition)
        one.reading.repsAfter = []
        other.reading.repsBefore = []
        one.keep(Array(first))
        other.keep(Array(second))
        return [one, other]
    }

    private func parts(
        of reps: [DetectedRep], periodSeconds: Double
    ) -> (ArraySlice<DetectedRep>, ArraySlice<DetectedRep>)? {
        guard let usual = Statistics.median(reps.map(\.durationSeconds)) else { return nil }
        func periods(from first: Int, to second: Int) -> Double {
            (reps[second].turnSeconds - reps[first].turnSeconds) / periodSeconds
        }
        let odd = Set(reps.indices.filter { isOdd(reps[$0], usualSeconds: usual) })
        let pauses = reps.indices.dropFirst().filter {
            reps[$0].startSeconds - reps[$0 - 1].endSeconds >= shortestPauseSeconds && !odd.contains($0) && !odd.contains($0 - 1)
        }.map { (first: $0, second: $0) }
        let cuts = odd.sorted().compactMap { begin -> (first: Int, second: Int)? in
            let end = (begin..<reps.count).first { !odd.contains($0) } ?? reps.count
            guard begin > 0, end < reps.count, !odd.contains(begin - 1) else { return nil }
            let first = afterTurn.contains(periods(from: begin - 1, to: begin)) ? begin + 1 : begin
            let second = first < end && beforeTurn.contains(periods(from: end - 1, to: end)) ? end - 1 : end
            return (first, second)
        } + pauses
        func isChange(_ cut: (first: Int, second: Int)) -> Bool {
            let (one, other) = (cut.first, reps.count - cut.second)
            let isPause = periods(from: cut.first - 1, to: cut.second) > afterTurn.upperBound
            let areEven = Double(abs(one - other)) <= max(1, difference * Double(max(one, other)))
            return isPause && areEven && min(one, other) >= fewestReps
        }
        func unevenness(_ cut: (first: Int, second: Int)) -> Int { abs(cut.first + cut.second - reps.count) }
        return cuts.filter(isChange).min { unevenness($0) < unevenness($1) }.map { (reps[..<$0.first], reps[$0.second...]) }
    }

    private func isOdd(_ rep: DetectedRep, usualSeconds: Double) -> Bool {
        let ratio = rep.durationSeconds / usualSeconds
        return (rep.confidence ?? 1) < oddConfidence && max(ratio, 1 / ratio) >= oddDuration
    }
}

extension Recognition {
    fileprivate mutating func keep(_ reps: [DetectedRep]) {
        reading.reps = reps
        reading.features?.reps = reps.count
        reading.exchanged = []
        reading.stepPairs = []
        looksLike?.reps = reps.count
    }
}
