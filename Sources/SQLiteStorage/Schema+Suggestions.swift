import GRDB

extension Schema {
    /// What was shown is kept by the digest of its item, and as a mere count when its days have passed.
    static func createSuggestions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE ranking (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), constants TEXT NOT NULL) STRICT;
                CREATE TABLE shown_suggestion (
                    customer_id TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL, item INTEGER NOT NULL,
                    day INTEGER NOT NULL, last_day INTEGER NOT NULL, bought INTEGER NOT NULL,
                    PRIMARY KEY (customer_id, place, kind, item)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX shown_suggestion_by_last_day ON shown_suggestion (last_day);
                CREATE TABLE suggestion_count (
                    place TEXT NOT NULL, kind TEXT NOT NULL, shown INTEGER NOT NULL, bought INTEGER NOT NULL,
                    PRIMARY KEY (place, kind)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
