import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// Counts a recording of which somebody says what was done: the sets of one movement, told apart from what lies between.
struct ToldCount {
    /// `nil`: some repeated movement.
    let exercise: Exercise?

    func sets(in segments: [SegmentFindings]) -> [SetResult] {
        let sinks = exercise?.travel.map { $0 == .sinks }
        let group = MovementGroup()
        let found = [segments.flatMap(\.tiltSets), segments.flatMap(\.travelSets)]
        let counts = found.enumerated().compactMap { index, sets in
            group.best(of: sets, sinks: sinks).map { (sets: $0.sets, score: $0.score, others: found[1 - index]) }
        }
        guard let best = counts.max(by: { $0.score < $1.score }) else { return [] }
        return best.sets.map { set in
            SetResult(set, exercise: exercise?.name ?? ExerciseCatalog.unrecognised, others: best.others)
        }
    }
}

extension SetResult {
    /// A detected set under the name of what it is.
    /// - Parameter others: sets found in the other kind of signal, for the range of counts.
    init(_ set: DetectedSet, exercise: String, side: SetSide? = nil, others: [DetectedSet]) {
        self.init(
            exercise: exercise, side: side, startSeconds: set.startSeconds, endSeconds: set.endSeconds, reps: set.count,
            range: CountRange().range(of: set, others: others), partial: set.partialReps, confidence: set.quality,
            detail: set.reps.map {
                RepResult(
                    startSeconds: $0.startSeconds, turnSeconds: $0.turnSeconds, endSeconds: $0.endSeconds,
                    rangeOfMotionDegrees: $0.tiltDegrees, holdSeconds: $0.holdSeconds)
            })
    }
}
