import ArgumentParser
import RepReport
import SessionAnalysis
import SessionModel

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows what was understood of a recording, without counting anything.",
        discussion: """
            Format, signals, rate, gaps, defects, and which exercises a sensor worn there can see at all.

              repcount inspect evening.csv --placement shank --side left
            """)

    @OptionGroup var input: RecordingArguments

    @Option(help: "How to print the result.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() throws {
        do {
            try inspectAll()
        } catch {
            throw report(error)
        }
    }

    private func inspectAll() throws {
        let ingest = try input.ingestOptions
        let recordings = input.grouped()
        var output = Output(path: nil)
        var failure: ExitCode?
        var isFirst = true
        for recording in recordings {
            let inspection: Inspection
            do {
                inspection = try inspectRecording(
                    paths: recording.paths,
                    options: AnalysisOptions(
                        placement: recording.placement, side: recording.side, ingest: ingest))
            } catch {
                let status = report(error)
                failure = failure ?? status
                continue
            }
            if !isFirst, format == .text { try output.write("\n") }
            try output.write(text(of: inspection, isOnly: recordings.count == 1, color: output.wantsColor))
            isFirst = false
        }
        if let failure { throw failure }
    }

    private func text(of inspection: Inspection, isOnly: Bool, color: Bool) -> String {
        switch format {
        case .text: InspectReport.render(inspection, options: TextOptions(color: color))
        case .json: isOnly ? JSONReport.render(inspection) : inspection.json.serialized() + "\n"
        }
    }
}
