import GRDB
public import Purchases
public import Storage

extension SQLitePurchaseStore: LinkStore {
    public func signingSecret(orKeep candidate: [UInt8]) async throws(StorageError) -> [UInt8] {
        let select = "SELECT secret FROM signing_secret"
        if let kept = try await read({ db in try PreparedStatement(select, in: db).first { $0.text(0) } }) {
            return [UInt8](hexadecimal: kept)
        }
        return try await changeLinks { db in
            // Another process may have been faster.
            try PreparedStatement("INSERT OR IGNORE INTO signing_secret VALUES (1, ?)", in: db).run(candidate.hexadecimal)
            return [UInt8](hexadecimal: try PreparedStatement(select, in: db).first { $0.text(0) } ?? "")
        }
    }

    public func linkGeneration(of user: UserID) async throws(StorageError) -> Int {
        try await read { db in
            try PreparedStatement("SELECT generation FROM link_generation WHERE customer_id = ?", in: db)
                .first(user.rawValue) { Int($0.integer(0)) } ?? 0
        }
    }

    public func isRevoked(_ link: String, of user: UserID) async throws(StorageError) -> Bool {
        try await read { db in
            try PreparedStatement("SELECT 1 FROM revoked_link WHERE customer_id = ? AND link_id = ?", in: db)
                .first(user.rawValue, link) { _ in true } ?? false
        }
    }

    public func revoke(_ link: String, of user: UserID, expiry: Int64, at time: Int64) async throws(StorageError) {
        try await changeLinks { db in
            try PreparedStatement("DELETE FROM revoked_link WHERE customer_id = ? AND expiry <= ?", in: db).run(user.rawValue, time)
            guard expiry > time else { return }
            try PreparedStatement("INSERT OR REPLACE INTO revoked_link VALUES (?, ?, ?)", in: db).run(user.rawValue, link, expiry)
        }
    }

    public func revokeAllLinks(of user: UserID) async throws(StorageError) -> Int {
        try await changeLinks { db in
            try PreparedStatement("DELETE FROM list_share WHERE customer_id = ?", in: db).run(user.rawValue)
            return try PreparedStatement(
                """
                INSERT INTO link_generation VALUES (?, 1) ON CONFLICT DO UPDATE SET generation = generation + 1 RETURNING generation
                """, in: db
            ).first(user.rawValue) { Int($0.integer(0)) } ?? 0
        }
    }

    public func keep(_ share: ListShare, of user: UserID, at time: Int64) async throws -> Bool {
        try await writeDurably { db in
            try PreparedStatement("DELETE FROM list_share WHERE customer_id = ? AND expiry <= ?", in: db).run(user.rawValue, time)
            let isKept =
                try PreparedStatement("SELECT 1 FROM list_share WHERE customer_id = ? AND link_id = ?", in: db)
                .first(user.rawValue, share.id) { _ in true } ?? false
            guard !isKept else { return false }
            let others = try PreparedStatement("SELECT count(*), max(number) FROM list_share WHERE customer_id = ?", in: db)
                .first(user.rawValue) { (count: $0.integer(0), last: $0.integer(1)) }
            guard let others, others.count < Int64(ListShare.countLimit) else { throw ListShareError.tooMany }
            try PreparedStatement("INSERT INTO list_share VALUES (?, ?, ?, ?, ?, ?)", in: db)
                .run(user.rawValue, share.id, others.last + 1, share.role.rawValue, share.creation, share.expiry)
            return true
        }
    }

    public func shares(of user: UserID, at time: Int64) async throws(StorageError) -> [ListShare] {
        try await read { db in
            var shares: [ListShare] = []
            try PreparedStatement(
                """
                SELECT link_id, role, creation, list_share.expiry, revoked_link.link_id IS NOT NULL
                FROM list_share LEFT JOIN revoked_link USING (customer_id, link_id)
                WHERE customer_id = ? AND list_share.expiry > ? ORDER BY number DESC
                """, in: db
            ).forEachRow(user.rawValue, time) { row in
                shares.append(
                    ListShare(
                        // What a newer version of this program lets people do, this one does not.
                        id: row.text(0), role: ListShare.Role(rawValue: row.text(1)) ?? .view, creation: row.integer(2),
                        expiry: row.integer(3), isRevoked: row.integer(4) != 0
                    )
                )
            }
            return shares
        }
    }

    private func changeLinks<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        do { return try await writeDurably(work) } catch let error as StorageError { throw error } catch { throw .cancelled }
    }
}
