import Access
import Hashing
import PostgresStorage
import Purchases
import SQLiteStorage
import Storage
import Testing

/// What every store of keys and accounts promises.
@Suite struct AccessStoreTests {
    enum Kind: CaseIterable, Sendable {
        case memory, sqlite
        case postgres(PostgresRoute)

        static let allCases: [Kind] = [.memory, .sqlite] + PostgresRoute.allCases.map(Kind.postgres)

        /// Calls `body` with an empty store of this kind.
        func withStore(_ body: (any AccessStore) async throws -> Void) async throws {
            switch self {
            case .memory: try await body(InMemoryAccessStore())
            case .sqlite: try await withTemporaryFile { try await body(SQLitePurchaseStore(path: $0)) }
            case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
            }
        }
    }

    private func key(_ id: String, creation: Int64 = 5, expiry: Int64? = nil, scopes: [String] = ["read", "sign:S 7"]) throws -> APIKey {
        APIKey(
            id: id, name: "till “1”", scopes: try scopes.map { try Scope($0) }, digest: SecretDigest(of: id), creation: Timestamp(creation),
            expiry: expiry.map { Timestamp($0) }
        )
    }

    private func account(_ name: String, _ role: Role = .shopper, shopper: String? = "Zo\u{EB}") throws -> Account {
        Account(
            name: try #require(AccountName(name)), role: role, shopper: shopper.map { UserID(rawValue: $0) },
            password: try #require(PasswordHash("$scrypt$ln=4,r=1,p=1$AAAA$\(String(repeating: "A", count: 43))")), creation: Timestamp(9)
        )
    }

    private func session(_ seed: UInt64, of name: AccountName, at time: Int64 = 0) -> Session {
        var generator = SplitMix64(state: seed)
        return Session.make(for: name, at: Timestamp(time), using: &generator).session
    }

    @Test(arguments: Kind.allCases)
    func `keys are kept as they are, the oldest first`(kind: Kind) async throws {
        try await kind.withStore { store in
            let keys = [
                try key("b", creation: 1), try key("a", creation: 2, expiry: 300),
                try key("c", creation: 2, scopes: ["import", "read:U*"]),
            ]
            for key in keys.reversed() { try await store.addKey(key) }
            #expect(try await store.keys() == keys)
            #expect(try await store.key("a") == keys[1])
            #expect(try await store.key("A") == nil)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a key is revoked once, and stays to be seen`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.addKey(key("a"))
            let revocations = [
                try await store.revokeKey("a", at: Timestamp(7)), try await store.revokeKey("a", at: Timestamp(8)),
                try await store.revokeKey("b", at: Timestamp(7)),
            ]
            #expect(revocations == [true, false, false])
            #expect(try await store.keys().map(\.revocation) == [Timestamp(7)])
        }
    }

    @Test(arguments: Kind.allCases)
    func `the day of a key's last use never goes back`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.addKey(key("a"))
            #expect(try await store.key("a")?.lastUse == nil)
            for day in [20_000, 20_005, 20_003] {
                try await store.noteUse(ofKey: "a", on: CalendarDate(dayNumber: day))
                try await store.noteUse(ofKey: "b", on: CalendarDate(dayNumber: day))
            }
            #expect(try await store.key("a")?.lastUse == CalendarDate(dayNumber: 20_005))
        }
    }

    @Test(arguments: Kind.allCases)
    func `a name is given to one account`(kind: Kind) async throws {
        try await kind.withStore { store in
            let (ada, bob) = (try account("ada@example.org"), try account("Bob", .admin, shopper: nil))
            let additions = [
                try await store.addAccount(bob), try await store.addAccount(ada),
                try await store.addAccount(account("ADA@example.org", .admin)),
            ]
            #expect(additions == [true, true, false])
            #expect(try await store.accounts() == [ada, bob])
            #expect(try await store.account(ada.name) == ada)
            #expect(try await store.account(#require(AccountName("eve"))) == nil)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a session is found until it is ended, and renewed`(kind: Kind) async throws {
        try await kind.withStore { store in
            let ada = try account("ada")
            _ = try await store.addAccount(ada)
            let (one, two) = (session(1, of: ada.name), session(2, of: ada.name))
            for session in [one, two] { try await store.addSession(session, at: Timestamp(0)) }
            #expect(try await store.session(one.digest) == SignedInAccount(session: one, account: ada))
            try await store.renewSession(one.digest, until: Timestamp(77))
            #expect(try await store.session(one.digest)?.session.expiry == Timestamp(77))
            try await store.endSession(one.digest)
            try await store.renewSession(one.digest, until: Timestamp(99))
            #expect(try await store.session(one.digest) == nil)
            #expect(try await store.session(two.digest)?.session == two)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a new password and a lock end all sessions of that account, and of no other`(kind: Kind) async throws {
        try await kind.withStore { store in
            let (ada, bob) = (try account("ada"), try account("bob"))
            for account in [ada, bob] { _ = try await store.addAccount(account) }
            let other = session(9, of: bob.name)
            try await store.addSession(other, at: Timestamp(0))

            try await store.addSession(session(1, of: ada.name), at: Timestamp(0))
            let isChanged = try await store.setPassword(.decoy(), of: ada.name)
            #expect(isChanged)
            #expect(try await store.session(session(1, of: ada.name).digest) == nil)
            #expect(try await store.account(ada.name)?.password.description != ada.password.description)

            try await store.addSession(session(2, of: ada.name), at: Timestamp(0))
            let isLocked = try await store.setLocking(Timestamp(50), of: ada.name)
            #expect(isLocked)
            #expect(try await store.session(session(2, of: ada.name).digest) == nil)
            #expect(try await store.account(ada.name)?.locking == Timestamp(50))
            let isUnlocked = try await store.setLocking(nil, of: ada.name)
            #expect(isUnlocked)
            #expect(try await store.account(ada.name)?.isLocked == false)

            #expect(try await store.session(other.digest) != nil)
            let eve = try #require(AccountName("eve"))
            let changes = [
                try await store.setPassword(.decoy(), of: eve), try await store.setLocking(Timestamp(1), of: eve),
                try await store.setLocking(nil, of: eve),
            ]
            #expect(changes == [false, false, false])
        }
    }

    @Test(arguments: Kind.allCases)
    func `an account has so many sessions and no more, and those that are over go first`(kind: Kind) async throws {
        try await kind.withStore { store in
            let ada = try account("ada")
            _ = try await store.addAccount(ada)
            for number in 0..<Session.countLimit + 2 {
                try await store.addSession(session(UInt64(number), of: ada.name, at: Int64(number)), at: Timestamp(0))
            }
            var isKept: [Bool] = []
            for number in [0, 1, 2, Session.countLimit + 1] {
                isKept.append(try await store.session(session(UInt64(number), of: ada.name, at: Int64(number)).digest) != nil)
            }
            #expect(isKept == [false, false, true, true])
            let late = Session.lifetime + 1_000
            try await store.addSession(session(99, of: ada.name, at: late), at: Timestamp(late))
            #expect(try await store.session(session(10, of: ada.name, at: 10).digest) == nil)
            #expect(try await store.session(session(99, of: ada.name, at: late).digest) != nil)
        }
    }
}
