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
}
