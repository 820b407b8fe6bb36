import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// From samples to a session: one value that takes a stream, from a file or live, and ends in the same result.
public struct SessionAnalyzer: Sendable {
    public let options: AnalysisOptions
    private var buffer = EpisodeBuffer()
    private var segments: [SegmentFindings] = []

    private let detector: SegmentDetector

    public init(_ options: AnalysisOptions) {
        self.options = options
        detector = SegmentDetector(lookingFor: options.exercise == nil ? .everything : .oneMovement)
    }

    /// Takes one sample; times must not decrease.
    public mutating func step(_ sample: MotionSample) {
        var completed: [SegmentFindings] = []
        buffer.step(sample) { completed.append(detector.detect($0)) }
        segments += completed
    }

    /// Ends the stream.
    /// - Parameter recording: what is known about the recording, copied into the session.
    public mutating func finish(_ recording: RecordingSummary) -> Session {
        var completed: [SegmentFindings] = []
        buffer.finish { completed.append(detector.detect($0)) }
        segments += completed
        let (sets, holds) = movements(in: segments)
        return Session(
            recording: recording, sets: sets, holds: holds,
            plan: options.plan.map {
                PlanAlignment().align(
                    $0, sets: sets, holds: holds, placement: options.placement, side: options.side)
            })
    }

    /// What segments mean, given what is known about the recording: of all of them at the end, of the newest in between.
    func movements(in segments: [SegmentFindings]) -> (sets: [SetResult], holds: [HoldResult]) {
        let segments = GapCrossing().completed(segments)
        switch options.exercise {
        case .exercise(let name):
            let exercise = ExerciseCatalog.exercise(named: name)
            return exercise?.kind == .stretch
                ? ([], ToldHold(exercise: exercise).holds(in: segments))
                : (ToldCount(exercise: exercise, placement: options.placement, side: options.side).sets(in: segments), [])
        case .any: return (ToldCount(exercise: nil, placement: options.placement, side: options.side).sets(in: segments), [])
        case .hold: return ([], ToldHold(exercise: nil).holds(in: segments))
        case nil:
            let blind = BlindSession(placement: options.placement, side: options.side, hasPlan: options.plan != nil)
            return blind.movements(in: segments)
        }
    }
}
