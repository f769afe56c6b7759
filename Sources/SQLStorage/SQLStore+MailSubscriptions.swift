public import Purchases
public import Storage

extension SQLStore {
    public func mailSubscriptions() async throws(StorageError) -> [MailSubscription] {
        try await read { try $0.rows("\(MailSubscription.select) ORDER BY id", read: MailSubscription.init) }
    }

    public func mailSubscriptions(of user: UserID) async throws(StorageError) -> [MailSubscription] {
        try await read { session in
            try session.rows("\(MailSubscription.select) WHERE customer_id = $1 ORDER BY id", user.rawValue, read: MailSubscription.init)
        }
    }

    public func mailSubscriptions(to address: String) async throws(StorageError) -> [MailSubscription] {
        try await read { session in
            try session.rows(
                "\(MailSubscription.select) WHERE recipient_address = $1 ORDER BY id", address.lowercased(),
                read: MailSubscription.init
            )
        }
    }

    public func addMailSubscription(_ terms: MailSubscription.Terms, due: Int64) async throws -> MailSubscription {
        try await write { session in
            let id = try session.first(
                """
                INSERT INTO mail_subscription (customer_id, recipient, recipient_address, sender, schedule, options, due)
                VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
                """, terms.user.rawValue, terms.recipient, terms.recipientAddress, terms.sender, terms.schedule, terms.options, due
            ) { Int($0.integer(0)) }
            return MailSubscription(id: id ?? 0, terms: terms, due: due)
        }
    }

    public func pauseMailSubscription(_ id: Int, because reason: String?) async throws -> MailSubscription? {
        try await write { session in
            try session.first(
                "UPDATE mail_subscription SET pause = $1 WHERE id = $2 RETURNING \(MailSubscription.columns)", reason, id,
                read: MailSubscription.init
            )
        }
    }

    public func removeMailSubscription(_ id: Int) async throws -> Bool {
        try await write { try $0.run("DELETE FROM mail_subscription WHERE id = $1", id) > 0 }
    }

    public func takeDueMails(at time: Int64, until end: Int64, limit: Int) async throws -> [MailSubscription] {
        try await write { session in
            let taken = try session.rows(
                """
                \(MailSubscription.select) WHERE pause IS NULL AND due <= $1 AND (taken_until IS NULL OR taken_until <= $1)
                ORDER BY due, id LIMIT $2 \(Session.lockingFreeRows)
                """, time, max(0, limit), read: MailSubscription.init
            )
            for subscription in taken {
                try session.run("UPDATE mail_subscription SET taken_until = $1 WHERE id = $2", end, subscription.id)
            }
            return taken
        }
    }

    public func giveBackMails(of ids: [Int], takenUntil end: Int64) async throws {
        try await write { session in
            for id in ids { try session.run("UPDATE mail_subscription SET taken_until = NULL WHERE id = $1 AND taken_until = $2", id, end) }
        }
    }

    public func claimMail(of id: Int, due: Int64, next: Int64) async throws -> Bool {
        try await write { session in
            // One statement: of several servers the later ones wait for the row, and then find another date in it.
            try session.run(
                "UPDATE mail_subscription SET due = $1, taken_until = NULL WHERE id = $2 AND due = $3 AND pause IS NULL", next, id, due
            ) > 0
        }
    }
}

extension MailSubscription {
    fileprivate static let columns = "id, customer_id, recipient, sender, schedule, options, due, pause"
    fileprivate static let select = "SELECT \(columns) FROM mail_subscription"

    fileprivate init(_ row: some SQLRow) {
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

extension SQLConnection {
    /// Says of each subscription whose address it goes to, as a database needs in which that was not kept.
    package func fillRecipientAddresses() throws {
        for subscription in try rows(MailSubscription.select, read: MailSubscription.init) {
            try run(
                "UPDATE mail_subscription SET recipient_address = $1 WHERE id = $2", subscription.terms.recipientAddress, subscription.id)
        }
    }
}
