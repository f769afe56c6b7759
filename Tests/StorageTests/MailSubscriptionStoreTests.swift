import PostgresStorage
import Purchases
import SQLiteStorage
import Storage
import Testing

@Suite struct MailSubscriptionStoreTests {
    enum Kind: CaseIterable, Sendable { case memory, sqlite, postgres }

    private static let terms = MailSubscription.Terms(
        user: UserID(rawValue: "U1"), recipient: "ada@example.org", sender: "shop@example.org", schedule: "monthly 1 08:00 GMT",
        options: "locale=de-DE"
    )

    /// Calls `body` with an empty store of a kind.
    private func with(_ kind: Kind, _ body: (any MailSubscriptionStore) async throws -> Void) async throws {
        switch kind {
        case .memory: try await body(InMemoryMailSubscriptionStore())
        case .sqlite: try await withTemporaryFile { try await body(SQLitePurchaseStore(path: $0)) }
        case .postgres: try await withPostgres { try await body(PostgresPurchaseStore(at: $0)) }
        }
    }

    @Test(arguments: Kind.allCases)
    func `what is added is listed, paused, resumed and removed`(kind: Kind) async throws {
        try await with(kind) { store in
            let one = try await store.addMailSubscription(Self.terms, due: 100)
            let two = try await store.addMailSubscription(Self.terms, due: 200)
            #expect(try await store.mailSubscriptions() == [one, two])
            #expect(try await store.pauseMailSubscription(one.id, because: "bounced")?.pause == "bounced")
            #expect(try await store.claimMail(of: one.id, due: 100, next: 300) == false)
            #expect(try await store.pauseMailSubscription(one.id, because: nil) == one)
            #expect(try await store.pauseMailSubscription(99, because: nil) == nil)
            let removals = [try await store.removeMailSubscription(two.id), try await store.removeMailSubscription(two.id)]
            #expect(removals == [true, false])
            #expect(try await store.mailSubscriptions() == [one])
        }
    }

    @Test(arguments: Kind.allCases)
    func `of many who claim a mail one gets it`(kind: Kind) async throws {
        try await with(kind) { store in
            let subscription = try await store.addMailSubscription(Self.terms, due: 100)
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { try await store.claimMail(of: subscription.id, due: 100, next: 200) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            #expect(try await store.mailSubscriptions().map(\.due) == [200])
        }
    }
}
