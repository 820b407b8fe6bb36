import ExerciseCatalog
import Motion
import MotionIngest
import SessionModel

/// What can be told about a recording without counting anything: its facts, and what such a sensor can see of every
/// exercise in the catalogue, leg by leg where legs work one at a time.
///
/// - Throws: `IngestError` for files that are missing or cannot be understood.
public func inspectRecording(paths: [String], options: AnalysisOptions) throws -> Inspection {
    let facts = try RecordingReader(paths: paths, options: options.ingest).read { _ in }
    let views = ExerciseCatalog.all.flatMap { exercise in
        let sides: [Side?] = exercise.sidedness == .eachLeg ? [.left, .right] : [nil]
        return sides.map { side in
            Inspection.View(
                exercise: exercise.name, side: side,
                isObservable: exercise.isObservable(
                    from: options.placement, wornSide: options.side, itemSide: side))
        }
    }
    return Inspection(
        recording: RecordingSummary(facts, placement: options.placement, side: options.side),
        hasAngularRate: facts.hasAngularRate, views: views)
}
