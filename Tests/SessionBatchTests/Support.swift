import ExerciseCatalog
import Foundation
import Motion
import SessionModel

@testable import SessionBatch

/// A plan file's text as a plan.
func plan(_ items: String, schedule: String? = nil) throws -> Plan {
    try PlanFile.read(text: "name: p\nitems: [\(items)]\n" + (schedule.map { "schedule: \($0)\n" } ?? ""), file: "p.yaml")
}

extension ScoredSession {
    /// A session made by hand; its amounts stand in plan order.
    static func made(
        _ name: String, day: String?, minute: Int? = nil, interval: ClosedRange<Double>? = nil, amounts: [ItemAmount],
        adherence: Double? = nil, placement: Placement? = .thigh, side: Side? = .right, content: String? = nil
    ) -> ScoredSession {
        var session = ScoredSession(
            Session(
                recording: RecordingSummary(files: [name], format: "canonical", durationSeconds: 600, rateHz: 50, samples: 30_000),
                sets: [], holds: [], plan: nil),
            recording: BatchRecording(paths: [name], name: name, placement: placement, side: side), plan: nil,
            timeZone: .gmt, content: content ?? name)
        session.day = day.flatMap { CalendarDay($0) }
        session.minuteOfDay = minute
        session.interval = interval
        session.amounts = amounts
        session.summary.adherence = adherence
        session.reps = amounts.reduce(0) { $0 + ($1.reps ?? 0) }
        return session
    }
}

extension ScoredSession.ItemAmount {
    static func counted(_ exercise: String, side: Side? = nil, _ reps: Int?, _ verdict: Verdict?) -> Self {
        Self(exercise: exercise, side: side, reps: reps, verdict: verdict)
    }

    static func held(_ exercise: String, side: Side? = nil, _ seconds: [Double], _ verdict: Verdict?) -> Self {
        Self(exercise: exercise, side: side, reps: nil, holdSeconds: seconds, verdict: verdict)
    }
}

extension Array {
    var only: Element? { count == 1 ? self[0] : nil }
}
