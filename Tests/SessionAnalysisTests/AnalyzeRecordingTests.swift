import Foundation
import Motion
import MotionIngest
import SessionAnalysis
import SessionModel
import SyntheticMotion
import Testing

@Suite struct AnalyzeRecordingTests {
    private func inFolder<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "analysis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try body(folder)
    }

    @Test func aFileBecomesASession() throws {
        try inFolder(["a.csv": SyntheticSensor.twoSets.csv()]) { folder in
            let path = folder.appending(path: "a.csv").path()
            let session = try analyzeRecording(
                paths: [path], options: AnalysisOptions(exercise: .any, placement: .shank, side: .left))
            #expect(session.counts == [6, 8])
            #expect(session.recording.files == [path])
            #expect(session.recording.placement == .shank && session.recording.side == .left)
            #expect(try abs(#require(session.recording.rateHz) - 50) < 0.01)
            #expect(abs(session.recording.durationSeconds - SyntheticSensor.twoSets.seconds) < 0.02)
        }
    }

    @Test func aFileAndItsSamplesGiveTheSameSets() throws {
        try inFolder(["a.csv": SyntheticSensor.twoSets.csv()]) { folder in
            let path = folder.appending(path: "a.csv").path()
            var samples: [MotionSample] = []
            _ = try RecordingReader(paths: [path]).read { samples += $0 }
            let streamed = session(of: samples, .any)
            let read = try analyzeRecording(paths: [path], options: AnalysisOptions(exercise: .any))
            #expect(read.sets == streamed.sets)
        }
    }

    @Test func whatIsWrongWithAFileIsThrown() throws {
        try inFolder(["text.csv": "Dear diary\n"]) { folder in
            for (name, kind) in [("text.csv", IngestError.Kind.badData), ("missing.csv", .noInput)] {
                let path = folder.appending(path: name).path()
                let error = try #require(throws: IngestError.self) {
                    try analyzeRecording(paths: [path], options: AnalysisOptions(exercise: .any))
                }
                #expect(error.file == path && error.kind == kind)
            }
        }
    }
}
