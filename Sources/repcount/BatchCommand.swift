import ArgumentParser
import ExerciseCatalog
import Foundation
import Motion
import RepReport
import SessionBatch
import SessionHistory
import SessionModel

struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Scores all sessions in folders and adds them up to weeks.",
        discussion: """
            Finds the recordings in folders and the folders below them, compares each with the plan, and shows a table \
            for each week: days across, plan items down. The plan's schedule says which days are due; without one every \
            day is.

              repcount batch thigh:right=november --plan my.yaml
              repcount batch november --plan my.yaml --history anna.sqlite --person anna

            The day of a session is that of the recording's own clock, told in the zone of this machine or of \
            --time-zone; where the recording has no clock, that of its name or of the folder it is in: 2026-11-20, \
            20261120_1830, 20.11.2026. A time that a device wrote without its zone is taken as UTC.

            Where the sensor was worn is told by thigh:right=FOLDER or by --placement and --side; else by a word in the \
            name of file or folder, as in 2026-11-20-thigh-right.csv, which the report says.

            Several sessions of a day add up. A recording that cannot be read is a row with its reason, and the exit \
            status is 65; the others still count. Recordings that overlap in time are sensors of one session.

            With --format html the weeks are a page, with the sessions behind them: it needs nothing but a browser. With \
            --format ndjson each session is one line as analyze prints it, and a recording that cannot be read a \
            line of schema repcount.failure/1. Shards spread work over machines: the lines of --shard 1/3, 2/3 and 3/3 \
            are together those of the whole.
            """)

    @OptionGroup var input: RecordingArguments

    @Option(
        help: ArgumentHelp("The plan to compare with: a file, or a built-in plan.", valueName: "file|name"),
        completion: PlanArgument.completion)
    var plan: String?

    @Option(help: "How to print the result.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write there instead of to standard output.", valueName: "file"), completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("Recordings scored at the same time. Default: the number of processor cores.", valueName: "n"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: ArgumentHelp("Sessions of an earlier week to compare the first one with.", valueName: "folder"),
        completion: .directory)
    var compare: String?

    @Option(
        help: ArgumentHelp(
            "Keep results in this SQLite file, and score nothing twice that has not changed.", valueName: "file"),
        completion: .file())
    var history: String?

    @Option(help: ArgumentHelp("Whose sessions these are, for the report and the history.", valueName: "name"))
    var person: String?

    @OptionGroup var week: WeekArguments

    @Option(help: ArgumentHelp("Score only this part of the recordings, as in 2/3.", valueName: "i/n"))
    var shard: Shard?

    @Flag(help: "Show no progress.")
    var quiet = false

    @Flag(help: "Exit with 1 when an item of the plan is short or missing, or a day due has no session.")
    var strict = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, ndjson, csv, html
    }

    func validate() throws {
        if strict, plan == nil { throw ValidationError("--strict needs a --plan to be strict about.") }
        if !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
        if shard != nil, format != .ndjson {
            throw ValidationError("--shard needs --format ndjson: a week can only be told from all of its sessions.")
        }
    }

    func run() async throws {
        do {
            try await scoreAll()
        } catch {
            throw report(error)
        }
    }

    // MARK: The run

    private func scoreAll() async throws {
        let plan = try plan.map(PlanArgument.load)
        var recordings = try BatchRecording.all(in: input.recordings.map(folder))
        if let shard { recordings = recordings.filter { shard.contains($0.name) } }
        let history = try history.map { try History(path: $0) }
        let scorer = try BatchScorer(
            plan: plan, ingest: input.ingestOptions, timeZone: week.timeZone, version: Repcount.configuration.version,
            store: history.map { PersonStore($0, person: person ?? "") })
        var output = Output(path: output)
        // Lines need nothing kept.
        let needsWeeks = format != .ndjson || strict
        var sessions: [ScoredSession] = []
        var scored: [BatchRecording] = []
        var failed: [FailedSession] = []
        try await score(recordings, with: scorer) { result in
            switch result {
            case .scored(let session, let json):
                if format == .ndjson { try output.write(json + "\n") }
                if needsWeeks {
                    // Results come in the order of the recordings.
                    scored.append(recordings[sessions.count + failed.count])
                    sessions.append(session)
                }
            case .failed(let failure):
                if format == .ndjson { try output.write(failure.record.serialized() + "\n") }
                if format != .text || self.output != nil { tell(failure) }
                failed.append(failure)
            }
        }
        let builder = WeekBuilder(
            person: person, plan: plan, timeZone: week.timeZone.identifier, today: week.today, from: week.from,
            until: week.until)
        var status = failed.isEmpty ? nil : ExitCode.badData
        if needsWeeks {
            var earlier: [ScoredSession] = []
            if let compare {
                let isComplete = try await compared(compare, with: scorer, &earlier)
                if !isComplete { status = .badData }
            } else if let history {
                earlier = try earlierSessions(than: sessions, in: history, scorer: scorer)
            }
            let report = builder.report(sessions, failed: failed, earlier: earlier)
            if format == .html {
                try output.write(BatchPage(scorer: scorer).text(of: report, zip(sessions, scored)))
            } else if format != .ndjson {
                try output.write(text(of: report, color: output.wantsColor))
            }
            if strict, status == nil, !report.isPlanMet { status = .planNotMet }
        }
        try output.finish()
        if let status { throw status }
    }

    private func folder(_ argument: RecordingArgument) -> BatchFolder {
        BatchFolder(
            path: argument.path, placement: argument.placement ?? input.placement, side: argument.side ?? input.side)
    }

    private func score(
        _ recordings: [BatchRecording], with scorer: BatchScorer, emit: (BatchScorer.Result) throws -> Void
    ) async throws {
        var display = ProgressDisplay(isQuiet: quiet)
        let begin = ContinuousClock.now
        try await scorer.score(
            recordings, jobs: jobs,
            progress: { progress in
                let elapsed = (ContinuousClock.now - begin) / .seconds(1)
                if let text = display.text(
                    done: progress.done, total: progress.total, failed: progress.failed, elapsedSeconds: elapsed)
                {
                    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
                }
            }, emit: emit)
    }

    private func tell(_ failure: FailedSession) {
        try? FileHandle.standardError.write(contentsOf: Data("repcount: \(printable(failure.reason))\n".utf8))
    }

    // MARK: The week before

    /// - Returns: whether all of it could be read.
    private func compared(
        _ folder: String, with scorer: BatchScorer, _ sessions: inout [ScoredSession]
    ) async throws -> Bool {
        var isComplete = true
        let recordings = try BatchRecording.all(
            in: [BatchFolder(path: folder, placement: input.placement, side: input.side)])
        try await score(recordings, with: scorer) { result in
            switch result {
            case .scored(let session, _): sessions.append(session)
            case .failed(let failure):
                tell(failure)
                isComplete = false
            }
        }
        return isComplete
    }

    /// What the history has of the week before the first one.
    private func earlierSessions(
        than sessions: [ScoredSession], in history: History, scorer: BatchScorer
    ) throws -> [ScoredSession] {
        guard let first = sessions.compactMap({ $0.day?.monday }).min() else { return [] }
        let known = Set(sessions.compactMap(\.content))
        // A day more on either side, for the history counts in UTC.
        let seconds = { (days: Int) in Double(first.daysSince1970 + days) * 86400 }
        return try history.sessions(
            of: person ?? "", planText: scorer.plan?.yaml ?? "", within: seconds(-8)..<seconds(1)
        ).filter { !known.contains($0.content) }
            .map { try scorer.scored($0.session, content: $0.content) }
            .filter { $0.day?.monday == first.advanced(by: -7) }
    }

    private func text(of report: WeekReport, color: Bool) -> String {
        switch format {
        case .text: WeekTextReport.render(report, options: TextOptions(color: color))
        case .json: JSONReport.render(report)
        case .csv: WeekCSVReport.render([report])
        case .ndjson, .html: ""
        }
    }
}

extension WeekReport {
    /// Whether every due day had a session and nothing judged was short or missing.
    var isPlanMet: Bool {
        weeks.allSatisfy { week in
            week.doneDays == week.dueDays
                && week.days.allSatisfy { $0.items.allSatisfy { $0.verdict != .short && $0.verdict != .missing } }
        }
    }
}
