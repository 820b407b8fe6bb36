import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import SessionAnalysis
import SessionModel

/// Our own analysis as a counter for `Benchmark.run`.
public struct OwnCounter: Sendable {
    public static let name = "repcount"

    private let ingest: IngestOptions

    /// - Parameter ingest: what is known of the recordings better than their files tell.
    public init(ingest: IngestOptions = IngestOptions()) {
        self.ingest = ingest
    }

    /// Analyses a recording with what its dataset tells in this mode.
    /// - Throws: `IngestError`, `PlanError`, or `DatasetError` for a plan nobody knows.
    public func session(of recording: Recording, _ mode: Mode) throws -> Session {
        try analyzeRecording(paths: recording.files, options: options(for: recording, mode))
    }

    /// What the analysis is told about a recording in a mode.
    /// - Throws: `PlanError`, or `DatasetError` for a plan nobody knows.
    func options(for recording: Recording, _ mode: Mode) throws -> AnalysisOptions {
        var options = AnalysisOptions(placement: recording.placement, side: recording.side, ingest: ingest)
        switch Asked(recording, mode: mode, catalogue: Set(ExerciseCatalog.all.map(\.name))) {
        case .exercise(let name): options.exercise = .exercise(name)
        case .any: options.exercise = .any
        case .hold: options.exercise = .hold
        case .plan(let reference): options.plan = try plan(reference, of: recording)
        case .nothing: break
        }
        return options
    }

    /// The session of a baseline on the same recording, told the same.
    public func session(of recording: Recording, baseline: any BaselineCounter, _ mode: Mode) throws -> Session {
        var samples: [MotionSample] = []
        _ = try RecordingReader(paths: recording.files, options: ingest).read { samples += $0 }
        let asked = Asked(recording, mode: mode, catalogue: Set(ExerciseCatalog.all.map(\.name)))
        return try baseline.session(of: samples, files: recording.files, asked: asked)
    }

    private func plan(_ reference: PlanReference, of recording: Recording) throws -> Plan {
        switch reference {
        case .inline(let text): return try PlanFile.read(text: text, file: recording.id)
        case .named(let name):
            if let plan = PlanCatalog.plan(named: name) { return plan }
            guard let text = try? String(contentsOfFile: name, encoding: .utf8) else {
                throw DatasetError(path: recording.id, message: "there is no plan \"\(name)\"")
            }
            return try PlanFile.read(text: text, file: name)
        }
    }
}
