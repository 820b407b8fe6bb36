import SessionModel

/// One recording run through a counter.
public struct RecordingResult: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        case scored(RecordingScore)
        /// The counter gave no session; the reason, for people. It scores nothing, not zero.
        case failed(String)
    }

    public var recording: Recording
    public var outcome: Outcome

    public init(recording: Recording, outcome: Outcome) {
        self.recording = recording
        self.outcome = outcome
    }

    public var score: RecordingScore? {
        if case .scored(let score) = outcome { score } else { nil }
    }

    public var failure: String? {
        if case .failed(let reason) = outcome { reason } else { nil }
    }
}

/// What one counter reached on all recordings.
public struct CounterResult: Sendable, Equatable {
    /// `repcount`, or the name of a baseline.
    public var counter: String
    public var mode: Mode
    /// Parts of the scoring the counter takes part in; the figures of others are undefined, not bad.
    public var sections: Set<Metric.Section>
    /// In the order of the datasets and their manifests.
    public var recordings: [RecordingResult]

    public init(
        counter: String, mode: Mode, sections: Set<Metric.Section> = Set(Metric.Section.allCases),
        recordings: [RecordingResult]
    ) {
        self.counter = counter
        self.mode = mode
        self.sections = sections
        self.recordings = recordings
    }

    /// Scores by group, in order of first appearance.
    public func groups(by grouping: Grouping) -> [GroupScore] {
        var order: [String] = []
        var members: [String: [RecordingResult]] = [:]
        for result in recordings {
            let name = grouping.name(of: result.recording)
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(result)
        }
        return order.compactMap { name in members[name].map { GroupScore(name, grouping, $0, sections) } }
    }
}

/// What recordings are put together by.
public enum Grouping: String, Sendable, CaseIterable {
    case dataset
    /// Dataset, exercise, placement and variant: the groups of the contract.
    case group
    /// One person of a dataset.
    case subject

    /// The parts of a recording's group, in order; absent ones are `nil`.
    public func labels(of recording: Recording) -> [(key: String, value: String?)] {
        let dataset = (key: "dataset", value: Optional(recording.dataset))
        switch self {
        case .dataset: return [dataset]
        case .group:
            return [
                dataset, ("exercise", recording.exercise), ("placement", recording.placement?.rawValue),
                ("variant", recording.variant),
            ]
        case .subject: return [dataset, ("subject", recording.subject)]
        }
    }

    /// The labels joined by `/`, `-` standing for an absent one.
    public func name(of recording: Recording) -> String {
        labels(of: recording).map { $0.value ?? "-" }.joined(separator: "/")
    }
}

/// All figures of a group.
public struct GroupScore: Sendable, Equatable {
    /// As `Grouping.name(of:)` makes it; floors refer to it.
    public var name: String
    public var dataset: String
    public var labels: [String?]
    public var recordings: Int
    public var failed: Int
    /// In the order of `Metric.all`.
    public var values: [Double?]

    init(_ name: String, _ grouping: Grouping, _ members: [RecordingResult], _ sections: Set<Metric.Section>) {
        let scores = members.compactMap(\.score)
        self.name = name
        dataset = members.first?.recording.dataset ?? name
        labels = members.first.map { grouping.labels(of: $0.recording).map(\.value) } ?? []
        recordings = members.count
        failed = members.count - scores.count
        values = Metric.all.map { sections.contains($0.section) ? $0.value(scores) : nil }
    }

    /// The figure named `key`; `nil` where it is undefined.
    public subscript(key: String) -> Double? {
        Metric.all.firstIndex { $0.key == key }.flatMap { values[$0] }
    }
}

/// Runs counters over datasets.
public enum Benchmark {
    /// Scores the sessions that `analyze` gives for every recording; see `run(_:counter:mode:sections:jobs:score:)`.
    /// - Parameter catalogue: names of the exercises the counter knows.
    public static func run(
        _ datasets: [Dataset], counter: String, mode: Mode, catalogue: Set<String>,
        sections: Set<Metric.Section> = Set(Metric.Section.allCases), jobs: Int = 1,
        analyze: @escaping @Sendable (Recording, Mode) throws -> Session
    ) async -> CounterResult {
        await run(datasets, counter: counter, mode: mode, sections: sections, jobs: jobs) { recording, mode in
            RecordingScore(try analyze(recording, mode), recording, mode: mode, catalogue: catalogue)
        }
    }

    /// Runs `score` on every recording.
    ///
    /// The result does not depend on `jobs`, the number of recordings analysed at the same time. An error thrown by
    /// `score` makes a failed row with the error's description.
    ///
    /// - Parameter sections: parts of the scoring the counter takes part in.
    public static func run(
        _ datasets: [Dataset], counter: String, mode: Mode,
        sections: Set<Metric.Section> = Set(Metric.Section.allCases), jobs: Int = 1,
        score: @escaping @Sendable (Recording, Mode) throws -> RecordingScore
    ) async -> CounterResult {
        let recordings = datasets.flatMap(\.recordings)
        let outcomes = await withTaskGroup(of: (Int, RecordingResult.Outcome).self) { group in
            var outcomes = [RecordingResult.Outcome?](repeating: nil, count: recordings.count)
            var next = 0
            func startNext() {
                guard next < recordings.count else { return }
                let index = next
                next += 1
                group.addTask {
                    (index, outcome(recordings[index], mode: mode, score))
                }
            }
            for _ in 0..<max(1, jobs) { startNext() }
            for await (index, outcome) in group {
                outcomes[index] = outcome
                startNext()
            }
            return outcomes
        }
        return CounterResult(
            counter: counter, mode: mode, sections: sections,
            recordings: zip(recordings, outcomes).compactMap { recording, outcome in
                outcome.map { RecordingResult(recording: recording, outcome: $0) }
            })
    }

    private static func outcome(
        _ recording: Recording, mode: Mode, _ score: (Recording, Mode) throws -> RecordingScore
    ) -> RecordingResult.Outcome {
        do {
            return .scored(try score(recording, mode))
        } catch {
            return .failed("\(error)")
        }
    }
}
