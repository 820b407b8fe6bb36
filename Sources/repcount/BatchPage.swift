import RepReport
import SessionBatch
import SessionModel

/// The weeks of a batch as a page, with the sessions behind them.
struct BatchPage {
    /// Most sessions drawn, the latest ones, so that the page stays one that a browser opens at once.
    static let mostSessions = 40

    let scorer: BatchScorer

    /// - Parameter sessions: what was scored, and what it was scored from.
    func text(of report: WeekReport, _ sessions: some Sequence<(ScoredSession, BatchRecording)>) throws -> String {
        let inOrder = sessions.sorted { one, other in Self.moment(one.0) < Self.moment(other.0) }
        // A recording gone since it was scored is still in the calendar; there is nothing more to draw of it.
        let evidence = inOrder.suffix(Self.mostSessions).compactMap { try? scorer.traced($0.1) }.map {
            HTMLReport.Evidence(session: $0.session, trace: $0.trace)
        }
        return try HTMLReport.render(report, evidence: evidence)
    }

    private static func moment(_ session: ScoredSession) -> (Int, Int) {
        (session.day?.daysSince1970 ?? Int.min, session.minuteOfDay ?? 0)
    }
}
