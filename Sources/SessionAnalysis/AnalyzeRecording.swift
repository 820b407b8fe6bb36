import MotionIngest
import SessionModel

/// Reads one recording and analyses it.
///
/// - Parameter paths: a file, two files that belong together, or a folder an app exported.
/// - Throws: `IngestError` when the recording cannot be read.
public func analyzeRecording(paths: [String], options: AnalysisOptions) throws -> Session {
    let reader = try RecordingReader(paths: paths, options: options.ingest)
    var analyzer = SessionAnalyzer(options)
    let facts = try reader.read { batch in
        for sample in batch { analyzer.step(sample) }
    }
    return analyzer.finish(RecordingSummary(facts, placement: options.placement, side: options.side))
}
