import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import SessionModel
import Testing

@testable import SessionAnalysis

/// No damage makes reps: a file is refused with one clear message, or read with a finding that tells what is wrong, if anything is.
@Suite struct MalformedCollectionTests {
    @Test func hasAtLeastEightyKindsOfDistinctNames() {
        #expect(MalformedCollection.all.count >= 80)
        #expect(Set(MalformedCollection.all.map(\.title)).count == MalformedCollection.all.count)
    }

    @Test(.timeLimit(.minutes(5)), arguments: MalformedCollection.all)
    func endsInAMessageOrInFindingsAndNeverInReps(malformed: MalformedInput) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "malformed-\(UUID().uuidString).csv").path()
        try Data(malformed.make()).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            let session = try analyzeRecording(paths: [path], options: AnalysisOptions(exercise: .any))
            #expect(session.sets.isEmpty, "\(session.sets.map(\.reps)) reps")
            #expect(malformed.isHarmless || !session.recording.findings.isEmpty || session.recording.durationSeconds < 1, "read as \(session.recording)")
        } catch let error as IngestError {
            let text = "\(error)"
            #expect(error.file == path)
            #expect(!text.contains("\n") && text.utf8.count < path.utf8.count + 400, "\(text)")
            #expect(!error.message.isEmpty && !error.message.hasSuffix(".") && !error.remedy.isEmpty && !error.remedy.hasSuffix("."), "\(text)")
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: MalformedCollection.all)
    func comesOutTheSameFromBothReaders(malformed: MalformedInput) throws {
        let bytes = malformed.make()
        func outcome(_ reader: CSVReader) throws -> (samples: [MotionSample], facts: RecordingFacts?, refusal: IngestError?) {
            var stream = SampleStream(name: "malformed.csv", options: IngestOptions(csvReader: reader))
            var samples: [MotionSample] = []
            do {
                try bytes.withUnsafeBytes { try stream.feed($0) { samples += $0 } }
                let facts = try stream.finish { samples += $0 }
                return (samples, facts, nil)
            } catch let error as IngestError {
                return (samples, nil, error)
            }
        }
        let (fast, plain) = (try outcome(.fast), try outcome(.libcsv))
        #expect(fast.samples == plain.samples)
        #expect(fast.facts == plain.facts)
        #expect(fast.refusal == plain.refusal)
    }
}
