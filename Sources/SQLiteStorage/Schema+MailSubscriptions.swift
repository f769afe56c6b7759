import GRDB

extension Schema {
    /// `due` counts seconds from 1970 UTC; `pause` is NULL while mails are sent. An id is never given twice.
    static func createMailSubscriptions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE mail_subscription (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    customer_id TEXT NOT NULL, recipient TEXT NOT NULL, sender TEXT NOT NULL, schedule TEXT NOT NULL, options TEXT NOT NULL,
                    due INTEGER NOT NULL, pause TEXT
                ) STRICT;
                """
        )
    }
}
