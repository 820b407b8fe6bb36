import ArgumentParser
import ExerciseCatalog
import SessionAnalysis

extension AskedExercise {
    /// The argument of `--exercise`.
    /// - Throws: `ValidationError` for a name that is not in the catalogue.
    init(argument name: String) throws {
        switch name {
        case "any": self = .any
        case "hold": self = .hold
        default:
            guard ExerciseCatalog.exercise(named: name) == nil else {
                self = .exercise(name)
                return
            }
            let hint = ExerciseCatalog.suggestion(for: name).map { "Did you mean \"\($0)\"? " } ?? ""
            let names = ExerciseCatalog.all.map(\.name).joined(separator: ", ")
            throw ValidationError("\"\(name)\" is not in the catalogue. \(hint)Known: \(names), any, hold.")
        }
    }
}
