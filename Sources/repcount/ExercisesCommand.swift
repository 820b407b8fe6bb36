import ArgumentParser
import ExerciseCatalog
import Motion
import RepReport

struct ExercisesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercises",
        abstract: "Lists the exercises of the catalogue, and from where each can be seen.",
        discussion: """
            These names go into plans and after --exercise:

              repcount analyze evening.csv --exercise squat
            """)

    func run() throws {
        do {
            var output = Output(path: nil)
            for exercise in ExerciseCatalog.all {
                let legs = exercise.sidedness == .eachLeg ? "each leg" : "both legs"
                let facts = [exercise.title, exercise.posture.rawValue, legs]
                var lines = ["\(exercise.name): \(facts.joined(separator: ", "))"]
                lines += wrapped("Seen from: \(placements(of: exercise))", width: 100, indent: "  ", later: "    ")
                lines += wrapped(exercise.advice, width: 100, indent: "  ", later: "    ")
                try output.write(lines.joined(separator: "\n") + "\n")
            }
        } catch {
            throw report(error)
        }
    }

    private func placements(of exercise: Exercise) -> String {
        Placement.allCases.compactMap { placement in
            exercise.observability[placement].map { view in
                view == .sameSide ? "\(placement.rawValue) of that leg" : placement.rawValue
            }
        }.joined(separator: ", ")
    }
}
