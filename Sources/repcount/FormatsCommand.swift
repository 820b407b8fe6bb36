import ArgumentParser
import ExerciseCatalog
import FormatFile
import MotionIngest

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "Lists the export formats that are understood, or shows one in full.",
        discussion: """
            The format of a file is told from its header and first rows, never from its name alone. "repcount inspect" \
            shows what it is taken for.

            A format of your own is a YAML file with the same keys. Copy one that is near and change it:

              repcount formats metawear > mine.yaml
              repcount inspect evening.csv --format-file mine.yaml

            Its keys: name, title, example; requires (columns that must be there), preamble (text before the column \
            names), columns (names for a table that has none); time (column, unit s|ms|us|ns, wraps_at, elapsed, \
            unpadded_milliseconds), start and rate (where the file says them); vectors (channel acceleration|\
            linear-acceleration|gravity|angular-rate, columns with {} for x, y and z, unit, counts to one unit); files \
            (what a file's name says); sign specific-force|core-motion; counter, device.
            """)

    @Argument(help: ArgumentHelp("The format to show as YAML, to be copied and changed.", valueName: "name"))
    var name: String?

    func run() throws {
        do {
            var output = Output(path: nil)
            if let name {
                try output.write(Self.explanation(of: name))
            } else {
                for format in FormatCatalog.all {
                    try output.write("\(format.name)\n  \(format.title)\n  \(format.example)\n")
                }
            }
        } catch {
            throw report(error)
        }
    }

    private static func explanation(of name: String) throws -> String {
        guard let format = FormatCatalog.all.first(where: { $0.name == name }) else { throw UnknownFormat(name: name) }
        return format.yaml ?? """
            # \(format.name): \(format.title)
            # \(format.example)
            # Rows without column names are told by what their numbers show: time rises, and a sensor at rest reads one g.
            # For a format of your own, name the columns in their order:
            schema: \(FormatFile.schema)
            name: my-logger
            columns: [time, ax, ay, az, gx, gy, gz]
            time: [{column: time, unit: ms}]
            vectors:
              - {channel: acceleration, columns: ["a{}"], unit: g}
              - {channel: angular-rate, columns: ["g{}"], unit: deg/s}

            """
    }
}

/// No built-in format has that name.
struct UnknownFormat: Error, CustomStringConvertible {
    var name: String

    var description: String {
        let known = FormatCatalog.all.map(\.name)
        let hint = NearestName.suggestion(for: name, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
        return "there is no format \"\(name)\". \(hint)Known: \(known.joined(separator: ", "))."
    }
}
