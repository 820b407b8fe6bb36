import Motion
import MotionIngest
import SessionModel

extension RecordingSummary {
    /// What ingestion understood of a recording, and where its sensor was worn as far as the user told.
    public init(_ facts: RecordingFacts, placement: Placement?, side: Side?) {
        self.init(
            files: facts.files, format: facts.format, placement: placement, side: side, start: facts.start,
            durationSeconds: facts.durationSeconds, rateHz: facts.rateHz, samples: facts.samples, gaps: facts.gaps,
            findings: facts.findings)
    }
}
