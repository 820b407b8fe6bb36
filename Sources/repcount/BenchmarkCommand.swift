import ArgumentParser
import ExerciseCatalog
import MotionIngest
import RepScoring

struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Scores the counts on datasets whose truth is known.",
        discussion: """
            A dataset is a folder with a manifest.json and the recordings it names, or a folder of such folders. \
            Scores are by dataset, exercise, placement and variant, each recording weighing the same.

              repcount benchmark Fixtures --told --baselines
            """)

    @Argument(help: ArgumentHelp("Dataset folders, or folders of them.", valueName: "dataset"), completion: .directory)
    var datasets: [String]

    @Flag(help: "Whether the counter is told the exercise asked for, or recognises it blind.")
    var knowledge: Knowledge = .told

    @Option(help: "How to print the result.")
    var format: Format = .text

    @Flag(help: "Hand out each recording row by row, and score what is said on the way and how soon as well.")
    var live = false

    @Flag(help: "Run the published and the naive counters beside ours.")
    var baselines = false

    @Option(
        help: ArgumentHelp("A format of your own, tried before the known ones.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var formatFile: String?

    @Option(
        help: ArgumentHelp(
            "Learn a profile of each person from their recordings of this variant; never used on the one it is from.",
            valueName: "variant"))
    var calibrateOn: String?

    @Option(
        help: ArgumentHelp("Fail when a score falls below those in this file.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var floors: String?

    enum Knowledge: String, EnumerableFlag {
        case told, blind
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("Recordings analysed at the same time.", valueName: "n"))
    var jobs = 2

    func run() async throws {
        do {
            try await score()
        } catch {
            throw report(error)
        }
    }

    private func score() async throws {
        let datasets = try DatasetReader.read(datasets)
        let floors = try floors.map { path throws(DatasetError) in try Floors.read(path) }
        let catalogue = Set(ExerciseCatalog.all.map(\.name))
        let plain = OwnCounter(ingest: IngestOptions(formats: try formatFile.map { [try FormatArgument.load($0)] } ?? []))
        let counter = calibrateOn.map { plain.calibrated(on: $0, of: datasets) } ?? plain
        var results = [
            live
                ? await Benchmark.run(datasets, counter: OwnCounter.name, mode: knowledge.mode, jobs: jobs) {
                    try LiveCounter().score($0, $1, catalogue: catalogue)
                }
                : await Benchmark.run(
                    datasets, counter: OwnCounter.name, mode: knowledge.mode, catalogue: catalogue, jobs: jobs,
                    analyze: counter.session(of:_:))
        ]
        for baseline in baselines ? baselineCounters : [] {
            results.append(
                await Benchmark.run(
                    datasets, counter: baseline.name, mode: .told, catalogue: catalogue, sections: baselineSections,
                    jobs: jobs
                ) { try counter.session(of: $0, baseline: baseline, $1) })
        }
        var output = Output(path: nil)
        switch format {
        case .text: try output.write(ScoreTable(results).text())
        case .json: try output.write(BenchmarkJSON(results).text())
        }
        try output.finish()
        let fallen = floors?.check(results[0]) ?? []
        if !fallen.isEmpty { throw FallenScores(messages: fallen) }
    }
}

extension BenchmarkCommand.Knowledge {
    var mode: Mode {
        switch self {
        case .told: .told
        case .blind: .blind
        }
    }
}

/// Scores below the floors.
struct FallenScores: Error, CustomStringConvertible {
    var messages: [String]

    var description: String { "scores fell below their floors:\n  " + messages.joined(separator: "\n  ") }
}
