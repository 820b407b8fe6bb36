import ExerciseCatalog
import Foundation
import Motion
import SessionModel
import Testing

@testable import SessionAnalysis

/// Whole generated programmes with the verdict that every item has to get.
@Suite struct BlindSessionTests {
    private struct Manifest: Decodable {
        struct Recording: Decodable {
            struct Expectation: Decodable { var exercise: String, side: Side?, verdict: Verdict? }

            var id: String, files: [String], placement: Placement?, side: Side?, expected: [Expectation]
        }

        var recordings: [Recording]
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/programme-sessions")

    private func session(_ id: String, plan: Plan? = .runnersKnee) throws -> (Session, Manifest.Recording) {
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: Self.folder.appendingPathComponent("manifest.json")))
        let recording = try #require(manifest.recordings.first { $0.id == id })
        let session = try analyzeRecording(
            paths: recording.files.map { Self.folder.appendingPathComponent($0).path },
            options: AnalysisOptions(plan: plan, placement: recording.placement, side: recording.side))
        return (session, recording)
    }

    /// Compliant and not, thigh and shank, with and without a gyroscope, canonical and as a pair of files.
    @Test(arguments: [
        "bert-thigh-right", "dora-thigh-right", "emil-thigh-right", "dora-thigh-right-accelerometer", "bert-shank-right",
        "cleo-thigh-right-metawear",
    ])
    func everyItemOfAProgrammeIsJudgedRight(id: String) throws {
        let (session, recording) = try session(id)
        let items = try #require(session.plan?.items)
        #expect(items.count == recording.expected.count)
        for (item, expected) in zip(items, recording.expected) {
            #expect(item.exercise == expected.exercise && item.side == expected.side)
            if let verdict = expected.verdict { #expect(item.verdict == verdict, "\(id): \(item.exercise)") }
        }
    }

    @Test func thePlanChangesNoCount() throws {
        let (planned, _) = try session("bert-thigh-right")
        let (unplanned, _) = try session("bert-thigh-right", plan: nil)
        func named(_ session: Session) -> [SetResult] {
            session.sets.filter { $0.exercise != ExerciseCatalog.unrecognised }
        }
        #expect(named(planned) == named(unplanned) && planned.holds == unplanned.holds)
        #expect(unplanned.plan == nil)
    }
}
