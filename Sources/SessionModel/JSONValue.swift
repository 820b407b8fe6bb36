/// A JSON value whose keys stay in the order they were written, which `JSONEncoder` cannot promise.
///
/// Serialization is deterministic: the same value gives the same bytes on every run and platform.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Printed as the shortest decimal that reads back equal; not-a-number and infinities, which JSON lacks, as `null`.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One key and its value.
    public struct Member: Sendable, Equatable {
        public var key: String
        public var value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// How a value is laid out on lines.
    public enum Layout: Sendable {
        /// One line without spaces: a row of newline-delimited JSON.
        case compact
        /// Two spaces a level; whatever fits into 100 columns stays on one line.
        case indented
    }

    /// Text of the value, without a final newline.
    public func serialized(_ layout: Layout = .compact) -> String {
        switch layout {
        case .compact: inline(comma: ",", colon: ":")
        case .indented: indented(level: 0, column: 0)
        }
    }

    private func inline(comma: String, colon: String) -> String {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return "\(value)"
        case .number(let value): return value.isFinite ? "\(value)" : "null"
        case .string(let value): return Self.quoted(value)
        case .array(let elements):
            return "[" + elements.map { $0.inline(comma: comma, colon: colon) }.joined(separator: comma) + "]"
        case .object(let members):
            let texts = members.map { Self.quoted($0.key) + colon + $0.value.inline(comma: comma, colon: colon) }
            return "{" + texts.joined(separator: comma) + "}"
        }
    }

    private func indented(level: Int, column: Int) -> String {
        let oneLine = inline(comma: ", ", colon: ": ")
        guard column + oneLine.count > 100 else { return oneLine }
        let (open, close, lines): (String, String, [String])
        let indent = String(repeating: "  ", count: level + 1)
        switch self {
        case .array(let elements):
            (open, close) = ("[", "]")
            lines = elements.map { $0.indented(level: level + 1, column: indent.count) }
        case .object(let members):
            (open, close) = ("{", "}")
            lines = members.map { member in
                let key = Self.quoted(member.key) + ": "
                return key + member.value.indented(level: level + 1, column: indent.count + key.count)
            }
        default:
            return oneLine
        }
        let body = lines.map { indent + $0 }.joined(separator: ",\n")
        return "\(open)\n\(body)\n\(indent.dropLast(2))\(close)"
    }

    /// String literal by RFC 8259: quotes, backslashes and control characters escaped, all else as it is.
    private static func quoted(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    /// Members in the order they are written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    public init(stringLiteral value: String) { self = .string(value) }

    /// The string, or `null` when absent.
    public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

    /// The integer, or `null` when absent.
    public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

    /// The number rounded to `decimals` places (3: a millisecond), or `null` when absent.
    public init(_ number: Double?, decimals: Int = 3) {
        guard let number else {
            self = .null
            return
        }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (number * scale).rounded() / scale
        // Beyond 2^53 every number is whole already; adding zero turns -0 into 0.
        self = .number(abs(number) < 1e12 ? rounded + 0 : number)
    }
}

extension JSONValue: Decodable {
    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Decoders give the keys of an object in any order; they are sorted, so that the value does not depend on it.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: AnyKey.self) {
            self = .object(
                try container.allKeys.sorted { $0.stringValue < $1.stringValue }
                    .map { Member($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) })
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else {
            self = .array(try container.decode([JSONValue].self))
        }
    }
}
