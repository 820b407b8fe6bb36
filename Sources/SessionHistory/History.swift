import Foundation
import GRDB
import Motion
import SessionBatch

/// Results of earlier runs in one SQLite file: what was scored, under which plan, by which version, of whom.
///
/// Each result is a transaction of its own in write-ahead mode: several processes may work with one file, and whichever
/// is killed at whatever moment leaves every result it had kept, and no half one.
public struct History: Sendable {
    public let path: String
    private let database: DatabasePool

    /// Seconds to wait for another process to finish its write.
    private static let busySeconds = 60.0

    /// Opens a history; creates it where there is none.
    ///
    /// - Parameter mustExist: whether a missing file is an error instead.
    /// - Throws: `HistoryError` for a file that is not there, is something else, or is locked for long.
    public init(path: String, mustExist: Bool = false) throws {
        self.path = path
        if mustExist, !FileManager.default.fileExists(atPath: path) {
            throw HistoryError(
                file: path, kind: .missing, message: "there is no such file", remedy: "Name the file that batch --history wrote")
        }
        try Self.refuseOther(path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.busySeconds)
        configuration.prepareDatabase { database in
            // In write-ahead mode, a killed process loses nothing by this; only a power cut may take the last results.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        database = try Self.translating(path) {
            let database = try Self.open(path, configuration)
            try database.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try HistorySchema.prepare(database, file: path)
                    return .commit
                }
            }
            return database
        }
    }

    /// A file that is no database must not be touched at all.
    private static func refuseOther(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { return }
        defer { try? handle.close() }
        guard let head = try? handle.read(upToCount: 16), !head.isEmpty else { return }
        guard head == Data("SQLite format 3\0".utf8) else { throw HistoryError.foreign(path) }
    }

    /// Going over to write-ahead mode takes a lock that SQLite does not wait for; who comes second tries again.
    private static func open(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
        for _ in 0..<50 {
            do {
                return try DatabasePool(path: path, configuration: configuration)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
        return try DatabasePool(path: path, configuration: configuration)
    }

    private static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw HistoryError(error, file: path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.translating(path) { try database.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.translating(path) { try database.write(body) }
    }

    // MARK: People and plans

    /// A plan that sessions were compared with.
    public struct KnownPlan: Sendable, Equatable {
        /// Empty, as is its text, where there was no plan.
        public var name: String
        /// As a plan file has it.
        public var text: String
    }

    /// Names of the people with sessions, in order; the empty name is that of sessions without one.
    public func people() throws -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                sql: "SELECT name FROM person WHERE EXISTS (SELECT 1 FROM session WHERE person = person.id) ORDER BY name")
        }
    }

    /// Plans a person's sessions were compared with; the one used last comes first.
    public func plans(of person: String) throws -> [KnownPlan] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT plan.name, plan.text FROM session JOIN plan ON plan.id = session.plan
                    JOIN person ON person.id = session.person WHERE person.name = ?
                    GROUP BY plan.id ORDER BY max(session.id) DESC
                    """, arguments: [person]
            ).map { KnownPlan(name: $0["name"], text: $0["text"]) }
        }
    }

    // MARK: Sessions

    /// A person's sessions under one plan, in order of time, then of name; those without a time come last.
    ///
    /// - Parameter within: seconds since 1970 at which they began; `nil` for all.
    public func sessions(
        of person: String, planText: String, within: Range<Double>? = nil
    ) throws -> [(session: StoredSession, content: String)] {
        try read { database in
            let limit = within == nil ? "" : "AND session.start_s >= ? AND session.start_s < ?"
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT session.* FROM session JOIN plan ON plan.id = session.plan
                    JOIN person ON person.id = session.person WHERE person.name = ? AND plan.text = ? \(limit)
                    ORDER BY session.start_s IS NULL, session.start_s, session.name, session.content
                    """,
                arguments: StatementArguments([person, planText]) + StatementArguments(within.map { [$0.lowerBound, $0.upperBound] } ?? []))
            return try rows.map { (try StoredSession($0), $0["content"]) }
        }
    }

    /// Hands out all sessions as lines of JSON, by person, then in order of time.
    ///
    /// - Parameter person: `nil` for everybody.
    public func export(of person: String?, _ line: (String) throws -> Void) throws {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT session.json FROM session JOIN person ON person.id = session.person
                    JOIN plan ON plan.id = session.plan WHERE ? IS NULL OR person.name = ?
                    ORDER BY person.name, session.start_s IS NULL, session.start_s, session.name, plan.name, session.content
                    """, arguments: [person, person])
            while let row = try rows.next() { try line(row["json"]) }
        }
    }

    /// Deletes everything of a person, and overwrites it, so that nothing of it stays in the file.
    ///
    /// - Returns: how many sessions there were.
    public func delete(person: String) throws -> Int {
        let count = try Self.translating(path) {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA secure_delete = ON")
                var count = 0
                try database.inTransaction(.immediate) {
                    count = try Int.fetchOne(
                        database,
                        sql: "SELECT count(*) FROM session JOIN person ON person.id = session.person WHERE person.name = ?",
                        arguments: [person]) ?? 0
                    try database.execute(sql: "DELETE FROM person WHERE name = ?", arguments: [person])
                    try database.execute(sql: "DELETE FROM plan WHERE id NOT IN (SELECT plan FROM session)")
                    return .commit
                }
                try database.execute(sql: "VACUUM")
                _ = try database.checkpoint(.truncate)
                return count
            }
        }
        return count
    }
}

extension StoredSession {
    init(_ row: Row) throws {
        let paths: String = row["paths"]
        self.init(
            json: row["json"],
            recording: BatchRecording(
                paths: try JSONDecoder().decode([String].self, from: Data(paths.utf8)), name: row["name"],
                placement: (row["placement"] as String?).flatMap(Placement.init), side: (row["side"] as String?).flatMap(Side.init),
                isPlaceFromName: row["place_from_name"]),
            startSeconds: row["start_s"])
    }
}
