import ExerciseCatalog
import Foundation
import MotionIngest
import RepReport
import RepScoring
import SessionAnalysis
import SessionModel

/// What is fuzzed. Each takes any bytes, and may neither trap nor break the law it states; that bytes are refused is fine.
public enum FuzzTarget {
    /// CSV bytes to samples. However the bytes are cut into chunks, samples and refusal are the same; times never fall and
    /// every number is finite.
    public static func samples(_ bytes: UnsafeRawBufferPointer) {
        let whole = Reading(bytes, chunk: .max)
        let cut = Reading(bytes, chunk: 1 + bytes.count % 97)
        precondition(whole == cut, "chunks make a difference: \(whole) \(cut)")
    }

    /// Rows to samples, with the fast lane and without it: samples, findings and refusal are the same. The first byte chooses the
    /// table that the rows go on with, and the length of chunks.
    public static func readers(_ bytes: UnsafeRawBufferPointer) {
        guard let choice = bytes.first else { return }
        let table = tables[Int(choice) % tables.count] + Array(bytes.dropFirst())
        let chunk = [.max, 1, 100, 1000][Int(choice) / tables.count % 4]
        table.withUnsafeBytes { table in
            let fast = Reading(table, chunk: chunk)
            let plain = Reading(table, chunk: chunk, reader: .libcsv)
            precondition(fast == plain, "readers make a difference: \(fast) \(plain)")
        }
    }

    /// Tables of different dress, each with 400 lines, after which the layout is settled; most of the lines are blank.
    private static let tables: [[UInt8]] = [
        "time_s,ax,ay,az,gx,gy,gz\n", "time_s;ax;note;ay;az\n", "packet\ttime\tax\tay\taz\n", "ax,ay,az\n",
    ].map { names in
        let delimiter: Character = names.first { [",", ";", "\t"].contains($0) }!
        let rows = (0..<40).map { row in
            names.split(separator: delimiter).map { name in
                switch name.first {
                case "t": "\(Double(row) / 50)"
                case "p": "\(row)"
                case "n": "walk"
                default: "\(name.hasPrefix("ay") ? 9.5 : Double(row % 7) / 10)"
                }
            }.joined(separator: "\(delimiter)") + "\n"
        }
        let text = names + rows.joined() + String(repeating: "\n", count: 360)
        return Array((delimiter == ";" ? text.replacing(".", with: ",") : text).utf8)
    }

    /// Column names to a format: the bytes are the head of a table whose rows are plausible.
    public static func formats(_ bytes: UnsafeRawBufferPointer) {
        var table = Array(bytes)
        let width = bytes.prefix { $0 != 10 }.count { $0 == UInt8(ascii: ",") } + 1
        for row in 0..<8 {
            table.append(10)
            let cells = (0..<min(width, 64)).map { $0 == 0 ? "\(Double(row) / 50)" : "\(9.81 / Double($0 + row % 2))" }
            table.append(contentsOf: cells.joined(separator: ",").utf8)
        }
        table.withUnsafeBytes { _ = Reading($0, chunk: .max) }
    }

    /// Plan files. A plan that is read is read again from how it is written.
    public static func plans(_ bytes: UnsafeRawBufferPointer) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let plan = try? PlanFile.read(text: text, file: "plan.yaml") else { return }
        let again = try? PlanFile.read(text: plan.yaml, file: "plan.yaml")
        precondition(again == plan, "written as\n\(plan.yaml)")
    }

    /// Manifests of datasets.
    public static func manifests(_ bytes: UnsafeRawBufferPointer) {
        _ = try? DatasetReader.dataset(manifest: Data(bytes), in: "folder")
    }

    /// Zip archives, as a recording and as a folder of recordings.
    public static func archives(_ bytes: UnsafeRawBufferPointer) {
        let path = "\(scratch)/fuzz-\(ProcessInfo.processInfo.processIdentifier).zip"
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { return }
        _ = try? RecordingFinder.recordings(under: path)
        _ = try? RecordingReader(paths: [path]).read { _ in }
    }

    /// A whole analysis of CSV bytes, as told by the first byte (see `asked`). Reports can be written.
    public static func analyze(_ bytes: UnsafeRawBufferPointer) {
        guard let choice = bytes.first else { return }
        var stream = SampleStream(name: "fuzz.csv")
        var analyzer = SessionAnalyzer(asked(choice))
        do {
            try stream.feed(UnsafeRawBufferPointer(rebasing: bytes.dropFirst())) { for sample in $0 { analyzer.step(sample) } }
            let facts = try stream.finish { for sample in $0 { analyzer.step(sample) } }
            let session = analyzer.finish(RecordingSummary(facts, placement: .thigh, side: .left))
            SessionLaws.check(session)
            _ = JSONReport.render(session)
            _ = TextReport.render(session)
            _ = CSVReport.rows(session)
        } catch {
            precondition(error is IngestError, "\(error)")
        }
    }

    /// A whole analysis of any movement, as told by the first byte; live too where the byte is high. Live ends in the same.
    public static func movements(_ bytes: UnsafeRawBufferPointer) {
        guard let choice = bytes.first else { return }
        let samples = Movement(bytes.dropFirst()).samples
        guard let last = samples.last else { return }
        let options = asked(choice)
        let recording = RecordingSummary(
            files: ["fuzz"], format: "fuzz", placement: options.placement, side: options.side,
            durationSeconds: last.timeSeconds, rateHz: nil, samples: samples.count)
        var analyzer = SessionAnalyzer(options)
        for sample in samples { analyzer.step(sample) }
        let session = analyzer.finish(recording)
        SessionLaws.check(session)
        guard choice >= 240 else { return }
        var live = LiveAnalysis(options)
        for sample in samples { live.step(sample) { _ in } }
        let same = live.finish(recording) { _ in }
        precondition(same == session, "live \(same), file \(session)")
    }

    /// Blind or told, with a plan where the byte is even.
    private static func asked(_ choice: UInt8) -> AnalysisOptions {
        let asked: [AskedExercise?] = [nil, .any, .hold, .exercise("squat"), .exercise("clamshell"), .exercise("standing-hamstring-stretch")]
        return AnalysisOptions(
            exercise: asked[Int(choice) % asked.count], plan: choice % 2 == 0 ? PlanCatalog.all.first : nil, placement: .thigh, side: .left)
    }

    /// Where archives are written: memory, where there is a file system for it.
    private static let scratch = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
}
