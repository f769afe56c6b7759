import PostgresStorage
import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

/// What every store of suggestions promises.
@Suite struct SuggestionStoreTests {
    enum Kind: CaseIterable, Sendable {
        case memory, sqlite
        case postgres(PostgresRoute)

        static let allCases: [Kind] = [.memory, .sqlite] + PostgresRoute.allCases.map(Kind.postgres)

        /// Calls `body` with an empty store of this kind.
        func withStore(_ body: (any PurchaseStore & SuggestionStore) async throws -> Void) async throws {
            switch self {
            case .memory: try await body(InMemoryPurchaseStore())
            case .sqlite: try await body(SQLitePurchaseStore(path: ":memory:"))
            case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
            }
        }
    }

    private static func shown(
        _ item: String, to user: String = "U1", in place: ShownSuggestion.Place = .list, kind: String = "habit",
        on day: String = "2024-02-01"
    ) -> ShownSuggestion {
        ShownSuggestion(
            to: UserID(rawValue: user), in: place, kind: kind, item: item, on: CalendarDate(day) ?? CalendarDate(dayNumber: 0), for: 14)
    }

    /// A purchase, each in an order of its own.
    private static func bought(_ item: String, on day: String, by user: String = "U1") -> Purchase {
        .sample(user, order: "\(day) \(item)", on: day, item)
    }

    private static func text(_ counts: [SuggestionCount]) -> [String] {
        counts.map { "\($0.place.rawValue) \($0.kind) \($0.shown) \($0.bought) \($0.open)" }
    }

    @Test(arguments: Kind.allCases)
    func `nothing is counted before something was shown`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.keepShown([])
            try await store.add([Self.bought("Milk", on: "2024-01-01")])
            let counts = try await store.suggestionCounts()
            #expect(counts.isEmpty)
        }
    }

    @Test(arguments: Kind.allCases)
    func `what is shown counts once, and as bought when the shopper buys it after that day and within its days`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.add([Self.bought("Milk", on: "2024-02-01"), Self.bought("Tea", on: "2024-02-01", by: "U2")])
            let shown = [
                Self.shown("Milk"), Self.shown("Tea"), Self.shown("Cake", kind: "diversify"), Self.shown("Milk", in: .mail),
                Self.shown("Milk", to: "U2"),
            ]
            try await store.keepShown(shown)
            // The same again, a day later.
            try await store.keepShown([Self.shown("Milk", on: "2024-02-02")])
            var counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list diversify 1 0 1", "list habit 3 0 3", "mail habit 1 0 1"])
            // Another shopper's purchase is none of this one's.
            try await store.add([Self.bought("Milk", on: "2024-02-03"), Self.bought("Cake", on: "2024-02-03", by: "U2")])
            counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list diversify 1 0 1", "list habit 3 1 3", "mail habit 1 1 1"])
            // On its last day, and too late.
            try await store.add([Self.bought("Cake", on: "2024-02-15"), Self.bought("Tea", on: "2024-02-16")])
            counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list diversify 1 1 0", "list habit 3 1 0", "mail habit 1 1 0"])
        }
    }

    @Test(arguments: Kind.allCases)
    func `counts stay when their suggestions are forgotten, and the next time begins anew`(kind: Kind) async throws {
        try await kind.withStore { store in
            for (number, day) in ["2024-01-01", "2024-02-01", "2024-03-01"].enumerated() {
                try await store.keepShown([Self.shown("Milk", on: day)])
                try await store.add([Self.bought(number == 1 ? "Tea" : "Milk", on: day.dropLast() + "3")])
                try await store.add([Self.bought("Other", on: day.dropLast(2) + "28")])
                let counts = try await store.suggestionCounts()
                #expect(Self.text(counts) == ["list habit \(number + 1) \(number == 0 ? 1 : number) 0"])
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `an order that is replaced takes its purchase away`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.keepShown([Self.shown("Milk")])
            try await store.add([.sample(order: "1", on: "2024-02-02", "Milk")])
            var counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list habit 1 1 1"])
            try await store.add([.sample(order: "1", on: "2024-02-02", "Tea")])
            counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list habit 1 0 1"])
            try await store.add([.sample(order: "2", on: "2024-02-03", "Milk", quantity: -1)])
            counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list habit 1 0 1"])
        }
    }

    @Test(arguments: Kind.allCases)
    func `of one shopper so many are kept and no more`(kind: Kind) async throws {
        try await kind.withStore { store in
            for start in stride(from: 0, to: 700, by: 100) {
                try await store.keepShown((start..<start + 100).map { Self.shown("Item \($0)") } + [Self.shown("Item \(start)", to: "U2")])
            }
            let counts = try await store.suggestionCounts()
            #expect(Self.text(counts) == ["list habit 507 0 507"])
        }
    }

    @Test(arguments: Kind.allCases)
    func `constants are kept, change the revision, and are taken back without a trace`(kind: Kind) async throws {
        try await kind.withStore { store in
            try await store.add([.sample()])
            let before = (statistics: try await store.statistics().value, revision: try await store.revision())
            #expect(before.statistics.ranking == .standard)
            let one = RankingConstants(memory: 60, orderDecay: 1, sizeExponent: 0.1, pseudoOrders: 2, usesOrderShare: false)
            try await store.keepRanking(one)
            let during = (statistics: try await store.statistics().value, revision: try await store.revision())
            #expect(during.statistics.ranking == one && during.revision != before.revision)
            try await store.add([.sample(order: "2")])
            let after = try await store.statistics().value
            #expect(after.ranking == one)
            try await store.keepRanking(.standard)
            try await store.keepRanking(nil)
            let fresh = InMemoryPurchaseStore()
            try await fresh.add([.sample(), .sample(order: "2")])
            let end = (statistics: try await store.statistics().value, revision: try await store.revision())
            #expect(await fresh.statistics().value == end.statistics)
            #expect(await fresh.revision() == end.revision)
        }
    }
}
