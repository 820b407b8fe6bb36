import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// Counts a recording of which somebody says what was done: the sets of one movement, told apart from what lies between.
struct ToldCount {
    /// `nil`: some repeated movement.
    let exercise: Exercise?
    /// Side the sensor is worn on.
    let side: Side?

    func sets(in segments: [SegmentFindings]) -> [SetResult] {
        let sinks = exercise?.travel.map { $0 == .sinks }
        let group = MovementGroup()
        let counts = [segments.flatMap(\.tiltSets), segments.flatMap(\.travelSets)].compactMap {
            group.best(of: $0, sinks: sinks)
        }
        guard let best = counts.max(by: { $0.score < $1.score }) else { return [] }
        let name = exercise?.name ?? ExerciseCatalog.unrecognised
        return best.sets.map { set in
            return SetResult(set, exercise: name)
        }
    }
}

extension SetResult {
    /// A detected set under the name of what it is.
    init(_ set: DetectedSet, exercise: String, side: Side? = nil) {
        self.init(
            exercise: exercise, side: side.map { $0 == .left ? .left : .right }, startSeconds: set.startSeconds, endSeconds: set.endSeconds, reps: set.count,
            range: set.countRange, partial: set.partialReps, confidence: set.quality,
            detail: set.reps.map {
                RepResult(
                    startSeconds: $0.startSeconds, turnSeconds: $0.turnSeconds, endSeconds: $0.endSeconds,
                    rangeOfMotionDegrees: $0.tiltDegrees, holdSeconds: $0.holdSeconds)
            })
    }
}
