import ArgumentParser
import MotionIngest

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "Lists the export formats that are understood.",
        discussion: """
            The format of a file is told from its header and first rows, never from its name alone. "repcount inspect" \
            shows what it is taken for.
            """)

    func run() throws {
        do {
            var output = Output(path: nil)
            for format in FormatCatalog.all {
                try output.write("\(format.name)\n  \(format.title)\n  \(format.example)\n")
            }
        } catch {
            throw report(error)
        }
    }
}
