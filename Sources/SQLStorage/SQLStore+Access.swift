public import Access
public import Purchases
public import Storage

extension SQLStore {
    public func addKey(_ key: APIKey) async throws(StorageError) {
        _ = try await changes(
            "INSERT INTO api_key (\(APIKey.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", key.id, key.name, key.storedScopes,
            key.digest.stored, key.creation.secondsSince1970, key.expiry?.secondsSince1970, key.revocation?.secondsSince1970,
            key.lastUse?.dayNumber
        )
    }

    public func key(_ id: String) async throws(StorageError) -> APIKey? {
        try await read { try $0.first("SELECT \(APIKey.columns) FROM api_key WHERE id = $1", id, read: APIKey.init) }
    }

    public func keys() async throws(StorageError) -> [APIKey] {
        try await read { try $0.rows("SELECT \(APIKey.columns) FROM api_key ORDER BY creation, id", read: APIKey.init) }
    }

    public func revokeKey(_ id: String, at time: Timestamp) async throws(StorageError) -> Bool {
        try await changes("UPDATE api_key SET revocation = $1 WHERE id = $2 AND revocation IS NULL", time.secondsSince1970, id)
    }

    public func noteUse(ofKey id: String, on day: CalendarDate) async throws(StorageError) {
        _ = try await changes(
            "UPDATE api_key SET last_use = $1 WHERE id = $2 AND (last_use IS NULL OR last_use < $1)", day.dayNumber, id
        )
    }

    public func addAccount(_ account: Account) async throws(StorageError) -> Bool {
        try await changes(
            """
            INSERT INTO account (name, role, customer_id, password, locking, creation) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """, account.name.text, account.role.rawValue, account.shopper?.rawValue, account.password.description,
            account.locking?.secondsSince1970, account.creation.secondsSince1970
        )
    }

    public func account(_ name: AccountName) async throws(StorageError) -> Account? {
        try await read { session in
            try session.rows("SELECT \(Account.columns) FROM account WHERE name = $1", name.text) { Account($0) }.first ?? nil
        }
    }

    public func accounts() async throws(StorageError) -> [Account] {
        try await read { session in
            try session.rows("SELECT \(Account.columns) FROM account ORDER BY name") { Account($0) }.compactMap { $0 }
        }
    }

    public func setPassword(_ password: PasswordHash, of name: AccountName) async throws(StorageError) -> Bool {
        try await change { session in
            try session.run("DELETE FROM session WHERE account = $1", name.text)
            return try session.run("UPDATE account SET password = $1 WHERE name = $2", password.description, name.text) > 0
        }
    }

    public func setLocking(_ time: Timestamp?, of name: AccountName) async throws(StorageError) -> Bool {
        try await change { session in
            if time != nil { try session.run("DELETE FROM session WHERE account = $1", name.text) }
            return try session.run("UPDATE account SET locking = $1 WHERE name = $2", time?.secondsSince1970, name.text) > 0
        }
    }

    public func addSession(_ session: Access.Session, at time: Timestamp) async throws(StorageError) {
        try await change { connection in
            try connection.run(
                "DELETE FROM session WHERE account = $1 AND expiry <= $2", session.account.text, time.secondsSince1970
            )
            try connection.run(
                """
                DELETE FROM session WHERE account = $1
                AND digest NOT IN (SELECT digest FROM session WHERE account = $1 ORDER BY expiry DESC LIMIT $2)
                """, session.account.text, Access.Session.countLimit - 1
            )
            try connection.run(
                "INSERT INTO session (digest, account, expiry) VALUES ($1, $2, $3)", session.digest.stored, session.account.text,
                session.expiry.secondsSince1970
            )
        }
    }

    public func session(_ digest: SecretDigest) async throws(StorageError) -> SignedInAccount? {
        try await read { connection in
            try connection.rows(
                "SELECT \(Account.columns), session.expiry FROM session JOIN account ON account.name = session.account WHERE digest = $1",
                digest.stored
            ) { row -> SignedInAccount? in
                guard let account = Account(row) else { return nil }
                let session = Access.Session(digest: digest, account: account.name, expiry: Timestamp(row.integer(6)))
                return SignedInAccount(session: session, account: account)
            }.first ?? nil
        }
    }

    public func renewSession(_ digest: SecretDigest, until expiry: Timestamp) async throws(StorageError) {
        _ = try await changes("UPDATE session SET expiry = $1 WHERE digest = $2", expiry.secondsSince1970, digest.stored)
    }

    public func endSession(_ digest: SecretDigest) async throws(StorageError) {
        _ = try await changes("DELETE FROM session WHERE digest = $1", digest.stored)
    }

    /// Runs one statement, and returns whether it changed anything.
    private func changes(_ sql: String, _ values: any SQLParameter...) async throws(StorageError) -> Bool {
        let values = values.map(\.sqlValue)
        return try await change { try $0.execute(sql, values) { _ in true } > 0 }
    }
}

extension SQLRow {
    fileprivate func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
}

extension APIKey {
    fileprivate static let columns = "id, name, scopes, digest, creation, expiry, revocation, last_use"

    fileprivate init(_ row: some SQLRow) {
        self.init(
            id: row.text(0), name: row.text(1), storedScopes: row.text(2), storedDigest: row.text(3), creation: row.integer(4),
            expiry: row.optionalInteger(5), revocation: row.optionalInteger(6), lastUse: row.optionalInteger(7)
        )
    }
}

extension Account {
    fileprivate static let columns = """
        account.name, account.role, account.customer_id, account.password, account.locking, account.creation
        """

    fileprivate init?(_ row: some SQLRow) {
        self.init(
            name: row.text(0), role: row.text(1), shopper: row.isNull(2) ? nil : row.text(2), password: row.text(3),
            locking: row.optionalInteger(4), creation: row.integer(5)
        )
    }
}
