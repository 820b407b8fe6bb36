import MotionIngest
import SessionModel

/// Reads one recording and analyses it.
///
/// - Parameter paths: a file, files that belong together, or a folder an app exported.
/// - Throws: `IngestError` when the recording cannot be read.
public func analyzeRecording(paths: [String], options: AnalysisOptions) throws -> Session {
    var analyzer = SessionAnalyzer(options)
    return try read(paths, into: &analyzer).session
}

/// Likewise, and draws the signal; the trace is `nil` where there was nothing to draw.
public func traceRecording(
    paths: [String], options: AnalysisOptions
) throws -> (session: Session, trace: SignalTrace?) {
    var analyzer = SessionAnalyzer(options, tracesSignal: true)
    let session = try read(paths, into: &analyzer).session
    return (session, analyzer.trace)
}

/// Everything of a recording through an analyzer that has seen nothing yet.
func read(_ paths: [String], into analyzer: inout SessionAnalyzer) throws -> (session: Session, facts: RecordingFacts) {
    let reader = try RecordingReader(paths: paths, options: analyzer.options.ingest)
    let facts = try reader.read { batch in
        for sample in batch { analyzer.step(sample) }
    }
    let summary = RecordingSummary(facts, placement: analyzer.options.placement, side: analyzer.options.side)
    return (analyzer.finish(summary), facts)
}
