import Foundation
import Motion
import SessionBatch
import SessionHistory
import Testing

@Suite struct HistoryTests {
    private func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.appending(path: "h.sqlite").path())
    }

    private func key(_ content: String, plan: String = "p", options: String = "", version: String = "1") -> SessionKey {
        SessionKey(content: content, planName: plan, planText: "name: \(plan)", options: options, version: version)
    }

    private func session(_ text: String, at start: Double? = 1000) -> StoredSession {
        StoredSession(
            json: "{\"text\":\"\(text)\"}",
            recording: BatchRecording(
                paths: ["week/\(text) \"1\".csv"], name: "week/\(text).csv", placement: .upperArm, side: .left, isPlaceFromName: true),
            startSeconds: start)
    }

    @Test func whatIsKeptComesBack() throws {
        try inFolder { path in
            let store = PersonStore(try History(path: path), person: "anna")
            try store.keep(session("a"), for: key("1"))
            #expect(try store.session(for: key("1")) == session("a"))
            let again = PersonStore(try History(path: path, mustExist: true), person: "anna")
            #expect(try again.session(for: key("1")) == session("a"))
        }
    }

    @Test func anotherContentPlanVersionPlaceOrPersonIsNotKnown() throws {
        try inFolder { path in
            let history = try History(path: path)
            try PersonStore(history, person: "anna").keep(session("a"), for: key("1"))
            for other in [key("2"), key("1", plan: "q"), key("1", options: "side=left"), key("1", version: "2")] {
                #expect(try PersonStore(history, person: "anna").session(for: other) == nil)
            }
            #expect(try PersonStore(history, person: "bert").session(for: key("1")) == nil)
        }
    }

    @Test func aNewResultTakesThePlaceOfTheOld() throws {
        try inFolder { path in
            let history = try History(path: path)
            let store = PersonStore(history, person: "")
            try store.keep(session("a"), for: key("1"))
            try store.keep(session("b"), for: key("1", version: "2"))
            #expect(try history.sessions(of: "", planText: "name: p").map(\.session) == [session("b")])
        }
    }

    @Test func sessionsComeInOrderOfTime() throws {
        try inFolder { path in
            let history = try History(path: path)
            let store = PersonStore(history, person: "anna")
            for (content, start) in [("late", 3000.0), ("none", nil), ("early", 1000), ("middle", 2000)] as [(String, Double?)] {
                try store.keep(session(content, at: start), for: key(content))
            }
            #expect(try history.sessions(of: "anna", planText: "name: p").map(\.content) == ["early", "middle", "late", "none"])
            #expect(try history.sessions(of: "anna", planText: "name: p", within: 1000..<3000).map(\.content) == ["early", "middle"])
        }
    }

    @Test func thePlanUsedLastComesFirst() throws {
        try inFolder { path in
            let history = try History(path: path)
            let store = PersonStore(history, person: "anna")
            try store.keep(session("a"), for: key("1", plan: "old"))
            try store.keep(session("a"), for: key("1", plan: "new"))
            #expect(try history.plans(of: "anna").map(\.name) == ["new", "old"])
            #expect(try history.people() == ["anna"])
        }
    }

    @Test func whatIsDeletedIsGoneFromTheFile() throws {
        try inFolder { path in
            let history = try History(path: path)
            for number in 0..<50 {
                try PersonStore(history, person: "anna").keep(session("secret-\(number)"), for: key("\(number)"))
            }
            try PersonStore(history, person: "bert").keep(session("kept"), for: key("x"))
            #expect(try history.delete(person: "anna") == 50)
            #expect(try history.people() == ["bert"])
            for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
                let bytes = try Data(contentsOf: URL(filePath: file))
                #expect(bytes.range(of: Data("secret".utf8)) == nil)
                #expect(bytes.range(of: Data("anna".utf8)) == nil)
            }
            #expect(try history.delete(person: "anna") == 0)
        }
    }

    @Test func exportIsEverySessionByPersonAndTime() throws {
        try inFolder { path in
            let history = try History(path: path)
            try PersonStore(history, person: "bert").keep(session("b", at: 1), for: key("1"))
            try PersonStore(history, person: "anna").keep(session("late", at: 3), for: key("1"))
            try PersonStore(history, person: "anna").keep(session("early", at: 2), for: key("2"))
            var lines: [String] = []
            try history.export(of: nil) { lines.append($0) }
            #expect(lines == ["early", "late", "b"].map { "{\"text\":\"\($0)\"}" })
            lines = []
            try history.export(of: "bert") { lines.append($0) }
            #expect(lines == ["{\"text\":\"b\"}"])
        }
    }

    /// Several connections, as of several processes, opening a new file and writing to it at once.
    @Test func manyMayWriteAtOnce() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "h.sqlite").path()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let store = PersonStore(try History(path: path), person: "anna")
                    for number in 0..<20 { try store.keep(session("\(writer)-\(number)"), for: key("\(writer)-\(number)")) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try History(path: path).sessions(of: "anna", planText: "name: p").count == 160)
    }

    // MARK: Files that are no history

    @Test func aMissingFileIsOnlyCreatedWhenAsked() throws {
        try inFolder { path in
            #expect { try History(path: path, mustExist: true) } throws: { ($0 as? HistoryError)?.kind == .missing }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(arguments: ["time_s,ax,ay,az\n0,0,0,9.8\n", String(repeating: "x", count: 10_000)])
    func anotherFileIsRefusedAndLeftAsItIs(text: String) throws {
        try inFolder { path in
            try Data(text.utf8).write(to: URL(filePath: path))
            #expect { try History(path: path) } throws: { "\($0)".contains("not a history of repcount") }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func aDamagedHistoryIsRefused() throws {
        try inFolder { path in
            let history = try History(path: path)
            for number in 0..<200 { try PersonStore(history, person: "anna").keep(session("\(number)"), for: key("\(number)")) }
            _ = try history.delete(person: "nobody")
            var bytes = try Data(contentsOf: URL(filePath: path))
            for at in 4096..<bytes.count { bytes[at] = UInt8(truncatingIfNeeded: at &* 37) }
            let damaged = path + ".damaged"
            try bytes.write(to: URL(filePath: damaged))
            #expect {
                let history = try History(path: damaged)
                _ = try history.sessions(of: "anna", planText: "name: p")
            } throws: {
                ($0 as? HistoryError)?.kind == .badData && "\($0)".contains("damaged")
            }
        }
    }

    @Test func aHistoryOfANewerVersionIsRefused() throws {
        try inFolder { path in
            _ = try History(path: path)
            // user_version, a big-endian number at offset 60 of the header (SQLite's file format).
            var bytes = try Data(contentsOf: URL(filePath: path))
            try #require(bytes.count > 100)
            bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
            let newer = path + ".newer"
            try bytes.write(to: URL(filePath: newer))
            #expect { try History(path: newer) } throws: { "\($0)".contains("newer version") }
        }
    }
}
