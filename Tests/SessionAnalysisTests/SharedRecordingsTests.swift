import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import RepCore
import SessionAnalysis
import SyntheticMotion
import Testing

/// Recordings of real people, kept beside the project's folder and not in it. Without them these tests are skipped.
@Suite struct SharedRecordingsTests {
    static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

    struct Recording: Sendable, CustomTestStringConvertible {
        var dataset: String
        var id: String
        var paths: [String]
        var asked: AskedExercise

        var testDescription: String { "\(dataset)/\(id)" }
    }

    private struct Manifest: Decodable {
        struct Recording: Decodable {
            var id: String
            var files: [String]
            var exercise: String
        }
        var recordings: [Recording]
    }

    /// How many recordings to take from each dataset, evenly over its list: 25 in all.
    private static let shares = [
        "apple-watch-squat": 2, "daily-living": 2, "gym-wrist-upper-body": 2, "leg-extension": 2, "metawear-barbell": 3,
        "mixed-sessions": 1, "squat-three-imus": 3, "static-poses": 2, "thigh-bridge-clam": 3, "thigh-single-reps": 3,
        "watch-squat-lunge": 2,
    ]

    static let recordings: [Recording] = shares.sorted { $0.key < $1.key }.flatMap { dataset, share -> [Recording] in
        let folder = data.appendingPathComponent(dataset)
        guard let text = try? Data(contentsOf: folder.appendingPathComponent("manifest.json")),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: text)
        else { return [] }
        return (0..<share).map { number in
            let recording = manifest.recordings[(2 * number + 1) * manifest.recordings.count / (2 * share)]
            let exercise = recording.exercise
            return Recording(
                dataset: dataset, id: recording.id, paths: recording.files.map { folder.appendingPathComponent($0).path },
                asked: exercise == "hold"
                    ? .hold : ExerciseCatalog.exercise(named: exercise) == nil ? .any : .exercise(exercise))
        }
    }

    /// Four rotations of each of 25 recordings: a hundred. A minute of each says as much as all of it.
    @Test(.enabled(if: !recordings.isEmpty, "recordings of real people are not beside this project"), arguments: recordings)
    func turningTheSensorChangesNoCount(recording: Recording) throws {
        var samples: [MotionSample] = []
        _ = try RecordingReader(paths: recording.paths).read { samples += $0 }
        samples.removeAll { $0.timeSeconds > 60 }
        let plain = session(of: samples, recording.asked)
        let seed = UInt64(recording.id.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF })
        for rotation in Quaternion.random(4, seed: seed) {
            let turned = session(of: samples.lazy.map { $0.rotated(by: rotation) }, recording.asked)
            #expect(turned.counts == plain.counts)
            #expect(largestDifference(turned.eventSeconds, plain.eventSeconds) < 1e-3)
        }
    }
}
