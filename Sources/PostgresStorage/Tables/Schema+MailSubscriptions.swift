import SQLStorage

extension Schema {
    /// `due` counts seconds from 1970 UTC; `pause` is NULL while mails are sent. An id is never given twice.
    static let mailSubscriptions = """
        CREATE TABLE mail_subscription (
            customer_id text COLLATE "C" NOT NULL, id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
            recipient text NOT NULL, sender text NOT NULL, schedule text NOT NULL, options text NOT NULL,
            due bigint NOT NULL, pause text,
            PRIMARY KEY (customer_id, id)
        );
        CREATE INDEX mail_subscription_id ON mail_subscription (id);
        """

    /// By which subscriptions are found by the recipient's address (in small letters) and by when they are due.
    static func indexMailSubscriptions(_ connection: Connection) throws {
        try connection.executeAll(
            """
            ALTER TABLE mail_subscription ADD COLUMN recipient_address text COLLATE "C" NOT NULL DEFAULT '';
            CREATE INDEX mail_subscription_by_address ON mail_subscription (recipient_address);
            CREATE INDEX mail_subscription_by_due ON mail_subscription (due, id) WHERE pause IS NULL;
            """
        )
        try PostgresSession(connection: connection).fillRecipientAddresses()
    }
}
