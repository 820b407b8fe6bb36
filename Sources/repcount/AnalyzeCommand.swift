import ArgumentParser
import ExerciseCatalog
import RepReport
import SessionAnalysis
import SessionModel

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Counts reps, measures holds, and compares them with a plan.",
        discussion: """
            Without --exercise and --plan it recognises the exercises of the catalogue by itself. All that is known \
            helps: the plan, what the person was asked to do, where the sensor was worn.

              repcount analyze evening.csv --plan my.yaml --placement shank
              repcount analyze thigh:right=evening.csv --plan runners-knee
              repcount analyze squats.csv --exercise squat --format json

            Several recordings are analysed one by one; where one fails, the others still get their results, and the \
            exit status tells of the failure. With --format json, several recordings are printed one a line.
            """)

    @OptionGroup var input: RecordingArguments

    @Option(
        help: ArgumentHelp(
            """
            What the person was asked to do: a name that "repcount exercises" lists, any (some repeated movement), or \
            hold (some held posture).
            """,
            valueName: "name"),
        transform: AskedExercise.init(argument:))
    var exercise: AskedExercise?

    @Option(help: ArgumentHelp("The plan to compare with: a file, or a built-in plan.", valueName: "file|name"))
    var plan: String?

    @Option(help: "How to print the result.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write there instead of to standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Exit with 1 when an item of the plan is short or missing.")
    var strict = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv
    }

    func validate() throws {
        if strict, plan == nil { throw ValidationError("--strict needs a --plan to be strict about.") }
    }

    func run() throws {
        do {
            try analyzeAll()
        } catch {
            throw report(error)
        }
    }

    private func analyzeAll() throws {
        let plan = try plan.map(PlanArgument.load)
        let ingest = try input.ingestOptions
        let recordings = input.grouped()
        var output = Output(path: output)
        var failure: ExitCode?
        var isPlanMet = true
        var isFirst = true
        for recording in recordings {
            let session: Session
            do {
                session = try analyzeRecording(
                    paths: recording.paths,
                    options: AnalysisOptions(
                        exercise: exercise, plan: plan, placement: recording.placement, side: recording.side,
                        ingest: ingest))
            } catch {
                let status = report(error)
                failure = failure ?? status
                continue
            }
            if isFirst, format == .csv { try output.write(CSVReport.header) }
            if !isFirst, format == .text { try output.write("\n") }
            try output.write(text(of: session, isOnly: recordings.count == 1, color: output.wantsColor))
            isFirst = false
            isPlanMet = isPlanMet && session.plan?.items.contains { [.short, .missing].contains($0.verdict) } != true
        }
        try output.finish()
        if let failure { throw failure }
        if strict, !isPlanMet { throw ExitCode.planNotMet }
    }

    private func text(of session: Session, isOnly: Bool, color: Bool) -> String {
        switch format {
        case .text: TextReport.render(session, options: TextOptions(color: color))
        case .json: isOnly ? JSONReport.render(session) : session.json.serialized() + "\n"
        case .csv: CSVReport.rows(session)
        }
    }
}
