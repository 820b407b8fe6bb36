import Motion
import Yams

/// Reads plan files: YAML, or JSON as the part of YAML it is (schema `repcount.plan/1`).
///
/// Nothing is guessed: an unknown key, exercise, or amount is an error that names file, line, item and key.
public enum PlanFile {
    /// Longest plan text accepted, in bytes; real plans have a few hundred.
    public static let maximumBytes = 1 << 20

    /// Plan written in `text`.
    ///
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name as the user gave it, for messages; the plan's name when it states none.
    public static func read(text: String, file: String) throws(PlanError) -> Plan {
        guard text.utf8.count <= maximumBytes else {
            throw PlanError(
                file: file, message: "\(text.utf8.count) bytes are too many for a plan",
                remedy: "A plan file has at most \(maximumBytes) bytes; is this a recording?")
        }
        if let alias = firstAlias(in: text) {
            throw PlanError(
                file: file, message: "the alias *\(alias) is not read here", remedy: "Write the item out again.")
        }
        guard let root = try compose(text, file: file) else {
            throw PlanError(file: file, message: "the file is empty", remedy: outline)
        }
        return try plan(from: PlanNode(root, file: file))
    }

    private static let outline = "A plan needs at least: items: [{exercise: squat, reps: 10-12}]."

    /// Name of an anchor (`&name`) that is used again (`*name`).
    ///
    /// Plans have no need of them, and a few lines of nested aliases stand for more text than there is memory.
    private static func firstAlias(in text: String) -> Substring? {
        text.matches(of: /&([^\s,\[\]{}]+)/).lazy.map(\.output.1).first { text.contains("*\($0)") }
    }

    private static func compose(_ text: String, file: String) throws(PlanError) -> Node? {
        do {
            return try Yams.compose(yaml: text, .default, .default, .utf8)
        } catch let error as YamlError {
            throw PlanError(yaml: error, file: file)
        } catch {
            throw PlanError(file: file, message: "neither YAML nor JSON: \(error)")
        }
    }

    private static func plan(from root: PlanNode) throws(PlanError) -> Plan {
        let plan = try root.mapping(allowed: ["schema", "name", "items", "schedule"], remedy: outline)
        if let schema = plan["schema"] {
            let stated = try schema.string()
            guard stated == Plan.schema else {
                throw schema.error("\"\(stated)\" is not a schema this version reads", "Write \(Plan.schema).")
            }
        }
        guard let list = plan["items"] else {
            throw root.error("the plan has no items", outline)
        }
        let nodes = try list.sequence(remedy: outline)
        guard !nodes.isEmpty else { throw list.error("the list is empty", outline) }
        var items: [PlanItem] = []
        for (index, node) in nodes.enumerated() {
            items.append(try item(from: node.inItem(index + 1)))
        }
        return Plan(
            name: try plan["name"]?.string() ?? root.file,
            items: items,
            schedule: try plan["schedule"].map { node throws(PlanError) in try schedule(from: node) })
    }

    private static func item(from node: PlanNode) throws(PlanError) -> PlanItem {
        let keys = try node.mapping(
            allowed: ["exercise", "side", "sets", "reps", "hold"],
            remedy: "An item looks like {exercise: lunge, side: each, reps: 10-12}.")
        guard let exerciseNode = keys["exercise"] else {
            throw node.error("the item does not say which exercise", "Known: \(names).")
        }
        let name = try exerciseNode.string()
        guard let exercise = ExerciseCatalog.exercise(named: name) else {
            let hint = ExerciseCatalog.suggestion(for: name).map { "Did you mean \"\($0)\"? " } ?? ""
            throw exerciseNode.error("\"\(name)\" is not in the catalogue", "\(hint)Known: \(names).")
        }
        let item = PlanItem(
            exercise: exercise,
            side: try keys["side"].map { node throws(PlanError) in try node.choice(PlanItem.Legs.self) },
            sets: try keys["sets"].map { node throws(PlanError) in try node.integer(in: 1...100) } ?? 1,
            reps: try keys["reps"].map { node throws(PlanError) in try node.integers(in: 1...1000) },
            holdSeconds: try keys["hold"].map { node throws(PlanError) in try node.seconds(upTo: 3600) })
        if let side = keys["side"], exercise.sidedness == .bilateral {
            throw side.error("a \(name) uses both legs", "Leave side out.")
        }
        switch exercise.kind {
        case .reps where item.reps == nil:
            throw node.error("a \(name) needs reps", "Write for example reps: 10-12.", key: "reps")
        case .stretch where item.reps != nil:
            throw node.error("a \(name) is held, it has no reps", "Use sets for how often.", key: "reps")
        case .stretch where item.holdSeconds == nil:
            throw node.error("a \(name) needs hold", "Write for example hold: 20-30 s.", key: "hold")
        case .reps, .stretch:
            return item
        }
    }

    private static func schedule(from node: PlanNode) throws(PlanError) -> Plan.Schedule {
        let remedy = "Write {days: [mon, wed, fri]} or {per_week: 3}."
        let keys = try node.mapping(allowed: ["days", "per_week"], remedy: remedy)
        switch (keys["days"], keys["per_week"]) {
        case (let list?, nil):
            var days: Set<Plan.Weekday> = []
            for day in try list.sequence(remedy: remedy) {
                let weekday = try day.choice(Plan.Weekday.self)
                guard days.insert(weekday).inserted else {
                    throw day.error("\(weekday.rawValue) stands there twice", "Name each day once.")
                }
            }
            guard !days.isEmpty else { throw list.error("the list is empty", remedy) }
            return .days(Plan.Weekday.allCases.filter(days.contains))
        case (nil, let number?):
            return .perWeek(try number.integer(in: 1...7))
        case (_?, _?):
            throw node.error("days and per_week exclude each other", remedy)
        case (nil, nil):
            throw node.error("the schedule is empty", remedy)
        }
    }

    private static var names: String { ExerciseCatalog.all.map(\.name).joined(separator: ", ") }
}

extension PlanError {
    /// The same trouble in our words, with the line the parser stopped at.
    fileprivate init(yaml error: YamlError, file: String) {
        let remedy = "Check indentation, colons, quotes and brackets there."
        switch error {
        case .parser(_, let problem, let mark, _) where problem.contains("nesting level"):
            self.init(file: file, line: mark.line, message: "brackets or items are nested too deeply", remedy: "A plan is a list of items.")
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let trouble = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
            self.init(file: file, line: mark.line, message: "neither YAML nor JSON: \(trouble)", remedy: remedy)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted().joined(separator: ", ")
            self.init(
                file: file, line: context.mark.line, key: keys, message: "the key stands there twice",
                remedy: "Keep one.")
        case .reader(let problem, _, _, _):
            self.init(file: file, message: "not a text file: \(problem)", remedy: "Save the plan as UTF-8 text.")
        default:
            self.init(file: file, message: "neither YAML nor JSON: \(error)")
        }
    }
}
