import Purchases
public import Storage

extension PostgresPurchaseStore: MailSubscriptionStore {
    private static let columns = "id, customer_id, recipient, sender, schedule, options, due, pause"

    public func mailSubscriptions() async throws(StorageError) -> [MailSubscription] {
        try await read { try $0.rows("SELECT \(Self.columns) FROM mail_subscription ORDER BY id", read: MailSubscription.init) }
    }

    public func addMailSubscription(_ terms: MailSubscription.Terms, due: Int64) async throws -> MailSubscription {
        try await write { connection in
            let id = try connection.first(
                """
                INSERT INTO mail_subscription (customer_id, recipient, sender, schedule, options, due) VALUES ($1, $2, $3, $4, $5, $6)
                RETURNING id
                """, terms.user.rawValue, terms.recipient, terms.sender, terms.schedule, terms.options, due
            ) { Int($0.integer(0)) }
            return MailSubscription(id: id ?? 0, terms: terms, due: due)
        }
    }

    public func pauseMailSubscription(_ id: Int, because reason: String?) async throws -> MailSubscription? {
        try await write { connection in
            try connection.first(
                "UPDATE mail_subscription SET pause = $1 WHERE id = $2 RETURNING \(Self.columns)", reason, Int64(id),
                read: MailSubscription.init
            )
        }
    }

    public func removeMailSubscription(_ id: Int) async throws -> Bool {
        try await write { try $0.run("DELETE FROM mail_subscription WHERE id = $1", Int64(id)) > 0 }
    }

    public func claimMail(of id: Int, due: Int64, next: Int64) async throws -> Bool {
        try await write { connection in
            // One statement: of several servers the later ones wait for the row, and then find another date in it.
            try connection.run(
                "UPDATE mail_subscription SET due = $1 WHERE id = $2 AND due = $3 AND pause IS NULL", next, Int64(id), due
            ) > 0
        }
    }
}

extension MailSubscription {
    fileprivate init(_ row: PostgresRow) {
        self.init(
            id: Int(row.integer(0)),
            terms: Terms(
                user: UserID(rawValue: row.text(1)), recipient: row.text(2), sender: row.text(3), schedule: row.text(4),
                options: row.text(5)
            ),
            due: row.integer(6), pause: row.isNull(7) ? nil : row.text(7)
        )
    }
}
