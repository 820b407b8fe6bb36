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
    /// Profiles by person, exercise and placement, each with the recording it was learnt from.
    private var profiles: [ProfileKey: [(id: String, profile: PersonalProfile)]] = [:]

    private struct ProfileKey: Hashable {
        var dataset, subject, exercise: String
        var placement: Placement?
    }

    /// - Parameter ingest: what is known of the recordings better than their files tell.
    public init(ingest: IngestOptions = IngestOptions()) {
        self.ingest = ingest
    }

    /// The counter that knows each person from their recordings of one variant (`clean`), never from the one it counts.
    ///
    /// Recordings of which no reading counts right teach nothing and are passed over.
    public func calibrated(on variant: String, of datasets: [Dataset]) -> OwnCounter {
        var counter = self
        for recording in datasets.flatMap(\.recordings) where recording.variant == variant {
            guard let count = recording.truth.count, count.count == 1,
                ExerciseCatalog.exercise(named: recording.exercise) != nil,
                let profile = try? calibrate(
                    paths: recording.files, exercise: recording.exercise, reps: count.lowerBound,
                    options: AnalysisOptions(placement: recording.placement, side: recording.side, ingest: ingest))
            else { continue }
            counter.profiles[Self.key(recording), default: []].append((recording.id, profile))
        }
        return counter
    }

    private static func key(_ recording: Recording) -> ProfileKey {
        ProfileKey(
            dataset: recording.dataset, subject: recording.subject, exercise: recording.exercise,
            placement: recording.placement)
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
        case .exercise(let name):
            options.exercise = .exercise(name)
            options.profile = profiles[Self.key(recording)]?.first { $0.id != recording.id }?.profile
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
