import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

/// Records of imports, and the last of them undone, in every kind of store.
@Suite(.timeLimit(.minutes(10))) struct ImportUndoTests {
    private static let origin = ImportOrigin(
        files: [.init(name: "a log.csv", digest: String(repeating: "ab", count: 32)), .init(name: "b.csv", digest: nil)],
        time: Timestamp(1_700_000_000), reading: .init(header: "c0", options: "decimal ,\nset customer=U3"))
    private static let now = Timestamp(1_700_000_100)

    /// All that can be asked of a store.
    private struct Answers: Equatable {
        var histories: [UserID: Versioned<[Purchase]>] = [:]
        var logs: [UserID: [Purchase]] = [:]
        var users: [UserID]
        var found: [UserID]
        var statistics: Versioned<ShopStatistics>
        var months: Versioned<[CategoryMonth]>
        var currency: String?

        init(_ store: any PurchaseStore) async throws {
            users = try await store.users(matching: nil, after: nil, limit: 1_000).value
            found = try await store.users(matching: "u", after: nil, limit: 1_000).value
            for user in users {
                histories[user] = try await store.history(of: user)
                logs[user] = try await store.log(of: user).value
            }
            statistics = try await store.statistics()
            months = try await store.categoryMonths()
            currency = try await store.currency()
        }
    }

    private func keep(_ purchases: [Purchase], in store: any PurchaseStore, _ settings: ImportSettings = ImportSettings()) async throws {
        try await store.add(purchases, batchSize: 3, settings)
    }

    private static let first = [
        Purchase.sample("U1", order: "1", "Milk"), .sample("U1", order: "1", "Bread"), .sample("U2", order: "2", "Rice"),
    ]
    /// Orders that come anew, with other lines, and of new shoppers.
    private static let second = [
        Purchase.sample("U1", order: "1", "Cheese"), .sample("U1", order: "3", on: "2024-06-01", "Milk"),
        .sample("U3", order: "9", "Tea"), .sample("Ü4", order: "1", "Tea"),
    ]

    @Test(arguments: Backend.allCases) func `an import is undone as a whole, and nothing can be told from before`(backend: Backend)
        async throws
    {
        try await backend.withStore { store in
            try await keep(Self.first, in: store)
            let before = try await Answers(store)
            try await keep(Self.second, in: store, ImportSettings(currency: "EUR", origin: Self.origin))
            #expect(try await Answers(store) != before)
            let record = try await store.undoLastImport(nil, at: Self.now)
            #expect(record.number == 2 && record.undoing == Self.now && !record.canBeUndone)
            #expect(try await Answers(store) == before)
            #expect(try await store.recount() == 0)
            // The same again gives the same again.
            try await keep(Self.second, in: store)
            let after = try await Answers(store)
            _ = try await store.undoLastImport(3, at: Self.now)
            try await keep(Self.second, in: store)
            #expect(try await Answers(store) == after)
        }
    }

    @Test(arguments: Backend.allCases) func `the first import is undone like any other`(backend: Backend) async throws {
        try await backend.withStore { store in
            let before = try await Answers(store)
            try await keep(Self.first, in: store, ImportSettings(currency: "EUR"))
            _ = try await store.undoLastImport(1, at: Self.now)
            #expect(try await Answers(store) == before)
            #expect(try await store.recount() == 0)
            try await keep(Self.second, in: store)
            #expect(try await store.users(matching: nil, after: nil, limit: 9).value.count == 3)
        }
    }

    @Test(arguments: Backend.allCases) func `only the last import that changed anything can be undone, and once`(backend: Backend)
        async throws
    {
        try await backend.withStore { store in
            await #expect(throws: UndoRefusal.nothing) { try await store.undoLastImport(nil, at: Self.now) }
            try await keep(Self.first, in: store)
            try await keep(Self.second, in: store)
            // A rehearsal is no import, and what changes nothing is none that could be undone.
            try await keep(Self.first, in: store, ImportSettings(isRehearsal: true))
            try await keep(Self.second, in: store)
            #expect(try await store.imports(before: nil, limit: 9).map(\.canBeUndone) == [false, true, false])
            await #expect(throws: UndoRefusal.notTheLast(number: 1, last: 2)) { try await store.undoLastImport(1, at: Self.now) }
            _ = try await store.undoLastImport(2, at: Self.now)
            await #expect(throws: UndoRefusal.undoneAlready(number: 2)) { try await store.undoLastImport(nil, at: Self.now) }
            #expect(try await store.imports(before: nil, limit: 9).map(\.undoing) == [nil, Self.now, nil])
        }
    }

    @Test(arguments: Backend.allCases) func `a record says when, what and how much`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await keep(Self.first, in: store)
            try await keep(Self.second, in: store, ImportSettings(rule: .replace, currency: "EUR", origin: Self.origin))
            let records = try await store.imports(before: nil, limit: 9)
            #expect(records.map(\.number) == [2, 1])
            let record = try #require(records.first)
            #expect(record.time == Self.origin.time && record.files == Self.origin.files && record.rule == .replace)
            #expect(record.outcome.newOrders == 3 && record.outcome.replacedOrders == 1 && record.outcome.lines == 4)
            #expect(record.namedCurrency == "EUR" && record.outcome.sumBefore != record.outcome.sumAfter)
            #expect(records.last?.time == nil && records.last?.files == [])
            #expect(record.reading == Self.origin.reading && records.last?.reading == nil)
            // How a log was read may name who is forgotten.
            _ = try await store.forget(UserID(rawValue: "U1"))
            #expect(try await store.imports(before: nil, limit: 1).first?.reading == Self.origin.reading)
            _ = try await store.forget(UserID(rawValue: "U3"))
            #expect(try await store.imports(before: nil, limit: 1).first?.reading == nil)
            #expect(try await store.imports(before: 2, limit: 9).map(\.number) == [1])
            #expect(try await store.imports(before: nil, limit: 1).map(\.number) == [2])
        }
    }

    @Test(arguments: Backend.allCases) func `who was forgotten does not come back`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await keep(Self.first, in: store)
            try await keep(Self.second, in: store)
            _ = try await store.forget(UserID(rawValue: "U1"))
            _ = try await store.undoLastImport(nil, at: Self.now)
            #expect(try await store.users(matching: nil, after: nil, limit: 9).value == [UserID(rawValue: "U2")])
            #expect(try await store.recount() == 0)
        }
    }

    @Test func `many new shoppers are taken out of the index again`() async throws {
        let store = try SQLitePurchaseStore(path: ":memory:")
        try await keep(Self.first, in: store)
        let before = try await Answers(store)
        try await keep((0..<1_200).map { Purchase.sample("new-\($0)", order: "1", "Tea") }, in: store)
        _ = try await store.undoLastImport(nil, at: Self.now)
        #expect(try await Answers(store) == before)
        #expect(try await store.users(matching: "new", after: nil, limit: 9).value.isEmpty)
    }
}
