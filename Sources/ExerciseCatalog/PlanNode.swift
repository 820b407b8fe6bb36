import Yams

/// A value in a plan file that knows where it stands, so that whatever is wrong with it is said with its place.
struct PlanNode {
    private let node: Node
    let file: String
    private var item: Int?
    private var key: String?

    init(_ node: Node, file: String) {
        self.node = node
        self.file = file
    }

    func inItem(_ number: Int) -> PlanNode {
        var copy = self
        copy.item = number
        copy.key = nil
        return copy
    }

    func error(_ message: String, _ remedy: String?, key: String? = nil) -> PlanError {
        PlanError(file: file, line: node.mark?.line, item: item, key: key ?? self.key, message: message, remedy: remedy)
    }

    /// Values by key; keys written as `null` are left out, unknown ones are errors.
    func mapping(allowed: [String], remedy: String) throws(PlanError) -> [String: PlanNode] {
        guard case .mapping(let pairs) = node else {
            throw error("expected key: value pairs here, found \(kind)", remedy)
        }
        var values: [String: PlanNode] = [:]
        for (keyNode, value) in pairs {
            var child = child(keyNode)
            guard case .scalar(let name) = keyNode else {
                throw child.error("a key must be a word", "Allowed: \(allowed.joined(separator: ", ")).")
            }
            guard allowed.contains(name.string) else {
                let near = NearestName.suggestion(for: name.string, among: allowed)
                let hint = near.map { "Did you mean \"\($0)\"? " } ?? ""
                throw child.error(
                    "unknown key \"\(name.string)\"", "\(hint)Allowed: \(allowed.joined(separator: ", ")).")
            }
            child = self.child(value)
            child.key = name.string
            if !child.isNull { values[name.string] = child }
        }
        return values
    }

    func sequence(remedy: String) throws(PlanError) -> [PlanNode] {
        guard case .sequence(let elements) = node else {
            throw error("expected a list here, found \(kind)", remedy)
        }
        return elements.map(child)
    }

    func string() throws(PlanError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw error("expected a word here, found \(kind)", nil)
        }
        return scalar.string
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _: Choice.Type
    ) throws(PlanError) -> Choice where Choice.RawValue == String {
        let word = try string()
        guard let choice = Choice(rawValue: word) else {
            let allowed = Choice.allCases.map(\.rawValue)
            let hint = NearestName.suggestion(for: word, among: allowed).map { "Did you mean \"\($0)\"? " } ?? ""
            throw error("\"\(word)\" is not allowed", "\(hint)Allowed: \(allowed.joined(separator: ", ")).")
        }
        return choice
    }

    func integer(in bounds: ClosedRange<Int>) throws(PlanError) -> Int {
        let range = try integers(in: bounds)
        guard range.count == 1 else {
            throw error(
                "a range is not allowed here", "Write one number from \(bounds.lowerBound) to \(bounds.upperBound).")
        }
        return range.lowerBound
    }

    func integers(in bounds: ClosedRange<Int>) throws(PlanError) -> ClosedRange<Int> {
        let text = try string()
        guard let range = RangeText.integers(text) else {
            throw error("\"\(text)\" is neither a whole number nor a range of two", "Write for example 12 or 10-12.")
        }
        guard bounds.contains(range.lowerBound), bounds.contains(range.upperBound) else {
            throw error("\"\(text)\" is out of bounds", "Allowed: \(bounds.lowerBound) to \(bounds.upperBound).")
        }
        return range
    }

    func seconds(upTo maximum: Double) throws(PlanError) -> ClosedRange<Double> {
        let text = try string()
        guard let range = RangeText.seconds(text) else {
            throw error("\"\(text)\" is no number of seconds", "Write for example 20 s or 20-30 s.")
        }
        guard range.lowerBound > 0, range.upperBound <= maximum else {
            throw error("\"\(text)\" is out of bounds", "Allowed: above 0 to \(Int(maximum)) s.")
        }
        return range
    }

    private func child(_ node: Node) -> PlanNode {
        var child = PlanNode(node, file: file)
        child.item = item
        child.key = key
        return child
    }

    private var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    private var kind: String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty || isNull ? "nothing" : "\"\(scalar.string.prefix(40))\""
        case .mapping: "key: value pairs"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
