import Foundation
import Motion
import SessionBatch
import SessionModel
import Synchronization
import Testing

@Suite struct BatchScorerTests {
    /// Keeps results in memory and counts how often it was asked and told.
    private final class Memory: SessionStore {
        private let state = Mutex((kept: [(SessionKey, StoredSession)](), asked: 0))

        var kept: Int { state.withLock { $0.kept.count } }

        func session(for key: SessionKey) throws -> StoredSession? {
            state.withLock { $0.kept.last { $0.0 == key }?.1 }
        }

        func keep(_ session: StoredSession, for key: SessionKey) throws {
            state.withLock { $0.kept.append((key, session)) }
        }
    }

    /// A folder with two sensors at rest for ten seconds and a text that is no recording.
    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for day in [9, 10] {
            let rows = (0..<500).map { "\(Double($0) / 50),0.0\($0 % day),0.0\($0 % 5),9.8\($0 % 3)\n" }
            try Data(("time_s,ax,ay,az\n" + rows.joined()).utf8).write(to: folder.appending(path: "202506\(day < 10 ? "0" : "")\(day)_1830-thigh.csv"))
        }
        try Data("Dear diary,\n".utf8).write(to: folder.appending(path: "2025-06-11.csv"))
        try await body(folder)
    }

    private func run(_ folder: URL, _ scorer: BatchScorer, jobs: Int = 2) async throws -> (lines: [String], progress: BatchScorer.Progress?) {
        var lines: [String] = []
        var last: BatchScorer.Progress?
        try await scorer.score(BatchRecording.all(in: [BatchFolder(path: folder.path())]), jobs: jobs) {
            last = $0
        } emit: { result in
            switch result {
            case .scored(let session, let json): lines.append("\(session.day.map { "\($0)" } ?? "-") \(session.summary.time ?? "-") \(json)")
            case .failed(let failure): lines.append("\(failure.day.map { "\($0)" } ?? "-") failed \(failure.reason)")
            }
        }
        return (lines, last)
    }

    @Test func aFailingRecordingIsAResultAndTheOthersGoOn() async throws {
        try await inFolder { folder in
            let (lines, progress) = try await run(folder, BatchScorer(timeZone: .gmt, version: "1"))
            #expect(lines.count == 3)
            #expect(lines[0].hasPrefix("2025-06-11 failed") && lines[0].contains("not a table of numbers"))
            #expect(lines[1].hasPrefix("2025-06-09 18:30 {\"schema\":\"repcount.session/1\""))
            #expect(lines[2].hasPrefix("2025-06-10 18:30 {"))
            #expect(progress?.done == 3 && progress?.failed == 1)
        }
    }

    @Test func aPlaceTakenFromANameIsAFinding() async throws {
        try await inFolder { folder in
            let (lines, _) = try await run(folder, BatchScorer(timeZone: .gmt, version: "1"))
            #expect(lines[1].contains("\"placement\":\"thigh\"") && lines[1].contains("place-from-name"))
        }
    }

    @Test(arguments: [1, 2, 8])
    func theResultIsTheSameWhateverTheJobs(jobs: Int) async throws {
        try await inFolder { folder in
            let scorer = BatchScorer(timeZone: .gmt, version: "1")
            let (many, one) = (try await run(folder, scorer, jobs: jobs), try await run(folder, scorer, jobs: 1))
            #expect(many.lines == one.lines)
        }
    }

    @Test func whatIsKnownIsNotScoredAgain() async throws {
        try await inFolder { folder in
            let memory = Memory()
            let scorer = BatchScorer(timeZone: .gmt, version: "1", store: memory)
            let first = try await run(folder, scorer)
            let second = try await run(folder, scorer)
            #expect(first.lines == second.lines)
            #expect(first.progress?.known == 0 && second.progress?.known == 2)
            #expect(memory.kept == 2)
            // Another version, plan or place is another result.
            _ = try await run(folder, BatchScorer(timeZone: .gmt, version: "2", store: memory))
            #expect(memory.kept == 4)
        }
    }

    @Test func aRecordingThatWasMovedIsKnownUnderItsNewName() async throws {
        try await inFolder { folder in
            let memory = Memory()
            let scorer = BatchScorer(timeZone: .gmt, version: "1", store: memory)
            _ = try await run(folder, scorer)
            let moved = folder.appending(path: "moved/20250612-thigh.csv")
            try FileManager.default.createDirectory(at: moved.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: folder.appending(path: "20250610_1830-thigh.csv"), to: moved)
            let (lines, progress) = try await run(folder, scorer)
            #expect(progress?.known == 2)
            #expect(lines.contains { $0.hasPrefix("2025-06-12 - {") && $0.contains("moved/20250612-thigh.csv") && !$0.contains("20250610") })
        }
    }

    /// 23:30 UTC is the next day in Berlin and the same day in New York.
    @Test(arguments: [("Europe/Berlin", "2025-06-10", "01:30"), ("America/New_York", "2025-06-09", "19:30"), ("GMT", "2025-06-09", "23:30")])
    func theZoneTellsTheDay(zone: String, day: String, time: String) async throws {
        try await inFolder { folder in
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
                try FileManager.default.removeItem(at: folder.appending(path: file))
            }
            let rows = (0..<500).map { "\(1_749_511_800_000 + $0 * 20),0.1,0.1,9.8\($0 % 3)\n" }
            try Data(("epoch (ms),x-axis (m/s2),y-axis (m/s2),z-axis (m/s2)\n" + rows.joined()).utf8)
                .write(to: folder.appending(path: "2001-01-01.csv"))
            let (lines, _) = try await run(folder, BatchScorer(timeZone: try #require(TimeZone(identifier: zone)), version: "1"))
            #expect(lines.only?.hasPrefix("\(day) \(time) {") == true, "\(lines)")
        }
    }
}
