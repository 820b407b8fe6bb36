import Foundation
import Motion
import RepScoring
import SessionModel

let catalogue: Set<String> = ["squat", "lunge", "bridge"]

func recording(
    _ exercise: String, dataset: String = "d", id: String = "r", subject: String = "s", placement: Placement? = .thigh,
    variant: String? = nil, truth: Truth, plan: PlanReference? = nil, expected: [ExpectedVerdict]? = nil
) -> Recording {
    Recording(
        dataset: dataset, id: id, files: ["\(id).csv"], exercise: exercise, placement: placement, side: nil,
        subject: subject, variant: variant, truth: truth, plan: plan, expected: expected)
}

func set(
    _ exercise: String, _ start: Double, _ end: Double, reps: Int, range: ClosedRange<Int>? = nil,
    detail: [RepResult] = []
) -> SetResult {
    SetResult(
        exercise: exercise, startSeconds: start, endSeconds: end, reps: reps, range: range ?? reps...reps,
        confidence: 1, detail: detail)
}

func session(
    _ sets: [SetResult] = [], holds: [HoldResult] = [], plan: PlanResult? = nil, seconds: Double = 60
) -> Session {
    Session(
        recording: RecordingSummary(files: [], format: "test", durationSeconds: seconds, rateHz: 25, samples: 1500),
        sets: sets, holds: holds, plan: plan)
}

func score(_ session: Session, _ recording: Recording, _ mode: Mode = .told) -> RecordingScore {
    RecordingScore(session, recording, mode: mode, catalogue: catalogue)
}

/// A folder for one test, removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

func write(_ text: String, to url: URL) throws {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
}

/// One recording of d/squat/thigh/- that came out a rep short, and one that failed.
let sampleResult = CounterResult(
    counter: "repcount", mode: .told,
    recordings: [
        RecordingResult(
            recording: recording("squat", id: "a", truth: Truth(count: 10...10)),
            outcome: .scored(
                score(session([set("squat", 0, 9, reps: 9)]), recording("squat", truth: Truth(count: 10...10))))),
        RecordingResult(
            recording: recording("squat", id: "b \"x\"", truth: Truth(count: 8...9)), outcome: .failed("empty file")),
    ])
