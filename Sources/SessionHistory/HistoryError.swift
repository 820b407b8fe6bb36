import GRDB

/// Why a history cannot be used: what is wrong, where, and what to do.
public struct HistoryError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// There is no such file.
        case missing
        /// It is no history, or one that this version cannot read.
        case badData
        /// It cannot be created or opened.
        case cannotOpen
        /// It cannot be read or written further: the disk is full, or another process keeps it locked.
        case inputOutput
    }

    /// File as the user named it.
    public var file: String
    public var kind: Kind
    public var message: String
    public var remedy: String

    public init(file: String, kind: Kind, message: String, remedy: String) {
        self.file = file
        self.kind = kind
        self.message = message
        self.remedy = remedy
    }

    /// `file: message. Remedy.`
    public var description: String { "\(file): \(message). \(remedy)." }

    /// What SQLite says, in our words.
    init(_ error: DatabaseError, file: String) {
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .foreign(file)
        case .SQLITE_CORRUPT:
            self.init(
                file: file, kind: .badData, message: "the history is damaged",
                remedy: "Restore a copy, or move it away and score the recordings anew")
        case .SQLITE_CANTOPEN:
            self.init(
                file: file, kind: .cannotOpen, message: "the history cannot be opened or created",
                remedy: "Check the folder and that you may write there")
        case .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                file: file, kind: .cannotOpen, message: "the history may not be written", remedy: "Check who may write to it")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                file: file, kind: .inputOutput, message: "another process keeps the history locked",
                remedy: "Try again when that one has ended")
        case .SQLITE_FULL:
            self.init(file: file, kind: .inputOutput, message: "no space left for the history", remedy: "Make room and run again")
        default:
            self.init(
                file: file, kind: .inputOutput, message: "the history cannot be used: \(error.message ?? "\(error.resultCode)")",
                remedy: "Check the disk and run again")
        }
    }

    static func foreign(_ file: String) -> HistoryError {
        HistoryError(
            file: file, kind: .badData, message: "this is not a history of repcount",
            remedy: "Name the file that batch --history wrote, or a new one")
    }
}
