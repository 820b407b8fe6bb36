import ArgumentParser
import Foundation
import MotionIngest
import RepReport
import SessionAnalysis
import SessionModel

struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Counts while the rows come in on standard input.",
        discussion: """
            Reads rows as any of the known formats has them and says what happens as it happens: reps, sets that are over, \
            holds by the second, corrections of what was said before. At the end of the input, or when interrupted, it \
            prints what analysing the same rows from a file gives.

              recorder | repcount live --exercise squat
              recorder | repcount live --plan runners-knee --placement thigh --side right --format ndjson

            Rows without time need --rate.
            """)

    @Argument(help: ArgumentHelp("Standard input, which is what is read anyway.", valueName: "-"))
    var input = "-"

    @OptionGroup var sensor: SensorArguments

    @Option(
        help: ArgumentHelp("What the person does, as for repcount analyze.", valueName: "name"),
        transform: AskedExercise.init(argument:))
    var exercise: AskedExercise?

    @Option(help: ArgumentHelp("The plan to compare with: a file, or a built-in plan.", valueName: "file|name"))
    var plan: String?

    @Option(help: "How to print events: lines for people, or one JSON object a line.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, ndjson
    }

    func validate() throws {
        guard input == "-" else {
            throw ValidationError("live reads standard input. For a file: repcount analyze \(input)")
        }
    }

    func run() throws {
        do {
            try follow()
        } catch {
            throw report(error)
        }
    }

    private func follow() throws {
        var session = LiveSession(
            options: AnalysisOptions(
                exercise: exercise, plan: try plan.map(PlanArgument.load), placement: sensor.placement, side: sensor.side,
                ingest: try sensor.ingestOptions))
        var printer = EventPrinter(format: format)
        try StandardInput().read { bytes in
            var events: [LiveEvent] = []
            try session.feed(bytes) { events.append($0) }
            try printer.print(events)
        }
        var events: [LiveEvent] = []
        _ = try session.finish { events.append($0) }
        try printer.print(events)
    }
}

/// Prints events as they come; on a terminal a count takes the place of the one before.
private struct EventPrinter {
    let format: LiveCommand.Format
    private var output = Output(path: nil)
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private var isLineOpen = false

    init(format: LiveCommand.Format) { self.format = format }

    mutating func print(_ events: [LiveEvent]) throws {
        for event in events {
            switch format {
            case .ndjson: try output.write(event.json.serialized() + "\n")
            case .text: try output.write(text(event))
            }
        }
    }

    private mutating func text(_ event: LiveEvent) -> String {
        if case .summary(let session) = event.kind {
            return (isLineOpen ? "\n" : "") + "\n"
                + TextReport.render(session, options: TextOptions(color: output.wantsColor))
        }
        guard let line = LiveReport.line(event) else { return "" }
        guard isTerminal else { return line + "\n" }
        // ECMA-48: back to the first column, and erase to the end of the line.
        let start = isLineOpen ? "\r\u{1B}[K" : ""
        isLineOpen = LiveReport.isPassing(event)
        return start + line + (isLineOpen ? "" : "\n")
    }
}
