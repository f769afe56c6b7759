import GRDB
import SQLStorage

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

    /// By which subscriptions are found by shopper, by the recipient's address (in small letters) and by when they are due.
    static func indexMailSubscriptions(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE mail_subscription ADD COLUMN recipient_address TEXT NOT NULL DEFAULT '';
                CREATE INDEX mail_subscription_of_customer ON mail_subscription (customer_id);
                CREATE INDEX mail_subscription_by_address ON mail_subscription (recipient_address);
                CREATE INDEX mail_subscription_by_due ON mail_subscription (due, id) WHERE pause IS NULL;
                """
        )
        try SQLiteSession(db: db).fillRecipientAddresses()
    }
}
