import ExerciseCatalog
import RepCore
import SessionModel

/// Measures the posture of which somebody says that it was held in this recording.
struct ToldHold {
    /// `nil`: some posture.
    let exercise: Exercise?

    func holds(in segments: [SegmentFindings]) -> [HoldResult] {
        // What short gaps part is one stretch of time with one main posture; after a long one the sensor may sit another way.
        let parts = segments.reduce(into: [[SegmentFindings]]()) { parts, segment in
            if let last = parts.last?.last, segment.startSeconds - last.endSeconds <= HoldJoin().longestSeconds {
                parts[parts.count - 1].append(segment)
            } else {
                parts.append([segment])
            }
        }
        let all = parts.flatMap { HoldFinder.main(among: $0.flatMap(\.likelyHolds)) }
        // Beside the longest of the recording a much shorter one is a rest.
        let longest = all.map(\.durationSeconds).max() ?? 0
        return all.filter { $0.durationSeconds >= longest / 2 }.map {
            HoldResult(
                exercise: exercise?.name ?? ExerciseCatalog.unrecognised, startSeconds: $0.startSeconds,
                endSeconds: $0.endSeconds)
        }
    }
}
