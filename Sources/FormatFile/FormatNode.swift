import MotionIngest
import Yams

/// A value in a format file that knows where it stands, so that whatever is wrong with it is said with its line and key.
struct FormatNode {
    private let node: Node
    let file: String
    /// Keys and positions that lead here: `vectors 2, unit`.
    private var path: [String]

    init(_ node: Node, file: String) {
        self.init(node, file: file, path: [])
    }

    private init(_ node: Node, file: String, path: [String]) {
        self.node = node
        self.file = file
        self.path = path
    }

    func error(_ message: String, _ remedy: String) -> IngestError {
        let place = path.isEmpty ? "" : path.joined(separator: ", ") + ": "
        return IngestError(file: file, line: node.mark?.line, message: place + message, remedy: remedy)
    }

    /// Values by key; keys written as `null` are left out, unknown ones are errors.
    func mapping(allowed: [String]) throws(IngestError) -> [String: FormatNode] {
        let remedy = "Allowed here: \(allowed.joined(separator: ", "))"
        guard case .mapping(let pairs) = node else { throw error("expected key: value pairs, found \(kind)", remedy) }
        var values: [String: FormatNode] = [:]
        for (keyNode, value) in pairs {
            guard case .scalar(let key) = keyNode else { throw error("a key must be a word", remedy) }
            guard allowed.contains(key.string) else {
                throw FormatNode(keyNode, file: file, path: path).error("unknown key \"\(key.string.prefix(40))\"", remedy)
            }
            let child = FormatNode(value, file: file, path: path + [key.string])
            if !child.isNull { values[key.string] = child }
        }
        return values
    }

    /// The elements of a list; anything else stands for a list of itself.
    var elements: [FormatNode] {
        guard case .sequence(let elements) = node else { return [self] }
        return elements.enumerated().map { index, element in
            var path = path
            if let last = path.popLast() { path.append("\(last) \(index + 1)") }
            return FormatNode(element, file: file, path: path)
        }
    }

    var isMapping: Bool { node.mapping != nil }

    func string() throws(IngestError) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
            throw error("expected text, found \(kind)", "Write a word or \"quoted text\"")
        }
        return scalar.string
    }

    func flag() throws(IngestError) -> Bool {
        switch try string() {
        case "true": return true
        case "false": return false
        default: throw error("expected true or false, found \(kind)", "Allowed: true, false")
        }
    }

    func number(_ allowed: String, _ isAllowed: (Double) -> Bool) throws(IngestError) -> Double {
        guard let number = Double(try string()), number.isFinite, isAllowed(number) else {
            throw error("\(kind) is not \(allowed)", "Write \(allowed)")
        }
        return number
    }

    func choice<Value>(_ named: [(name: String, value: Value)]) throws(IngestError) -> Value {
        let word = try string()
        guard let found = named.first(where: { $0.name == word }) else {
            throw error("\(kind) is not allowed", "Allowed: \(named.map(\.name).joined(separator: ", "))")
        }
        return found.value
    }

    private var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
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
