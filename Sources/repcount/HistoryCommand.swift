import ArgumentParser
import ExerciseCatalog
import Foundation
import RepReport
import SessionBatch
import SessionHistory
import SessionModel

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists and charts the weeks of a history, exports it, or deletes a person's data.",
        discussion: """
            A history is the SQLite file that "repcount batch --history" writes. Without --plan, the weeks are those of \
            the plan used last.

              repcount history anna.sqlite
              repcount history clinic.sqlite --person anna --export > anna.ndjson
              repcount history clinic.sqlite --person anna --delete

            With --format json, several people are printed one a line. --export prints each session as one line, as \
            analyze does. --delete removes all of a person's sessions and overwrites them in the file.
            """)

    @Argument(help: ArgumentHelp("The history.", valueName: "file"), completion: .file(extensions: ["sqlite", "db"]))
    var file: String

    @Option(help: ArgumentHelp("Whose sessions; everybody's by default.", valueName: "name"))
    var person: String?

    @Option(help: ArgumentHelp("Sessions compared with the plan of this name.", valueName: "name"))
    var plan: String?

    @Option(help: "How to print the weeks.")
    var format: Format = .text

    @OptionGroup var week: WeekArguments

    @Flag(help: "Print the sessions, one a line, instead of weeks.")
    var export = false

    @Flag(help: "Delete the sessions of --person.")
    var delete = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv
    }

    func validate() throws {
        if delete, person == nil { throw ValidationError("--delete needs a --person whose sessions to delete.") }
        if delete, export { throw ValidationError("--delete and --export exclude each other; export first.") }
    }

    func run() throws {
        do {
            let history = try History(path: file, mustExist: true)
            var output = Output(path: nil)
            if delete {
                try remove(from: history, &output)
            } else if export {
                _ = try people(of: history)
                try history.export(of: person) { try output.write($0 + "\n") }
            } else {
                try list(history, &output)
            }
        } catch {
            throw report(error)
        }
    }

    /// - Throws: `HistoryError` when nobody of the name asked for is there.
    private func people(of history: History) throws -> [String] {
        let all = try history.people()
        guard let person else { return all }
        guard all.contains(person) else {
            let known = all.map { $0.isEmpty ? "(not named)" : $0 }.joined(separator: ", ")
            throw HistoryError(
                file: file, kind: .missing, message: "there are no sessions of \"\(person)\"",
                remedy: all.isEmpty ? "The history is empty" : "There are sessions of: \(known)")
        }
        return [person]
    }

    private func remove(from history: History, _ output: inout Output) throws {
        for person in try people(of: history) {
            let count = try history.delete(person: person)
            try output.write("\(count) \(count == 1 ? "session" : "sessions") of \(printable(person)) deleted.\n")
        }
    }

    private func list(_ history: History, _ output: inout Output) throws {
        let reports = try people(of: history).compactMap { try weeks(of: $0, in: history) }
        switch format {
        case .text:
            let options = TextOptions(color: output.wantsColor)
            try output.write(reports.map { HistoryTextReport.render($0, options: options) }.joined(separator: "\n"))
        case .json where reports.count == 1: try output.write(JSONReport.render(reports[0]))
        case .json: for report in reports { try output.write(report.json.serialized() + "\n") }
        case .csv: try output.write(WeekCSVReport.render(reports))
        }
    }

    /// `nil` when this person has no sessions under the plan asked for, but others may.
    private func weeks(of person: String, in history: History) throws -> WeekReport? {
        let plans = try history.plans(of: person)
        guard let known = self.plan == nil ? plans.first : plans.first(where: { $0.name == self.plan }) else {
            guard self.person != nil else { return nil }
            throw HistoryError(
                file: file, kind: .missing, message: "no session of \"\(person)\" was compared with the plan \"\(self.plan ?? "")\"",
                remedy: "Plans there are: \(plans.map { $0.name.isEmpty ? "(none)" : $0.name }.joined(separator: ", "))")
        }
        let plan = known.text.isEmpty ? nil : try PlanFile.read(text: known.text, file: known.name)
        let scorer = BatchScorer(plan: plan, timeZone: week.timeZone, version: Repcount.configuration.version)
        let sessions = try history.sessions(of: person, planText: known.text)
            .map { try scorer.scored($0.session, content: $0.content) }
        return WeekBuilder(
            person: person.isEmpty ? nil : person, plan: plan, timeZone: week.timeZone.identifier, today: week.today,
            from: week.from, until: week.until
        ).report(sessions, failed: [])
    }
}
