import ArgumentParser
import ExerciseCatalog
import Foundation

/// A plan by the name of a built-in one, or by its file.
enum PlanArgument {
    /// Names of built-in plans, and the plan files and folders beside what is typed.
    static let completion = CompletionKind.custom { _, _, typed in
        let folder = typed.range(of: "/", options: .backwards).map { String(typed[..<$0.upperBound]) } ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        let files = names.filter { name in
            !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
        }
        return PlanCatalog.all.map(\.name) + files.sorted().map { folder + $0 }
    }

    /// - Throws: `MissingPlan` when there is neither, `PlanError` when the file is no plan.
    static func load(_ argument: String) throws -> Plan {
        if let plan = PlanCatalog.plan(named: argument) { return plan }
        guard let handle = FileHandle(forReadingAtPath: argument) else { throw MissingPlan(argument: argument) }
        defer { try? handle.close() }
        // One byte more than allowed shows that a file is too long without reading all of it.
        guard let data = try? handle.read(upToCount: PlanFile.maximumBytes + 1) ?? Data() else {
            throw PlanError(file: argument, message: "the file cannot be read", remedy: "Is it a folder?")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw PlanError(file: argument, message: "not a text file", remedy: "Save the plan as UTF-8 text.")
        }
        return try PlanFile.read(text: text, file: argument)
    }
}

/// Neither a built-in plan nor a file has that name.
struct MissingPlan: Error, CustomStringConvertible {
    var argument: String

    var description: String {
        let hint = PlanCatalog.suggestion(for: argument).map { " Did you mean \"\($0)\"?" } ?? ""
        let names = PlanCatalog.all.map(\.name).joined(separator: ", ")
        return "\(argument): there is no plan file of that name, and no built-in plan.\(hint) Built in: \(names)."
    }
}
