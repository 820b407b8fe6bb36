/// Why a recording cannot be read: what is wrong, where, and what to do about it.
public struct IngestError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable, Equatable {
        /// There is nothing to read: exit status 66 (`EX_NOINPUT`).
        case noInput
        /// There is something, but it is not a recording we can trust: exit status 65 (`EX_DATAERR`).
        case badData
    }

    /// File or folder concerned, as the user named it.
    public var file: String
    /// Line concerned (1-based), where one line is to blame.
    public var line: Int?
    public var kind: Kind
    /// What is wrong: one sentence without the file name and without a final full stop.
    public var message: String
    /// What to do: one sentence, without a final full stop.
    public var remedy: String

    public init(file: String, line: Int? = nil, kind: Kind = .badData, message: String, remedy: String) {
        self.file = file
        self.line = line
        self.kind = kind
        self.message = message
        self.remedy = remedy
    }

    /// `file:line: message. Remedy.`
    public var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(message). \(remedy)."
    }
}
