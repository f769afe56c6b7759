import GRDB

extension Schema {
    /// What imports did, and what the last of them changed as it was before. `files` has a line for each, as `sha256sum` writes it; times
    /// are in seconds since 1970 UTC. A piece without content was not there.
    static func createImports(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE import_record (
                    number INTEGER NOT NULL PRIMARY KEY, imported INTEGER, files TEXT NOT NULL, rule TEXT NOT NULL,
                    was_empty INTEGER NOT NULL, is_change INTEGER NOT NULL, currency TEXT NOT NULL,
                    new_orders INTEGER NOT NULL, restarted_orders INTEGER NOT NULL, replaced_orders INTEGER NOT NULL,
                    extended_orders INTEGER NOT NULL, unchanged_orders INTEGER NOT NULL,
                    lines INTEGER NOT NULL, known_lines INTEGER NOT NULL, sum_before INTEGER NOT NULL, sum_after INTEGER NOT NULL,
                    undone INTEGER
                ) STRICT;
                CREATE TABLE import_undo (
                    id INTEGER PRIMARY KEY, customer_id TEXT NOT NULL, year INTEGER NOT NULL, content BLOB, UNIQUE (customer_id, year)
                ) STRICT;
                CREATE TABLE import_undo_suggestion (
                    customer_id TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL, item INTEGER NOT NULL,
                    day INTEGER NOT NULL, last_day INTEGER NOT NULL, bought INTEGER NOT NULL,
                    PRIMARY KEY (customer_id, place, kind, item)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
