import GRDB
import Purchases
public import Storage

extension SQLitePurchaseStore: MailSubscriptionStore {
    public func mailSubscriptions() async throws(StorageError) -> [MailSubscription] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM mail_subscription ORDER BY id").map(MailSubscription.init)
        }
    }

    public func addMailSubscription(_ terms: MailSubscription.Terms, due: Int64) async throws -> MailSubscription {
        try await writeDurably { db in
            try db.execute(
                sql: "INSERT INTO mail_subscription (customer_id, recipient, sender, schedule, options, due) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [terms.user.rawValue, terms.recipient, terms.sender, terms.schedule, terms.options, due]
            )
            return MailSubscription(id: Int(db.lastInsertedRowID), terms: terms, due: due)
        }
    }

    public func pauseMailSubscription(_ id: Int, because reason: String?) async throws -> MailSubscription? {
        try await writeDurably { db in
            try db.execute(sql: "UPDATE mail_subscription SET pause = ? WHERE id = ?", arguments: [reason, id])
            return try Row.fetchOne(db, sql: "SELECT * FROM mail_subscription WHERE id = ?", arguments: [id]).map(MailSubscription.init)
        }
    }

    public func removeMailSubscription(_ id: Int) async throws -> Bool {
        try await writeDurably { db in
            try db.execute(sql: "DELETE FROM mail_subscription WHERE id = ?", arguments: [id])
            return db.changesCount > 0
        }
    }

    public func claimMail(of id: Int, due: Int64, next: Int64) async throws -> Bool {
        try await writeDurably { db in
            // One statement, so that no other server can come between the comparison and the change.
            try db.execute(
                sql: "UPDATE mail_subscription SET due = ? WHERE id = ? AND due = ? AND pause IS NULL", arguments: [next, id, due]
            )
            return db.changesCount > 0
        }
    }
}

extension MailSubscription {
    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"],
            terms: Terms(
                user: UserID(rawValue: row["customer_id"]), recipient: row["recipient"], sender: row["sender"], schedule: row["schedule"],
                options: row["options"]
            ),
            due: row["due"], pause: row["pause"]
        )
    }
}
