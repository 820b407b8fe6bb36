import SessionModel

/// The benchmark as JSON: schema `repcount.benchmark/1`.
///
/// `{"schema", "counters": [{"counter", "mode", "datasets", "groups", "subjects", "recordings"}]}`. A group carries its
/// labels, `recordings`, `failed` and `metrics`, every metric by its key; a recording its labels, `truth`, `count`,
/// `error` (distance of the count from the truth), what it scored live and, where it failed, the reason. Undefined figures
/// are `null`.
public struct BenchmarkJSON: Sendable {
    public static let schema = "repcount.benchmark/1"
    public var results: [CounterResult]

    public init(_ results: [CounterResult]) {
        self.results = results
    }

    /// The document, ending in a newline.
    public func text() -> String {
        let document = JSONValue.object([
            .init("schema", .string(Self.schema)),
            .init("counters", .array(results.map(counter))),
        ])
        return document.serialized(.indented) + "\n"
    }

    private func counter(_ result: CounterResult) -> JSONValue {
        .object([
            .init("counter", .string(result.counter)),
            .init("mode", .string(result.mode.rawValue)),
            .init("datasets", groups(result, by: .dataset)),
            .init("groups", groups(result, by: .group)),
            .init("subjects", groups(result, by: .subject)),
            .init("recordings", .array(result.recordings.map(recording))),
        ])
    }

    private func groups(_ result: CounterResult, by grouping: Grouping) -> JSONValue {
        let keys = result.recordings.first.map { grouping.labels(of: $0.recording).map(\.key) } ?? []
        return .array(
            result.groups(by: grouping).map { group in
                let metrics = zip(Metric.all, group.values).map { JSONValue.Member($0.key, number($1)) }
                return .object(
                    zip(keys, group.labels).map { .init($0, string($1)) } + [
                        .init("recordings", .integer(group.recordings)),
                        .init("failed", .integer(group.failed)),
                        .init("metrics", .object(metrics)),
                    ])
            })
    }

    private func recording(_ result: RecordingResult) -> JSONValue {
        let recording = result.recording
        let truth = recording.truth.count.map { [JSONValue.integer($0.lowerBound), .integer($0.upperBound)] }
        return .object(
            [.init("id", .string(recording.id))]
                + Grouping.group.labels(of: recording).map { .init($0.key, string($0.value)) } + [
                    .init("subject", .string(recording.subject)),
                    .init("truth", truth.map { .array($0) } ?? .null),
                    .init("count", result.score?.count.map { .integer($0) } ?? .null),
                    .init("error", result.score?.countError.map { .integer($0) } ?? .null),
                    .init("set_f1", number(result.score?.sets?.f1)),
                    .init("rep_f1", number(result.score?.reps?.f1)),
                    .init("hold_f1", number(result.score?.holds?.f1)),
                    .init("live", result.score?.live.map(live) ?? .null),
                    .init("failure", string(result.failure)),
                ])
    }

    private func live(_ score: LiveScore) -> JSONValue {
        .object([
            .init("equals_analysis", .bool(score.equalsAnalysis)),
            .init("sets", .integer(score.sets)),
            .init("equal_sets", .integer(score.equalSets)),
            .init("extra_sets", .integer(score.extraSets)),
            .init("reps", .integer(score.reps)),
            .init("corrections", .integer(score.corrections)),
            .init("latencies_s", .array(score.latenciesSeconds.map(number))),
            .init("end_delays_s", .array(score.endDelaysSeconds.map(number))),
            .init("holds", .integer(score.holds)),
            .init("hold_latencies_s", .array(score.holdLatenciesSeconds.map(number))),
        ])
    }

    private func string(_ value: String?) -> JSONValue {
        value.map { .string($0) } ?? .null
    }

    /// Four decimals: more would be noise, and would differ between machines.
    private func number(_ value: Double?) -> JSONValue {
        value.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null
    }
}
