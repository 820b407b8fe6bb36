import Foundation
import GRDB
import SessionBatch
import SessionModel

/// The part of a history that is one person's: what `batch` looks up and adds to.
public struct PersonStore: SessionStore {
    private let history: History
    /// Empty: not named.
    public let person: String

    public init(_ history: History, person: String) {
        self.history = history
        self.person = person
    }

    public func session(for key: SessionKey) throws -> StoredSession? {
        try history.read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT session.* FROM session JOIN person ON person.id = session.person
                    JOIN plan ON plan.id = session.plan
                    WHERE person.name = ? AND plan.text = ? AND content = ? AND options = ? AND version = ?
                    """, arguments: [person, key.planText, key.content, key.options, key.version]
            ).map(StoredSession.init)
        }
    }

    public func keep(_ session: StoredSession, for key: SessionKey) throws {
        let recording = session.recording
        let paths = JSONValue.array(recording.paths.map(JSONValue.string)).serialized()
        try history.write { database in
            try database.execute(sql: "INSERT OR IGNORE INTO person (name) VALUES (?)", arguments: [person])
            try database.execute(
                sql: "INSERT OR IGNORE INTO plan (name, text) VALUES (?, ?)", arguments: [key.planName, key.planText])
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO session
                    (person, plan, content, options, version, start_s, name, paths, placement, side, place_from_name, json)
                    VALUES ((SELECT id FROM person WHERE name = ?), (SELECT id FROM plan WHERE text = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    person, key.planText, key.content, key.options, key.version, session.startSeconds, recording.name,
                    paths, recording.placement?.rawValue, recording.side?.rawValue, recording.isPlaceFromName, session.json,
                ])
        }
    }
}
