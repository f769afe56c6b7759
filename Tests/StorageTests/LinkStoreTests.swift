import PostgresStorage
import Purchases
import SQLiteStorage
import Storage
import Testing

/// What every store of links promises.
@Suite struct LinkStoreTests {
    enum Kind: CaseIterable, Sendable {
        case memory, sqlite
        case postgres(PostgresRoute)

        static let allCases: [Kind] = [.memory, .sqlite] + PostgresRoute.allCases.map(Kind.postgres)

        /// Calls `body` with an empty store of this kind.
        func withStore(_ body: (any LinkStore) async throws -> Void) async throws {
            switch self {
            case .memory: try await body(InMemoryLinkStore())
            case .sqlite: try await body(SQLitePurchaseStore(path: ":memory:"))
            case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
            }
        }
    }

    private let one = UserID(rawValue: "U1")
    private let other = UserID(rawValue: "U2")

    @Test(arguments: Kind.allCases)
    func `the first secret is kept`(kind: Kind) async throws {
        try await kind.withStore { store in
            let first = try await store.signingSecret(orKeep: [0, 1, 0xab, 0xff])
            let second = try await store.signingSecret(orKeep: [9])
            #expect(first == [0, 1, 0xab, 0xff])
            #expect(second == first)
        }
    }

    @Test(arguments: Kind.allCases)
    func `one link of one shopper is withdrawn, until it has expired anyway`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.revoke("a", of: one, expiry: 100, at: 0)
            let isRevoked = try await store.isRevoked("a", of: one)
            #expect(isRevoked)
            let others = [try await store.isRevoked("b", of: one), try await store.isRevoked("a", of: other)]
            #expect(others == [false, false])
            try await store.revoke("b", of: one, expiry: 300, at: 100)
            let later = [try await store.isRevoked("a", of: one), try await store.isRevoked("b", of: one)]
            #expect(later == [false, true])
        }
    }

    @Test(arguments: Kind.allCases)
    func `all links of one shopper are withdrawn by counting`(kind: Kind) async throws {
        try await kind.withStore { store in
            for number in 1...3 {
                let generation = try await store.revokeAllLinks(of: one)
                #expect(generation == number)
            }
            let generations = [try await store.linkGeneration(of: one), try await store.linkGeneration(of: other)]
            #expect(generations == [3, 0])
        }
    }

    @Test(arguments: Kind.allCases)
    func `shares come newest first, know whether they were withdrawn, and go when they expire`(kind: Kind) async throws {
        try await kind.withStore { store in
            let shares = (0..<3).map { ListShare(id: "s\($0)", role: $0 == 1 ? .edit : .view, creation: 5, expiry: 100 + Int64($0)) }
            for share in shares {
                let isNew = try await store.keep(share, of: one, at: 5)
                #expect(isNew)
            }
            let isNew = try await store.keep(shares[0], of: one, at: 5)
            #expect(!isNew)
            try await store.revoke("s1", of: one, expiry: 101, at: 6)
            let kept = try await store.shares(of: one, at: 100)
            #expect(kept.map(\.id) == ["s2", "s1"])
            #expect(kept.map(\.isRevoked) == [false, true])
            #expect(kept.map(\.role) == [.view, .edit])
            let none = try await store.shares(of: other, at: 0)
            #expect(none == [])
            try await store.revokeAllLinks(of: one)
            let rest = try await store.shares(of: one, at: 0)
            #expect(rest == [])
        }
    }

    @Test(arguments: Kind.allCases)
    func `a list has so many shares and no more`(kind: Kind) async throws {
        try await kind.withStore { store in
            for number in 0..<ListShare.countLimit {
                _ = try await store.keep(ListShare(id: "\(number)", role: .view, creation: 0, expiry: 10), of: one, at: 0)
            }
            let more = ListShare(id: "more", role: .view, creation: 0, expiry: 20)
            await #expect(throws: ListShareError.tooMany) { try await store.keep(more, of: one, at: 9) }
            let isNew = try await store.keep(more, of: one, at: 10)
            #expect(isNew)
        }
    }
}
