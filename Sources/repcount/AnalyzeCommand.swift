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
              repcount analyze thigh:left=left.csv thigh:right=right.csv --plan runners-knee
              repcount analyze squats.csv --exercise squat --format json
              repcount analyze evening.csv --plan my.yaml --format html --output evening.html

            Sensors worn at the same time stand one after the other, each with its place in front: they are analysed \
            together. A recording without a place, or with one that the session has already, is a session of its own. \
            Several sessions are analysed one by one; where one fails, the others still get their results, and the \
            exit status tells of the failure. With --format json, several sessions are printed one a line; with \
            --format html they become one page, which needs nothing but a browser.
            """)

    @OptionGroup var input: RecordingArguments

    @Option(
        help: ArgumentHelp(
            """
            What the person was asked to do: a name that "repcount exercises" lists, any (some repeated movement), or \
            hold (some held posture).
            """,
            valueName: "name"),
        completion: .list(ExerciseCatalog.all.map(\.name) + ["any", "hold"]), transform: AskedExercise.init(argument:))
    var exercise: AskedExercise?

    @Option(
        help: ArgumentHelp("The plan to compare with: a file, or a built-in plan.", valueName: "file|name"),
        completion: PlanArgument.completion)
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "How this person does the exercise, learnt with \"repcount calibrate\"; tells the exercise too.",
            valueName: "file"))
    var profile: String?

    @Option(help: "How to print the result.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write there instead of to standard output.", valueName: "file"), completion: .file())
    var output: String?

    @Flag(help: "Exit with 1 when an item of the plan is short or missing.")
    var strict = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, html
    }

    func validate() throws {
        if strict, plan == nil { throw ValidationError("--strict needs a --plan to be strict about.") }
        if profile != nil, plan != nil, exercise == nil {
            throw ValidationError("--profile is of one exercise. Give --exercise with it, or leave out --plan.")
        }
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
        let profile = try profile.map(ProfileArgument.load)
        let exercise = exercise ?? profile.map { .exercise($0.exercise) }
        let ingest = try input.ingestOptions
        let sessions = input.sessions()
        var output = Output(path: output)
        var failure: ExitCode?
        var isPlanMet = true
        var isFirst = true
        // A page is one document, written when all its sessions are known.
        var page: [HTMLReport.Evidence] = []
        for sensors in sessions {
            let session: Session
            do {
                let options = AnalysisOptions(exercise: exercise, plan: plan, ingest: ingest, profile: profile)
                if format == .html {
                    let traced = try traceSession(sensors, options: options)
                    page.append(.init(session: traced.session, trace: traced.trace))
                    session = traced.session
                } else {
                    session = try analyzeSession(sensors, options: options)
                }
            } catch {
                let status = report(error)
                failure = failure ?? status
                continue
            }
            if isFirst, format == .csv { try output.write(CSVReport.header) }
            if !isFirst, format == .text { try output.write("\n") }
            try output.write(text(of: session, isOnly: sessions.count == 1, for: output))
            isFirst = false
            isPlanMet = isPlanMet && session.plan?.items.contains { [.short, .missing].contains($0.verdict) } != true
        }
        if !page.isEmpty { try output.write(HTMLReport.render(page)) }
        try output.finish()
        if let failure { throw failure }
        if strict, !isPlanMet { throw ExitCode.planNotMet }
    }

    private func text(of session: Session, isOnly: Bool, for output: Output) -> String {
        switch format {
        case .text:
            TextReport.render(
                session, options: TextOptions(color: output.wantsColor, drawings: output.isTerminal))
        case .json: isOnly ? JSONReport.render(session) : session.json.serialized() + "\n"
        case .csv: CSVReport.rows(session)
        case .html: ""
        }
    }
}
