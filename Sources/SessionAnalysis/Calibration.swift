import ExerciseCatalog
import Motion
import MotionIngest
import RepCore
import SessionModel

/// Learns a personal profile from one recording of known exercise and count.
///
/// Of all readings of the recording (tilt or travel, home at either end) the one that counts right is remembered: its
/// posture, size and tempo.
///
/// - Parameters:
///   - reps: repetitions done in it.
///   - options: `placement` and `side` go into the profile; `exercise`, `plan` and `profile` in it are not used.
/// - Throws: `IngestError` when the recording cannot be read, or when no reading counts `reps`: then it is no clean set.
public func calibrate(
    paths: [String], exercise: String, reps: Int, options: AnalysisOptions
) throws -> PersonalProfile {
    var buffer = EpisodeBuffer()
    let asked = ExerciseCatalog.exercise(named: exercise)
    // Steps out and back are looked for where features are (`DetectedSet.stepPairs`).
    let detector = SegmentDetector(lookingFor: asked?.alternates == true ? [.oneMovement, .features] : .oneMovement)
    var segments: [SegmentFindings] = []
    let reader = try RecordingReader(paths: paths, options: options.ingest)
    let facts = try reader.read { batch in
        for sample in batch { buffer.step(sample) { segments.append(detector.detect($0)) } }
    }
    buffer.finish { segments.append(detector.detect($0)) }
    let sets = segments.flatMap { $0.tiltSets + $0.travelSets }.map { $0.asDone(asked, from: options.placement) }
    let (movement, counts) = MovementProfile.learnt(from: sets, reps: reps)
    guard let movement else {
        let numbers = counts.sorted().map(String.init).joined(separator: " or ")
        let found = counts.isEmpty ? "no repeated movement is seen" : "it shows \(numbers) reps"
        throw IngestError(
            file: paths.first ?? "", message: "\(found), not \(reps), so nothing can be learnt from it",
            remedy: "Record one set without walking about or stopping, and count it yourself")
    }
    return PersonalProfile(
        exercise: exercise, placement: options.placement, side: options.side, reps: reps, files: facts.files,
        movement: movement)
}
