import GRDB

/// The tables of a history, and how those of earlier versions become these.
enum HistorySchema {
    /// `application_id` in the header of our files ("repc"), so that no other program's database is taken for one.
    static let applicationID = 0x7265_7063

    /// What leads from one version of the tables to the next; `user_version` in the header says how many have been run.
    static let steps = [
        """
        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE            -- empty: not named
        ) STRICT;
        CREATE TABLE plan (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,                  -- empty: no plan
            text TEXT NOT NULL UNIQUE            -- as a plan file has it
        ) STRICT;
        CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            plan INTEGER NOT NULL REFERENCES plan,
            content TEXT NOT NULL,               -- SHA-256 of the recording
            options TEXT NOT NULL,               -- what else the result depends on
            version TEXT NOT NULL,               -- version that scored it
            start_s REAL,                        -- seconds since 1970; NULL: not known
            name TEXT NOT NULL,                  -- path below the folder it was found in
            paths TEXT NOT NULL,                 -- JSON array
            placement TEXT,
            side TEXT,
            place_from_name INTEGER NOT NULL,
            json TEXT NOT NULL,                  -- repcount.session/1
            UNIQUE (person, plan, content)
        ) STRICT;
        CREATE INDEX session_by_start ON session (person, plan, start_s);
        """
    ]

    /// Makes the tables, or brings them up to date. Of several processes one does it and the others find it done.
    static func prepare(_ database: Database, file: String) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let isNew = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard application == applicationID || (isNew && version == 0 && application == 0) else {
            throw HistoryError.foreign(file)
        }
        guard version <= steps.count else {
            throw HistoryError(
                file: file, kind: .badData, message: "this history was written by a newer version of repcount",
                remedy: "Use that version")
        }
        guard version < steps.count else { return }
        for step in steps[version...] { try database.execute(sql: step) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
    }
}
