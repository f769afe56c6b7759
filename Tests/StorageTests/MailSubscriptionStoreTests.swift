import PostgresStorage
import Purchases
import SQLiteStorage
import Storage
import Testing

@Suite struct MailSubscriptionStoreTests {
    enum Kind: CaseIterable, Sendable {
        case memory, sqlite
        case postgres(PostgresRoute)

        static let allCases: [Kind] = [.memory, .sqlite] + PostgresRoute.allCases.map(Kind.postgres)
    }

    private static let terms = MailSubscription.Terms(
        user: UserID(rawValue: "U1"), recipient: "ada@example.org", sender: "shop@example.org", schedule: "monthly 1 08:00 GMT",
        options: "locale=de-DE"
    )

    /// Calls `body` with an empty store of a kind.
    private func with(_ kind: Kind, _ body: (any MailSubscriptionStore) async throws -> Void) async throws {
        switch kind {
        case .memory: try await body(InMemoryMailSubscriptionStore())
        case .sqlite: try await withTemporaryFile { try await body(SQLitePurchaseStore(path: $0)) }
        case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
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
    func `subscriptions are asked for by shopper, by address and by when they are due`(kind: Kind) async throws {
        func terms(_ user: String, _ recipient: String) -> MailSubscription.Terms {
            var terms = Self.terms
            terms.user = UserID(rawValue: user)
            terms.recipient = recipient
            return terms
        }
        try await with(kind) { store in
            let one = try await store.addMailSubscription(terms("U1", "Ada <Ada@Example.org>"), due: 300)
            let two = try await store.addMailSubscription(terms("u1", "ada@example.org"), due: 100)
            let three = try await store.addMailSubscription(terms("U1", "ada@example.org.uk"), due: 200)
            let four = try await store.addMailSubscription(terms("U2", "“<ada@example.org>” <eve@example.org>"), due: 200)
            #expect(try await store.mailSubscriptions(of: UserID(rawValue: "U1")) == [one, three])
            #expect(try await store.mailSubscriptions(of: UserID(rawValue: "U")) == [])
            #expect(try await store.mailSubscriptions(to: "ADA@example.org") == [one, two])
            #expect(try await store.mailSubscriptions(to: "eve@example.org") == [four])
            // Nothing is in anybody's hand for longer than it is taken for.
            #expect(try await store.takeDueMails(at: 299, until: 299, limit: 10) == [two, three, four])
            #expect(try await store.takeDueMails(at: 300, until: 300, limit: 2) == [two, three])
            #expect(try await store.takeDueMails(at: 300, until: 300, limit: 0) == [])
            _ = try await store.pauseMailSubscription(two.id, because: "bounced")
            #expect(try await store.takeDueMails(at: 300, until: 300, limit: 10) == [three, four, one])
        }
    }

    @Test(arguments: Kind.allCases)
    func `what one has in hand no other gets until it is given back, claimed or so much time has passed`(kind: Kind) async throws {
        try await with(kind) { store in
            var all: [MailSubscription] = []
            for _ in 0..<4 { all.append(try await store.addMailSubscription(Self.terms, due: 100)) }
            #expect(try await store.takeDueMails(at: 100, until: 130, limit: 3) == Array(all[..<3]))
            #expect(try await store.takeDueMails(at: 100, until: 130, limit: 3) == [all[3]])
            try await store.giveBackMails(of: [all[3].id], takenUntil: 131)
            #expect(try await store.takeDueMails(at: 129, until: 150, limit: 3) == [])
            try await store.giveBackMails(of: [all[2].id], takenUntil: 130)
            #expect(try await store.takeDueMails(at: 129, until: 150, limit: 3) == [all[2]])
            #expect(try await store.claimMail(of: all[1].id, due: 100, next: 110))
            #expect(try await store.claimMail(of: all[1].id, due: 100, next: 110) == false)
            #expect(try await store.takeDueMails(at: 129, until: 150, limit: 3).map(\.due) == [110])
            #expect(try await store.takeDueMails(at: 130, until: 150, limit: 3) == [all[0], all[3]])
        }
    }

    @Test(arguments: Kind.allCases)
    func `many who take what is due share it out`(kind: Kind) async throws {
        try await with(kind) { store in
            for _ in 0..<60 { _ = try await store.addMailSubscription(Self.terms, due: 100) }
            let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        var ids: [Int] = []
                        while case let next = try await store.takeDueMails(at: 100, until: 200, limit: 4), !next.isEmpty {
                            ids += next.map(\.id)
                        }
                        return ids
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(taken).count == taken.count)
            // Whoever finds all that is left being taken at that moment goes without; the next round has it.
            let left = try await store.takeDueMails(at: 100, until: 200, limit: 60).count
            #expect(taken.count + left == 60)
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
