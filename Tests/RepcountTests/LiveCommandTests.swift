import Foundation
import Testing

/// `repcount live` as a person or a program runs it.
@Suite struct LiveCommandTests {
    private let recording = "Fixtures/single-sets/recordings/squat-anna-thigh-right-clean-12.csv"

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func everyLineIsAnEventAndTheLastHoldsTheSessionOfTheFile() throws {
        let outcome = try BuiltCommand.run(
            ["live", "--exercise", "squat", "--format", "ndjson"], in: Readme.root, shell: "< \(recording)")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let events = try objects(outcome.output)
        #expect(events.compactMap { $0["event"] as? String == "rep" ? $0["count"] as? Int : nil } == Array(1...12))
        let summary = try #require(events.last)
        #expect(summary["event"] as? String == "summary")
        var session = try #require(summary["session"] as? [String: Any])
        let file = try BuiltCommand.run(["analyze", recording, "--exercise", "squat", "--format", "json"], in: Readme.root)
        var analysis = try #require(JSONSerialization.jsonObject(with: Data(file.output.utf8)) as? [String: Any])
        // The same but for the name of the input.
        for name in ["recording"] {
            var (one, other) = (session[name] as? [String: Any] ?? [:], analysis[name] as? [String: Any] ?? [:])
            #expect(one["files"] as? [String] == ["-"])
            (one["files"], other["files"]) = (nil, nil)
            (session[name], analysis[name]) = (one, other)
        }
        #expect(session as NSDictionary == analysis as NSDictionary)
    }

    @Test func anInterruptEndsWithTheSummary() throws {
        let process = try BuiltCommand.process(["live", "--exercise", "squat", "--format", "ndjson"], in: Readme.root)
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(contentsOf: Readme.root.appending(path: recording)))
        // The first reps are out, so everything before them has been read; the input stays open.
        var text = Data()
        while !String(decoding: text, as: UTF8.self).contains("\"count\":10,") {
            let part = output.fileHandleForReading.availableData
            guard !part.isEmpty else { break }
            text += part
        }
        process.interrupt()
        text += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let events = try objects(String(decoding: text, as: UTF8.self))
        #expect(events.last?["event"] as? String == "summary")
        try input.fileHandleForWriting.close()
    }

    @Test func whatIsNoTableIsRefused() throws {
        let outcome = try BuiltCommand.run(["live"], in: Readme.root, shell: "< LICENSE")
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("repcount: -:1: this is not a table of numbers"))
    }

    @Test func aFileIsForAnalyze() throws {
        let outcome = try BuiltCommand.run(["live", "a.csv"], in: Readme.root)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("repcount analyze a.csv"))
    }
}
