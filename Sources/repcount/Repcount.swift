import ArgumentParser

@main
struct Repcount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repcount",
        abstract: "Counts exercise repetitions and measures stretch holds from the sensor of a wearable or phone.",
        discussion: """
            Give it the CSV that the device or app exported, and it tells which of the prescribed exercises were done, \
            how often, and how long each stretch was held. It does not matter which way round the sensor was worn. \
            Everything stays on this machine.

              repcount analyze thigh:right=evening.csv --plan runners-knee

            Exit status: 0 done, 1 plan not met (only with --strict), 64 wrong usage, 65 a file that cannot be \
            understood, 66 a file that is not there, 73 or 74 output that cannot be written.

            An exercise log, not a medical device.
            """,
        version: "0.1.0",
        subcommands: [
            AnalyzeCommand.self, LiveCommand.self, BatchCommand.self, HistoryCommand.self, BenchmarkCommand.self,
            InspectCommand.self, FormatsCommand.self, ExercisesCommand.self, PlansCommand.self,
        ])

    static func main() async {
        Interruption.prepare()
        await main(nil)
    }
}
