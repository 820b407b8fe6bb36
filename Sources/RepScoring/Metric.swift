import RepCore

/// One figure of the benchmark: a row of `Metric.all`.
///
/// Shares are 0...1. Unless its summary says otherwise a figure is the mean over the recordings that define it, each
/// weighing the same. A figure no recording defines is `nil`.
public struct Metric: Sendable {
    public enum Unit: Sendable {
        case share, reps, seconds, perHour
    }

    /// Part of the report it is printed in.
    public enum Section: String, Sendable, CaseIterable {
        case counts = "Counts"
        case sets = "Sets"
        case reps = "Reps"
        case holds = "Holds"
        case falseAlarms = "Nothing to count"
        case plan = "Plan"
        case live = "Live"
    }

    /// Name in JSON and in floors.
    public var key: String
    /// Column head.
    public var title: String
    public var unit: Unit
    public var section: Section
    /// One line for people.
    public var summary: String
    var value: @Sendable ([RecordingScore]) -> Double?

    /// All figures, in order of print.
    public static let all: [Metric] = [
        mean("exact", "exact", .share, .counts, "count within the range of right counts") {
            $0.countError.map { $0 == 0 ? 1 : 0 }
        },
        mean("within_1", "within 1", .share, .counts, "count at most one rep off that range") {
            $0.countError.map { abs($0) <= 1 ? 1 : 0 }
        },
        mean("mean_absolute_error", "MAE", .reps, .counts, "mean distance of the count from that range") {
            $0.countError.map { Double(abs($0)) }
        },
        mean("bias", "bias", .reps, .counts, "mean signed distance of the count from that range") {
            $0.countError.map(Double.init)
        },
        mean("range_covers", "in range", .share, .counts, "truth inside the range the counter would not rule out") {
            $0.rangeCovers
        },
        mean("range_single", "single", .share, .counts, "that range is a single number") { $0.rangeSingle },
        mean("set_f1", "F1", .share, .sets, "sets found, overlap at least 0.5") { $0.sets?.f1 },
        mean("set_exact", "exact", .share, .sets, "matched sets with the right count") { $0.sets?.exact },
        mean("set_within_1", "within 1", .share, .sets, "matched sets at most one rep off") { $0.sets?.within1 },
        mean("set_named", "named", .share, .sets, "matched sets of catalogue exercises with the right name") {
            $0.sets?.named
        },
        mean("named_set_exact", "named exact", .share, .sets, "matched sets of catalogue exercises, right count") {
            $0.sets?.namedExact
        },
        mean("named_set_within_1", "named within 1", .share, .sets, "matched sets of catalogue exercises, one rep off") {
            $0.sets?.namedWithin1
        },
        mean("set_unrecognised", "left alone", .share, .sets, "matched sets of other exercises left unrecognised") {
            $0.sets?.leftUnrecognised
        },
        mean("rep_f1", "F1", .share, .reps, "reps found, overlap at least 0.5") { $0.reps?.f1 },
        Metric(
            key: "rep_duration_bias_s", title: "bias", unit: .seconds, section: .reps,
            summary: "mean error of the durations of matched reps, all reps of the group together"
        ) { Agreement($0.flatMap { $0.reps?.durationErrorsSeconds ?? [] })?.bias },
        Metric(
            key: "rep_duration_lower_s", title: "lower", unit: .seconds, section: .reps,
            summary: "lower 95 % limit of agreement of the durations"
        ) { Agreement($0.flatMap { $0.reps?.durationErrorsSeconds ?? [] })?.lower },
        Metric(
            key: "rep_duration_upper_s", title: "upper", unit: .seconds, section: .reps,
            summary: "upper 95 % limit of agreement of the durations"
        ) { Agreement($0.flatMap { $0.reps?.durationErrorsSeconds ?? [] })?.upper },
        mean("turns_found", "turns", .share, .reps, "true turning points found within 0.5 s") { $0.turnsFound },
        mean("hold_f1", "F1", .share, .holds, "holds found, overlap at least 0.5") { $0.holds?.f1 },
        mean("hold_found", "found", .share, .holds, "true holds matched") { $0.holds?.found },
        absolutePercentile("hold_start_error_s", "start", 50) { $0.startErrorsSeconds },
        absolutePercentile("hold_end_error_s", "end", 50) { $0.endErrorsSeconds },
        absolutePercentile("hold_duration_error_s", "duration", 50) { $0.durationErrorsSeconds },
        absolutePercentile("hold_duration_error_p95_s", "duration p95", 95) { $0.durationErrorsSeconds },
        mean("hold_verdict", "verdict", .share, .holds, "matched holds judged rightly against 20-30 s") {
            $0.holds?.verdicts
        },
        perHour("false_reps_per_hour", "reps/h", "reps") { $0.reps },
        perHour("false_sets_per_hour", "sets/h", "sets") { $0.sets },
        perHour("false_holds_per_hour", "holds/h", "holds under an exercise's name") { $0.holds },
        mean("plan_verdicts", "verdicts", .share, .plan, "expected verdicts reached") { $0.planVerdicts },
        mean("plan_all_right", "all right", .share, .plan, "recordings with every expected verdict reached") {
            $0.planVerdicts.map { $0 == 1 ? 1 : 0 }
        },
    ] + live

    private static func mean(
        _ key: String, _ title: String, _ unit: Unit, _ section: Section, _ summary: String,
        _ value: @escaping @Sendable (RecordingScore) -> Double?
    ) -> Metric {
        Metric(key: key, title: title, unit: unit, section: section, summary: summary) { scores in
            let values = scores.compactMap(value)
            return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
    }

    private static func absolutePercentile(
        _ key: String, _ title: String, _ percent: Double, _ errors: @escaping @Sendable (HoldScore) -> [Double]
    ) -> Metric {
        Metric(
            key: key, title: title, unit: .seconds, section: .holds,
            summary: "percentile \(Int(percent)) of the absolute error of matched holds, all of the group together"
        ) { scores in
            Statistics.percentile(scores.flatMap { $0.holds.map(errors) ?? [] }.map(abs), percent)
        }
    }

    private static func perHour(
        _ key: String, _ title: String, _ what: String, _ number: @escaping @Sendable (FalseAlarms) -> Int
    ) -> Metric {
        Metric(
            key: key, title: title, unit: .perHour, section: .falseAlarms,
            summary: "\(what) reported where nothing was done, per hour of all recordings of the group"
        ) { scores in
            let alarms = scores.compactMap(\.falseAlarms)
            let hours = alarms.reduce(0) { $0 + $1.hours }
            return hours > 0 ? Double(alarms.reduce(0) { $0 + number($1) }) / hours : nil
        }
    }
}

/// Limits of agreement of paired measurements: mean difference +- 1.96 standard deviations (Bland and Altman, "Statistical
/// methods for assessing agreement between two methods of clinical measurement", The Lancet 327, 1986).
public struct Agreement: Sendable, Equatable {
    public var bias: Double
    public var lower: Double
    public var upper: Double

    /// `nil` for fewer than two differences.
    public init?(_ differences: [Double]) {
        guard differences.count >= 2 else { return nil }
        let mean = differences.reduce(0, +) / Double(differences.count)
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(differences.count - 1)).squareRoot()
        bias = mean
        lower = mean - 1.96 * deviation
        upper = mean + 1.96 * deviation
    }
}
