import ArgumentParser

struct Repcount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repcount",
        abstract: "Counts exercise repetitions and measures stretch holds from the sensor of a wearable or phone.",
        discussion: """
            Give it the CSV that the device or app exported, and it tells which of the prescribed exercises were done, \
            how often, and how long each stretch was held. It does not matter which way round the sensor was worn. \
            Everything stays on this machine.

              repcount inspect evening.csv                      what is in the file, what it can show
              repcount analyze squats.csv --exercise squat      how many, how fast, how deep
              repcount analyze thigh:right=evening.csv --plan runners-knee
                                                                was the programme done, leg by leg
              repcount analyze thigh:right=evening.csv --plan runners-knee --format html --output evening.html
                                                                the same as a page to look at, print and send

            Say where the sensor was worn: what it cannot see from there is then told apart from what was not done. A \
            plan of your own is a short file, which "repcount help plans" explains. "repcount help <command>" shows \
            more of each command.

            Exit status: 0 done, 1 plan not met (only with --strict), 64 wrong usage, 65 a file that cannot be \
            understood, 66 a file that is not there, 73 or 74 output that cannot be written.

            An exercise log, not a medical device.
            """,
        version: "0.17.0",
        subcommands: [
            AnalyzeCommand.self, LiveCommand.self, BatchCommand.self, HistoryCommand.self, CalibrateCommand.self,
            BenchmarkCommand.self, InspectCommand.self, FormatsCommand.self, ExercisesCommand.self, PlansCommand.self,
            SchemaCommand.self,
        ])
}
