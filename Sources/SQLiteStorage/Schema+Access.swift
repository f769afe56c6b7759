import GRDB

extension Schema {
    /// Digests are in hexadecimal digits, scopes each in a line; times are in seconds since 1970 UTC, the last use is a day.
    static func createAccess(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE api_key (
                    id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, scopes TEXT NOT NULL, digest TEXT NOT NULL,
                    creation INTEGER NOT NULL, expiry INTEGER, revocation INTEGER, last_use INTEGER
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE account (
                    name TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, customer_id TEXT, password TEXT NOT NULL,
                    locking INTEGER, creation INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE session (
                    digest TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, expiry INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX session_account ON session (account, expiry);
                """
        )
    }
}
