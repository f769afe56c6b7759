import Hashing
import Purchases
import Storage
import Testing

/// What becomes of orders that come again, in every store.
@Suite struct MergeRuleTests {
    /// A line of a log that names no order.
    private static func line(_ date: String, _ item: String, total: Int64 = 2_00) -> Purchase {
        .sample("me", order: "me-\(date)", on: date, item, total: total)
    }

    private static let january = [
        line("2024-01-30", "Rent"), line("2024-01-31", "Milk"), line("2024-01-31", "Milk"), line("2024-01-31", "Tea"),
    ]
    private static let february = [line("2024-01-31", "Milk"), line("2024-01-31", "Coat"), line("2024-02-01", "Bread")]

    @Test(arguments: Backend.allCases, [1, 1_000])
    func `two statements that meet on a day lose nothing, and the same one twice changes nothing`(
        backend: Backend, batchSize: Int
    ) async throws {
        try await backend.withStore { store in
            try await store.add(Self.january, batchSize: batchSize)
            let outcome = try await store.add(Self.february, batchSize: batchSize)
            #expect(try await store.allPurchases(of: "me").map(\.itemName) == ["Rent", "Milk", "Milk", "Tea", "Coat", "Bread"])
            #expect((outcome.newOrders, outcome.extendedOrders, outcome.lines, outcome.knownLines) == (1, 1, 2, 1))
            #expect((outcome.sumBefore, outcome.sumAfter) == (Money(hundredths: 6_00), Money(hundredths: 8_00)))
            let before = try await Snapshot(of: store)
            for log in [Self.february, Self.january, Self.january.reversed()] {
                let again = try await store.add(log, batchSize: batchSize)
                #expect(again.lines == 0 && again.knownLines == log.count && again.newOrders == 0 && again.extendedOrders == 0)
            }
            #expect(try await Snapshot(of: store) == before)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a line is new as often as it comes more often than it is kept`(backend: Backend) async throws {
        try await backend.withStore { store in
            let coffee = Self.line("2024-01-31", "Coffee")
            for (count, kept) in [(2, 2), (1, 2), (3, 3), (3, 3)] {
                try await store.add(Array(repeating: coffee, count: count), batchSize: 1)
                #expect(try await store.allPurchases(of: "me").count == kept)
            }
        }
    }

    @Test(arguments: Backend.allCases, [1, 1_000])
    func `an id that comes again more than 31 days away is another order`(backend: Backend, batchSize: Int) async throws {
        func receipts(_ year: Int) -> [Purchase] {
            [
                .sample(order: "1001", on: "\(year)-03-01", "Coat \(year)"), .sample(order: "1002", on: "\(year)-04-01", "Hat \(year)"),
                .sample(order: "1001", on: "\(year)-03-01", "Scarf \(year)"),
            ]
        }
        try await backend.withStore { store in
            for year in [2023, 2024, 2025] {
                let outcome = try await store.add(receipts(year), batchSize: batchSize)
                #expect(outcome.newOrders == 2 && outcome.restartedOrders == (year == 2023 ? 0 : 2))
            }
            let before = try await Snapshot(of: store)
            #expect(try await store.allPurchases().count == 9)
            for year in [2024, 2023, 2025] {
                let outcome = try await store.add(receipts(year), batchSize: batchSize)
                #expect(outcome.unchangedOrders == 2 && outcome.newOrders == 0)
            }
            #expect(try await Snapshot(of: store) == before)
            let outcome = try await store.add([.sample(order: "1001", on: "2024-04-01", "Gloves")])
            #expect(outcome.replacedOrders == 1 && outcome.changes.map(\.order.rawValue) == ["1001 (2024-03-01)"])
            #expect(
                try await store.allPurchases().map(\.itemName).sorted() == [
                    "Coat 2023", "Coat 2025", "Gloves", "Hat 2023", "Hat 2024", "Hat 2025", "Scarf 2023", "Scarf 2025",
                ])
        }
    }

    @Test(arguments: Backend.allCases)
    func `it can be said that what comes replaces or is added`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.january + [.sample("me", order: "7", on: "2023-01-01", "Lamp")])
            let outcome = try await store.add(
                Self.february + [.sample("me", order: "7", on: "2024-01-01", "Lamp")], ImportSettings(rule: .replace))
            #expect(outcome.replacedOrders == 2 && outcome.newOrders == 1)
            #expect(try await store.allPurchases(of: "me").map(\.itemName) == ["Lamp", "Rent", "Milk", "Coat", "Bread"])
            let added = try await store.add(Self.february, ImportSettings(rule: .add))
            #expect(added.lines == 3 && added.extendedOrders == 2)
            #expect(try await store.allPurchases(of: "me").count == 8)
        }
    }

    @Test(arguments: Backend.allCases, MergeRule.allCases)
    func `a rehearsal says what an import would do, and does nothing`(backend: Backend, rule: MergeRule) async throws {
        try await backend.withStore { store in
            try await store.add(Self.january + [.sample(order: "1", "Milk"), .sample(order: "2", "Tea")])
            let before = try await Snapshot(of: store)
            let log = Self.february + [.sample(order: "1", "Eggs"), .sample(order: "2", "Tea"), .sample(order: "3", "Jam")]
            let said = try await store.add(log, ImportSettings(rule: rule, isRehearsal: true))
            #expect(try await Snapshot(of: store) == before)
            #expect(try await store.add(log, ImportSettings(rule: rule)) == said)
        }
    }
}

/// The same for logs of every shape.
@Suite struct MergingTests {
    /// Lines of few shoppers, orders, days and items, so that ids start anew, days meet and lines come again.
    private static func log(_ random: inout SplitMix64) -> [Purchase] {
        (0..<Int.random(in: 1...60, using: &random)).map { _ in
            let user = ["me", "U\u{e9}", "Ue\u{301}"].randomElement(using: &random) ?? ""
            let month = [1, 2, 8].randomElement(using: &random) ?? 1
            let date = CalendarDate("2024-0\(month)-\(Int.random(in: 10...29, using: &random))") ?? .last
            let order = Bool.random(using: &random) ? "\(user)-\(date)" : "\(Int.random(in: 1...4, using: &random))"
            return Purchase(
                user: UserID(rawValue: user), order: OrderID(rawValue: order), date: date, productID: "P",
                itemName: ["Milk", "Tea", "Coat"].randomElement(using: &random) ?? "",
                brand: ["", "Caf\u{e9}", "Cafe\u{301}"].randomElement(using: &random) ?? "", category: "Food",
                quantity: Quantity(Int.random(in: 1...2, using: &random)), basePrice: UnitPrice(hundredths: 1_00),
                totalPrice: Money(hundredths: Int64.random(in: 1...2, using: &random) * 1_00))
        }
    }

    @Test(arguments: [Backend.sqliteInMemory, .postgres(.direct)])
    func `logs that come one after the other leave in a database what they leave in memory, and are told alike`(
        backend: Backend
    ) async throws {
        var random = SplitMix64(state: 1301)
        for _ in 0..<(backend == .sqliteInMemory ? 12 : 2) {
            let simplest = InMemoryPurchaseStore()
            try await backend.withStore { store in
                for _ in 0..<5 {
                    let log = Self.log(&random)
                    let settings = ImportSettings(rule: MergeRule.allCases.randomElement(using: &random) ?? .standard)
                    let expected = try await simplest.add(log, settings)
                    #expect(try await store.add(log, batchSize: 7, settings) == expected)
                    #expect(try await Snapshot(of: store) == Snapshot(of: simplest))
                }
                #expect(try await store.recount() == 0)
            }
        }
    }
}
