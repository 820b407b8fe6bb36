import ExerciseCatalog
import RepCore
import SessionModel

/// Measures the posture of which somebody says that it was held in this recording.
struct ToldHold {
    /// `nil`: some posture.
    let exercise: Exercise?

    func holds(in segments: [SegmentFindings]) -> [HoldResult] {
        let all = segments.flatMap(\.mainHolds)
        // Each segment names its own main holds; beside the longest of the recording a much shorter one is a rest.
        let longest = all.map(\.durationSeconds).max() ?? 0
        return all.filter { $0.durationSeconds >= longest / 2 }.map {
            HoldResult(
                exercise: exercise?.name ?? ExerciseCatalog.unrecognised, startSeconds: $0.startSeconds,
                endSeconds: $0.endSeconds)
        }
    }
}
