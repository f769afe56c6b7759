public import Purchases
public import Storage

extension SQLStore {
    public func signingSecret(orKeep candidate: [UInt8]) async throws(StorageError) -> [UInt8] {
        let select = "SELECT secret FROM signing_secret"
        if let kept = try await read({ try $0.first(select) { $0.text(0) } }) { return [UInt8](hexadecimal: kept) }
        return try await change { session in
            // Another server may have been faster.
            try session.run("INSERT INTO signing_secret (id, secret) VALUES (1, $1) ON CONFLICT DO NOTHING", candidate.hexadecimal)
            return [UInt8](hexadecimal: try session.first(select) { $0.text(0) } ?? "")
        }
    }

    public func linkGeneration(of user: UserID) async throws(StorageError) -> Int {
        try await read { session in
            try session.first("SELECT generation FROM link_generation WHERE customer_id = $1", user.rawValue) { Int($0.integer(0)) } ?? 0
        }
    }

    public func isRevoked(_ link: String, of user: UserID) async throws(StorageError) -> Bool {
        try await read { try $0.finds("SELECT 1 FROM revoked_link WHERE customer_id = $1 AND link_id = $2", user.rawValue, link) }
    }

    public func revoke(_ link: String, of user: UserID, expiry: Int64, at time: Int64) async throws(StorageError) {
        try await change { session in
            try session.run("DELETE FROM revoked_link WHERE customer_id = $1 AND expiry <= $2", user.rawValue, time)
            guard expiry > time else { return }
            try session.run(
                """
                INSERT INTO revoked_link (customer_id, link_id, expiry) VALUES ($1, $2, $3)
                ON CONFLICT (customer_id, link_id) DO UPDATE SET expiry = excluded.expiry
                """, user.rawValue, link, expiry
            )
        }
    }

    public func revokeAllLinks(of user: UserID) async throws(StorageError) -> Int {
        try await change { session in
            try session.run("DELETE FROM list_share WHERE customer_id = $1", user.rawValue)
            return try session.first(
                """
                INSERT INTO link_generation AS kept (customer_id, generation) VALUES ($1, 1)
                ON CONFLICT (customer_id) DO UPDATE SET generation = kept.generation + 1 RETURNING generation
                """, user.rawValue
            ) { Int($0.integer(0)) } ?? 0
        }
    }

    public func keep(_ share: ListShare, of user: UserID, at time: Int64) async throws -> Bool {
        try await write(of: user) { session in
            try session.run("DELETE FROM list_share WHERE customer_id = $1 AND expiry <= $2", user.rawValue, time)
            let isKept = try session.finds("SELECT 1 FROM list_share WHERE customer_id = $1 AND link_id = $2", user.rawValue, share.id)
            guard !isKept else { return false }
            let others = try session.first("SELECT count(*), max(number) FROM list_share WHERE customer_id = $1", user.rawValue) {
                (count: $0.integer(0), last: $0.integer(1))
            }
            guard let others, others.count < Int64(ListShare.countLimit) else { throw ListShareError.tooMany }
            try session.run(
                "INSERT INTO list_share (customer_id, link_id, number, role, creation, expiry) VALUES ($1, $2, $3, $4, $5, $6)",
                user.rawValue, share.id, others.last + 1, share.role.rawValue, share.creation, share.expiry
            )
            return true
        }
    }

    public func shares(of user: UserID, at time: Int64) async throws(StorageError) -> [ListShare] {
        try await readMoment { session in
            let select = "SELECT link_id FROM revoked_link WHERE customer_id = $1"
            let revoked = try Set(session.rows(select, user.rawValue) { ExactText($0.text(0)) })
            return try session.rows(
                """
                SELECT link_id, role, creation, expiry FROM list_share WHERE customer_id = $1 AND expiry > $2 ORDER BY number DESC
                """, user.rawValue, time
            ) { row in
                ListShare(
                    // What a newer version of this program lets people do, this one does not.
                    id: row.text(0), role: ListShare.Role(rawValue: row.text(1)) ?? .view, creation: row.integer(2),
                    expiry: row.integer(3), isRevoked: revoked.contains(ExactText(row.text(0)))
                )
            }
        }
    }
}
