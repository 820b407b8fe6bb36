import Motion
import MotionIngest
import SessionModel

/// Rows in while they are being recorded, events out as they happen, and at the end the session that analysing the same
/// rows from a file gives, however the bytes were cut.
public struct LiveSession: ~Copyable {
    private let options: AnalysisOptions
    private var reader: LiveReader
    private var analysis: LiveAnalysis
    private var isPreliminary = true
    /// Defects there were when findings were last told, and the kinds told.
    private var defects = 0
    private var told: [String: Finding] = [:]

    /// - Parameter name: what stands for the file in the session and its findings.
    public init(name: String = "-", options: AnalysisOptions) {
        self.options = options
        reader = LiveReader(name: name, options: options.ingest)
        analysis = LiveAnalysis(options)
    }

    /// Takes the next bytes.
    /// - Throws: `IngestError` for input that cannot be read.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer, _ emit: (LiveEvent) -> Void) throws {
        try Self.feed(bytes, &reader, &analysis, &isPreliminary, emit)
        analysis.look(at: reader.heldBack, emit)
        tellFindings(emit)
    }

    /// Tells what is new about the input: defects of rows the first time, breaks in the stream every time.
    private mutating func tellFindings(_ emit: (LiveEvent) -> Void) {
        guard reader.defects != defects else { return }
        defects = reader.defects
        for finding in reader.findings where told[finding.kind] != finding {
            if told[finding.kind] == nil || Self.breaks.contains(finding.kind) {
                emit(LiveEvent(timeSeconds: analysis.newestSeconds, kind: .finding(finding)))
            }
            told[finding.kind] = finding
        }
    }

    /// Findings that end or shift the stream.
    private static let breaks: Set = ["gap", "clock-jump", "repeated-header"]

    /// Ends the input. The last event is the summary with the session that is returned.
    /// - Throws: `IngestError` for input that cannot be read.
    public mutating func finish(_ emit: (LiveEvent) -> Void) throws -> Session {
        let facts = try Self.finish(&reader, &analysis, &isPreliminary, emit)
        return analysis.finish(RecordingSummary(facts, placement: options.placement, side: options.side), emit)
    }

    // The closures may not touch `self` while the reader, a part of it, is being changed; parts passed apart may.
    private static func feed(
        _ bytes: UnsafeRawBufferPointer, _ reader: inout LiveReader, _ analysis: inout LiveAnalysis,
        _ isPreliminary: inout Bool, _ emit: (LiveEvent) -> Void
    ) throws {
        try reader.feed(bytes) { standing, samples in take(standing, samples, &analysis, &isPreliminary, emit) }
    }

    private static func finish(
        _ reader: inout LiveReader, _ analysis: inout LiveAnalysis, _ isPreliminary: inout Bool,
        _ emit: (LiveEvent) -> Void
    ) throws -> RecordingFacts {
        try reader.finish { standing, samples in take(standing, samples, &analysis, &isPreliminary, emit) }
    }

    private static func take(
        _ standing: LiveReader.Standing, _ samples: UnsafeBufferPointer<MotionSample>, _ analysis: inout LiveAnalysis,
        _ isPreliminary: inout Bool, _ emit: (LiveEvent) -> Void
    ) {
        switch standing {
        case .preliminary:
            for sample in samples { analysis.preview(sample, emit) }
        case .final:
            if isPreliminary { analysis.restart() }
            isPreliminary = false
            for sample in samples { analysis.step(sample, emit) }
        }
    }
}
