import GRDB

extension Schema {
    /// A secret is kept in hexadecimal digits; times are in seconds since 1970 UTC. Shares are counted so as to come in their order.
    static func createLinks(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE signing_secret (
                    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL
                ) STRICT;
                CREATE TABLE link_generation (customer_id TEXT NOT NULL PRIMARY KEY, generation INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE TABLE revoked_link (
                    customer_id TEXT NOT NULL, link_id TEXT NOT NULL, expiry INTEGER NOT NULL,
                    PRIMARY KEY (customer_id, link_id)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE list_share (
                    customer_id TEXT NOT NULL, link_id TEXT NOT NULL, number INTEGER NOT NULL, role TEXT NOT NULL,
                    creation INTEGER NOT NULL, expiry INTEGER NOT NULL,
                    PRIMARY KEY (customer_id, link_id)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
