import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import SessionAnalysis
import SessionModel

/// Scores many recordings, several at a time.
public struct BatchScorer: Sendable {
    public var plan: Plan?
    public var ingest: IngestOptions
    /// By whose clock a session belongs to a day.
    public var timeZone: TimeZone
    /// Version that results are kept under.
    public var version: String
    /// Where results are kept and looked up; `nil` for nowhere.
    public var store: (any SessionStore)?

    public init(
        plan: Plan? = nil, ingest: IngestOptions = IngestOptions(), timeZone: TimeZone, version: String,
        store: (any SessionStore)? = nil
    ) {
        self.plan = plan
        self.ingest = ingest
        self.timeZone = timeZone
        self.version = version
        self.store = store
    }

    /// What became of one recording.
    public enum Result: Sendable {
        /// With its session as one line of JSON.
        case scored(ScoredSession, json: String)
        case failed(FailedSession)
    }

    /// How far the work is.
    public struct Progress: Sendable, Equatable {
        public var done: Int
        public var total: Int
        /// Recordings whose results were kept from an earlier run.
        public var known = 0
        public var failed = 0
    }

    /// Scores all of them and hands the results on in their order.
    ///
    /// A recording that cannot be scored is a failed result, and the others go on.
    /// - Parameters:
    ///   - jobs: recordings worked on at the same time.
    ///   - progress: told after each recording, in whichever order they end.
    ///   - emit: takes each result.
    /// - Throws: what the store, `progress` or `emit` throw.
    public func score(
        _ recordings: [BatchRecording], jobs: Int, progress: (Progress) -> Void = { _ in },
        emit: (Result) throws -> Void
    ) async throws {
        let planText = plan?.yaml ?? ""
        var state = Progress(done: 0, total: recordings.count)
        var strings = SharedStrings()
        try await inOrder(recordings, jobs: jobs) { recording in
            try outcome(recording, planText: planText)
        } finished: { outcome in
            state.done += 1
            switch outcome.result {
            case .scored where outcome.isKnown: state.known += 1
            case .scored: break
            case .failed: state.failed += 1
            }
            progress(state)
        } emit: { outcome in
            guard case .scored(var session, let json) = outcome.result else { return try emit(outcome.result) }
            session.share(&strings)
            try emit(.scored(session, json: json))
        }
    }

    // MARK: One recording

    private struct Outcome: Sendable {
        var result: Result
        var isKnown = false
    }

    private func outcome(_ recording: BatchRecording, planText: String) throws -> Outcome {
        let key = ContentHash.of(recording.paths).map {
            SessionKey(
                content: $0, planName: plan?.name ?? "", planText: planText, options: options(recording), version: version)
        }
        if let store, let key, let stored = try store.session(for: key) {
            let json = try stored.json(asReadFrom: recording.paths)
            return Outcome(result: .scored(try scored(json, recording, key.content), json: json), isKnown: true)
        }
        let json: String
        do {
            json = try analyzed(recording).json.serialized()
        } catch {
            let day = RecordingName.moment(in: recording.name)?.day
            return Outcome(result: .failed(FailedSession(files: recording.paths, day: day, reason: "\(error)")))
        }
        let session = try scored(json, recording, key?.content)
        if let store, let key {
            try store.keep(
                StoredSession(json: json, recording: recording, startSeconds: session.startSeconds(in: timeZone)), for: key)
        }
        return Outcome(result: .scored(session, json: json))
    }

    private func analyzed(_ recording: BatchRecording) throws -> Session {
        placed(try analyzeRecording(paths: recording.paths, options: options(for: recording)), recording)
    }

    /// The session of one recording again, with all its evidence and its signal: what a page draws.
    ///
    /// - Throws: what reading the recording throws.
    public func traced(_ recording: BatchRecording) throws -> (session: Session, trace: SignalTrace?) {
        let (session, trace) = try traceRecording(paths: recording.paths, options: options(for: recording))
        return (placed(session, recording), trace)
    }

    private func options(for recording: BatchRecording) -> AnalysisOptions {
        AnalysisOptions(plan: plan, placement: recording.placement, side: recording.side, ingest: ingest)
    }

    /// The session, telling where its place comes from if only a name says so.
    private func placed(_ session: Session, _ recording: BatchRecording) -> Session {
        var session = session
        if recording.isPlaceFromName, let placement = recording.placement {
            let place = [recording.side?.rawValue, placement.rawValue].compactMap(\.self).joined(separator: " ")
            session.recording.findings.append(
                Finding(
                    kind: "place-from-name",
                    message: "worn on the \(place), as its name says; --placement and --side overrule the name"))
        }
        return session
    }

    private func scored(_ json: String, _ recording: BatchRecording, _ content: String?) throws -> ScoredSession {
        ScoredSession(
            try JSONDecoder().decode(Session.self, from: Data(json.utf8)), recording: recording, plan: plan,
            timeZone: timeZone, content: content)
    }

    /// What is known of a recording beside plan and content, as text.
    private func options(_ recording: BatchRecording) -> String {
        let parts: [(String, String?)] = [
            ("placement", recording.placement?.rawValue), ("side", recording.side?.rawValue),
            ("place", recording.isPlaceFromName ? "name" : nil), ("rate", ingest.rateHz.map { "\($0)" }),
            ("acceleration", ingest.accelerationUnit?.rawValue), ("rotation", ingest.angularRateUnit?.rawValue),
            ("formats", ingest.formats.isEmpty ? nil : Self.digest("\(ingest.formats)")),
        ]
        return parts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    }

    private static func digest(_ text: String) -> String {
        var hash = ContentHash()
        hash.add(text)
        return hash.finished()
    }

    /// A session that was kept, for the weeks of a history.
    /// - Throws: `DecodingError` when it is not one this version reads.
    public func scored(_ stored: StoredSession, content: String) throws -> ScoredSession {
        try scored(stored.json, stored.recording, content)
    }
}

extension ScoredSession {
    /// By the recording's clock, or midnight or the minute its name tells; `nil` without a day.
    fileprivate func startSeconds(in timeZone: TimeZone) -> Double? {
        interval?.lowerBound ?? day.map { day in
            let local = Double(day.daysSince1970 * 86400 + (minuteOfDay ?? 0) * 60)
            return local - Double(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: local)))
        }
    }
}

extension StoredSession {
    /// The JSON with the files called as they are called now, for a recording that was moved or renamed since.
    fileprivate func json(asReadFrom paths: [String]) throws -> String {
        guard paths != recording.paths, paths.count == recording.paths.count else { return json }
        var session = try JSONDecoder().decode(Session.self, from: Data(json.utf8))
        func renamed(_ file: String) -> String {
            for (old, new) in zip(recording.paths, paths) where file == old || file.hasPrefix(old + "/") {
                return new + file.dropFirst(old.count)
            }
            return file
        }
        session.recording.files = session.recording.files.map(renamed)
        for index in session.recording.findings.indices {
            session.recording.findings[index].file = session.recording.findings[index].file.map(renamed)
        }
        return session.json.serialized()
    }
}
