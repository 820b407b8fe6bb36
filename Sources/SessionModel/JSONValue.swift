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
        /// Two spaces a level; whatever fits into 100 columns (bytes of UTF-8) stays on one line.
        case indented
    }

    /// Text of the value, without a final newline.
    public func serialized(_ layout: Layout = .compact) -> String {
        var text: [UInt8] = []
        switch layout {
        case .compact: writeInline(to: &text, comma: ",", colon: ":", atMost: .max)
        case .indented: writeIndented(to: &text, level: 0, column: 0)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let columns = 100

    /// Writes the value on one line, and gives up once `text` is longer than `limit` bytes: values are tried on one line at every level,
    /// and those that do not fit are not written to their end for it.
    /// - Returns: whether all of it was written.
    @discardableResult
    private func writeInline(to text: inout [UInt8], comma: StaticString, colon: StaticString, atMost limit: Int) -> Bool {
        switch self {
        case .null: text.append("null")
        case .bool(let value): text.append(value ? "true" : "false")
        case .integer(let value): text.append(contentsOf: "\(value)".utf8)
        case .number(let value): text.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .string(let value): text.appendLiteral(value)
        case .array(let elements):
            text.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(comma) }
                guard element.writeInline(to: &text, comma: comma, colon: colon, atMost: limit) else { return false }
            }
            text.append(UInt8(ascii: "]"))
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { text.append(comma) }
                text.appendLiteral(member.key)
                text.append(colon)
                guard member.value.writeInline(to: &text, comma: comma, colon: colon, atMost: limit) else { return false }
            }
            text.append(UInt8(ascii: "}"))
        }
        return text.count <= limit
    }

    /// - Parameter column: bytes that stand on the line already.
    private func writeIndented(to text: inout [UInt8], level: Int, column: Int) {
        let start = text.count
        if writeInline(to: &text, comma: ", ", colon: ": ", atMost: start + Self.columns - column) { return }
        switch self {
        case .array(let elements) where !elements.isEmpty:
            text.removeSubrange(start...)
            text.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                text.startLine(level: level + 1, after: index > 0 ? "," : "")
                element.writeIndented(to: &text, level: level + 1, column: 2 * (level + 1))
            }
            text.startLine(level: level)
            text.append(UInt8(ascii: "]"))
        case .object(let members) where !members.isEmpty:
            text.removeSubrange(start...)
            text.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                text.startLine(level: level + 1, after: index > 0 ? "," : "")
                let line = text.count
                text.appendLiteral(member.key)
                text.append(": ")
                member.value.writeIndented(to: &text, level: level + 1, column: 2 * (level + 1) + text.count - line)
            }
            text.startLine(level: level)
            text.append(UInt8(ascii: "}"))
        default: break
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Two spaces a level.
    fileprivate mutating func startLine(level: Int, after sign: StaticString = "") {
        append(sign)
        append(UInt8(ascii: "\n"))
        append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    /// String literal by RFC 8259: quotes, backslashes and control characters escaped, all else as it is.
    fileprivate mutating func appendLiteral(_ text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0...0x1F, 0x7F:
                let digits = String(byte, radix: 16)
                append("\\u00")
                append(contentsOf: (digits.utf8.count < 2 ? "0" + digits : digits).utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
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
