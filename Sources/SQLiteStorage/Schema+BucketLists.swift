import GRDB

extension Schema {
    /// Every version of a list that is kept, each whole. `base` is NULL where an undo leads nowhere.
    static func createBucketLists(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE bucket_list (
                    customer_id TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, time INTEGER NOT NULL,
                    items INTEGER NOT NULL, base INTEGER, next_id INTEGER NOT NULL,
                    PRIMARY KEY (customer_id, version)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE bucket_list_item (
                    customer_id TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
                    id INTEGER NOT NULL, item TEXT NOT NULL, category TEXT NOT NULL, price INTEGER, reason TEXT NOT NULL,
                    checked INTEGER NOT NULL, due INTEGER,
                    PRIMARY KEY (customer_id, version, position)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
