import Foundation
import Motion
import MotionIngest
import SessionAnalysis
import SessionModel

/// Our own analysis, given each recording row by row.
///
/// Time is that of the signal, so that a recording is through as fast as it can be analysed. A recording of several files,
/// a folder or an archive comes sample by sample instead, as joined.
public struct LiveCounter: Sendable {
    private let counter = OwnCounter()

    public init() {}

    /// Runs a recording with what its dataset tells in this mode.
    /// - Throws: as `OwnCounter.session(of:_:)`.
    public func score(_ recording: Recording, _ mode: Mode, catalogue: Set<String>) throws -> RecordingScore {
        let options = try counter.options(for: recording, mode)
        var events: [LiveEvent] = []
        let session = try Self.run(recording.files, options) { events.append($0) }
        var score = RecordingScore(session, recording, mode: mode, catalogue: catalogue)
        score.live = LiveScore(
            events, session, analysis: try analyzeRecording(paths: recording.files, options: options))
        return score
    }

    /// The session of a recording that comes in row by row, and what is said on the way.
    static func run(_ files: [String], _ options: AnalysisOptions, _ emit: (LiveEvent) -> Void) throws -> Session {
        let reader = try RecordingReader(paths: files, options: options.ingest)
        // A folder or an archive holds files of other names.
        guard files.count == 1, reader.files == files else {
            var analysis = LiveAnalysis(options)
            let facts = try reader.read { batch in
                for sample in batch { analysis.step(sample, emit) }
            }
            return analysis.finish(
                RecordingSummary(facts, placement: options.placement, side: options.side), emit)
        }
        var session = LiveSession(name: files[0], options: options)
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: files[0])))
        try bytes.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
                try session.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), emit)
                start = end
            }
        }
        return try session.finish(emit)
    }
}
