import ArgumentParser
import ExerciseCatalog

struct PlansCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans",
        abstract: "Shows the built-in plans, or checks a plan of one's own.",
        discussion: """
            A plan is a YAML or JSON file:

              schema: repcount.plan/1
              name: evening
              items:
                - {exercise: lunge, side: each, sets: 2, reps: 10-12}
                - {exercise: standing-hamstring-stretch, side: each, hold: 20-30 s}
              schedule: {days: [mon, wed, fri]}

              repcount plans evening.yaml
            """)

    @Argument(
        help: ArgumentHelp("Plan files to check and show, or names of built-in plans.", valueName: "plan"),
        completion: PlanArgument.completion)
    var plans: [String] = []

    func run() throws {
        var failure: ExitCode?
        var output = Output(path: nil)
        let names = plans.isEmpty ? PlanCatalog.all.map(\.name) : plans
        for (index, name) in names.enumerated() {
            do {
                let plan = try PlanArgument.load(name)
                try output.write((index > 0 ? "\n" : "") + plan.yaml)
            } catch {
                let status = report(error)
                failure = failure ?? status
            }
        }
        if let failure { throw failure }
    }
}
