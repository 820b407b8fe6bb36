import RepCore
import SessionModel

/// What one recording scores when it is analysed as it comes in, against what its analysis says in the end.
public struct LiveScore: Sendable, Equatable {
    /// Sets of the final session.
    public var sets: Int
    /// Those whose count, at the moment their end was announced, was the final one.
    public var equalSets: Int
    /// Sets announced, and not withdrawn, that the final session does not have.
    public var extraSets: Int
    /// Reps announced, and corrections.
    public var reps: Int
    public var corrections: Int
    /// For each rep of the final sets that were announced, the seconds from its end, as the final session has it, to the
    /// moment from which the announced count was never again too low for it; see `LiveCount`. Negative where the count ran
    /// ahead. Reps that stand since the set was announced are left out: they are credited together.
    public var latenciesSeconds: [Double]
    /// For each final set that was announced, the seconds from the end of its last rep to the announcement that it is over.
    /// Sets still open when the input ended are left out.
    public var endDelaysSeconds: [Double]
    /// Final holds of `targetSeconds` or more, and from when they had lasted so long to when that was announced.
    public var holds: Int
    public var holdLatenciesSeconds: [Double]
    /// Whether the session at the end is the one that the analysis of the whole recording gives.
    public var equalsAnalysis: Bool

    /// The shortest stretch the programme prescribes, in seconds.
    static let targetSeconds = HoldScore.targetSeconds.lowerBound
    /// Starts so close, in seconds, are the same hold.
    private static let sameStartSeconds = 3.0

    /// - Parameters:
    ///   - events: everything said, in order, the summary included.
    ///   - session: what was said at the end.
    ///   - analysis: what the analysis of the recording says.
    public init(_ events: [LiveEvent], _ session: Session, analysis: Session) {
        equalsAnalysis = session == analysis
        (reps, corrections, holdLatenciesSeconds) = (0, 0, [])
        var ended: [LiveSet] = []
        for event in events {
            switch event.kind {
            case .rep: reps += 1
            case .correction: corrections += 1
            case .setEnded(let set, _):
                ended.removeAll { $0.number == set.number }
                ended.append(set)
            case .setStarted, .holdProgress, .holdEnded, .finding, .summary: break
            }
        }
        let pairs = IntervalMatching.pairs(
            session.sets.map(\.span), ended.map { Span($0.startSeconds, $0.endSeconds) })
        sets = session.sets.count
        equalSets = pairs.count { session.sets[$0.truth].reps == ended[$0.detected].reps }
        extraSets = ended.count - pairs.count
        let counts = LiveCount.counts(of: session.sets, in: events)
        latenciesSeconds = counts.flatMap(\.latenciesSeconds)
        endDelaysSeconds = counts.compactMap(\.endDelaySeconds)

        let long = session.holds.filter { $0.durationSeconds >= Self.targetSeconds }
        holds = long.count
        for hold in long {
            let said = events.first { event in
                guard case .holdProgress(let live) = event.kind else { return false }
                return live.durationSeconds == Self.targetSeconds
                    && abs(live.startSeconds - hold.startSeconds) < Self.sameStartSeconds
            }
            if let said { holdLatenciesSeconds.append(said.timeSeconds - hold.startSeconds - Self.targetSeconds) }
        }
    }
}

extension Metric {
    /// Figures of a live analysis; undefined where none was run. All over the group together.
    static let live: [Metric] = [
        pooled("live_equals_analysis", "as file", .share, "recordings whose live session is that of the analysis") { scores in
            ratio(scores.count(where: \.equalsAnalysis), scores.count)
        },
        pooled("live_sets_equal", "equal", .share, "final sets whose live count was the same when their end was announced") {
            ratio($0.reduce(0) { $0 + $1.equalSets }, $0.reduce(0) { $0 + $1.sets })
        },
        pooled("live_extra_sets", "extra", .share, "sets announced that are none in the end, over final sets") {
            ratio($0.reduce(0) { $0 + $1.extraSets }, $0.reduce(0) { $0 + $1.sets })
        },
        pooled("live_rep_latency_p50_s", "rep p50", .seconds, "median time from the end of a rep until the count includes it") {
            Statistics.percentile($0.flatMap(\.latenciesSeconds), 50)
        },
        pooled("live_rep_latency_p95_s", "rep p95", .seconds, "95th percentile of that time") {
            Statistics.percentile($0.flatMap(\.latenciesSeconds), 95)
        },
        pooled("live_reps_early", "early", .share, "reps that the count included more than a second before they ended") {
            ratio(
                $0.reduce(0) { $0 + $1.latenciesSeconds.count { $0 < -earlySeconds } },
                $0.reduce(0) { $0 + $1.latenciesSeconds.count })
        },
        pooled("live_end_delay_p50_s", "end p50", .seconds, "median time from the last rep of a set to the announcement of its end") {
            Statistics.percentile($0.flatMap(\.endDelaysSeconds), 50)
        },
        pooled("live_end_delay_p95_s", "end p95", .seconds, "95th percentile of that time") {
            Statistics.percentile($0.flatMap(\.endDelaysSeconds), 95)
        },
        pooled("live_corrections_per_rep", "corrections", .share, "corrections over reps announced") {
            ratio($0.reduce(0) { $0 + $1.corrections }, $0.reduce(0) { $0 + $1.reps })
        },
        pooled("live_holds_announced", "holds", .share, "holds of 20 s whose 20th second was announced") {
            ratio($0.reduce(0) { $0 + $1.holdLatenciesSeconds.count }, $0.reduce(0) { $0 + $1.holds })
        },
        pooled("live_hold_latency_p50_s", "hold p50", .seconds, "median distance of that announcement from the 20th second") {
            Statistics.percentile($0.flatMap(\.holdLatenciesSeconds).map(abs), 50)
        },
        pooled("live_hold_latency_p95_s", "hold p95", .seconds, "95th percentile of that distance") {
            Statistics.percentile($0.flatMap(\.holdLatenciesSeconds).map(abs), 95)
        },
    ]

    /// A count so far ahead, in seconds, is ahead of the movement and not of what is made of it.
    private static let earlySeconds = 1.0

    private static func pooled(
        _ key: String, _ title: String, _ unit: Unit, _ summary: String,
        _ value: @escaping @Sendable ([LiveScore]) -> Double?
    ) -> Metric {
        Metric(key: key, title: title, unit: unit, section: .live, summary: summary) { scores in
            let live = scores.compactMap(\.live)
            return live.isEmpty ? nil : value(live)
        }
    }

    private static func ratio(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
