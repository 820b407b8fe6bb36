import ArgumentParser

struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Scores the counts on datasets whose truth is known.",
        discussion: """
            A dataset is a folder with a manifest.json and the recordings it names, or a folder of such folders. \
            Scores are by dataset, exercise, placement and variant, each recording weighing the same.

              repcount benchmark Fixtures --told --baselines
            """)

    @Argument(help: ArgumentHelp("Dataset folders, or folders of them.", valueName: "dataset"))
    var datasets: [String]

    @Flag(help: "Whether the counter is told the exercise asked for, or recognises it blind.")
    var knowledge: Knowledge = .told

    @Option(help: "How to print the result.")
    var format: Format = .text

    @Flag(help: "Run the published and the naive counters beside ours.")
    var baselines = false

    @Option(help: ArgumentHelp("Fail when a score falls below those in this file.", valueName: "file"))
    var floors: String?

    enum Knowledge: String, EnumerableFlag {
        case told, blind
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func run() throws {
        throw ValidationError("benchmark is not connected yet.")
    }
}
