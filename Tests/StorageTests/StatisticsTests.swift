import Foundation
import GRDB
import Hashing
import Purchases
@testable import SQLiteStorage
import SQLStorage
import Storage
import Testing

/// What every store says of all shoppers together.
@Suite struct StatisticsTests {
    /// Lines of few shoppers, orders and items, so that they meet.
    private static func random(seed: UInt64, lines: Int) -> [Purchase] {
        var random = SplitMix64(state: seed)
        return (0..<lines).map { _ in
            .sample(
                "U\(Int.random(in: 0..<4, using: &random))", order: "\(Int.random(in: 0..<15, using: &random))",
                on: "2024-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))",
                "Item \(Int.random(in: 0..<12, using: &random))", category: "Category \(Int.random(in: 0..<5, using: &random))",
                quantity: Quantity(thousandths: .random(in: -1_000...3_000, using: &random)),
                total: .random(in: -100...5_000, using: &random)
            )
        }
    }

    private static func counts(of item: ShopStatistics.Item) -> [Int] {
        [item.buyers, item.purchases, item.followed, item.repeated, item.intervals]
    }

    @Test(arguments: Backend.allCases, 1...8)
    func `after any imports the statistics are those of a fresh import of what is kept`(backend: Backend, seed: UInt64) async throws {
        try await backend.withStore { store in
            for step in 0..<5 { try await store.add(Self.random(seed: seed * 10 + UInt64(step), lines: 90), batchSize: 13) }
            let kept = try await Snapshot(of: store)
            for backwards in [false, true] {
                let fresh = InMemoryPurchaseStore()
                let users = kept.shoppers.keys.sorted()
                for user in backwards ? users.reversed() : users { try await fresh.add(kept.shoppers[user]?.history.value ?? []) }
                #expect(await fresh.statistics().value == kept.statistics)
            }
            #expect(kept.statistics.items.count == 12)
        }
    }

    @Test(arguments: Backend.allCases)
    func `a purchase counts once a day, and what follows it is the shopper's next day`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add([
                .sample(order: "1", on: "2024-01-01", "Milk"), .sample(order: "1", on: "2024-01-01", "Milk"),
                .sample(order: "2", on: "2024-01-01", "Tea", category: "Drinks"),
                .sample(order: "3", on: "2024-01-08", "Milk"), .sample(order: "4", on: "2024-01-12", "Tea", category: "Drinks"),
                .sample(order: "5", on: "2024-01-13", "Milk", quantity: -1, total: -2_48),
                .sample("U2", order: "1", on: "2024-03-02", "Milk"),
            ])
            let statistics = try await store.statistics().value
            let milk = try #require(statistics.items["Milk"])
            #expect(Self.counts(of: milk) == [2, 3, 2, 1, 1])
            #expect(abs(milk.logIntervals - log(7.0)) < 1e-9)
            #expect(milk.lines == 4 && milk.monthLines[0] == 3 && milk.recentLines == 1)
            #expect(milk.category == "Dairy" && milk.medianPrice == Money(hundredths: 2_48))
            let tea = try #require(statistics.items["Tea"])
            #expect(Self.counts(of: tea) == [1, 2, 1, 0, 1])
            #expect(statistics.shoppers == 2 && statistics.orders == 4)
            #expect(statistics.days?.lowerBound == CalendarDate("2024-01-01"))
            #expect(statistics.days?.upperBound == CalendarDate("2024-03-02"))
            #expect(statistics.categories["Drinks"]?.sharedBuyers == ["Dairy": 1])
            #expect(statistics.categories["Dairy"]?.buyers == 2)
        }
    }

    @Test func `what is held in memory is bounded, and that changes no count`() async throws {
        let database = try DatabaseQueue()
        try Schema.prepare(database)
        let fresh = InMemoryPurchaseStore()
        for seed in 0..<4 as Range<UInt64> {
            let lines = Self.random(seed: seed, lines: 150)
            try await fresh.add(lines)
            try await database.writeWithoutTransaction { db in
                var batches = [lines, []]
                let log = try SortedLog { batches.removeFirst() }
                _ = try HistoryImport.run(log, into: SQLiteSession(db: db), .init(lines: 2, names: 2))
            }
        }
        let expected = await fresh.statistics().value
        let kept = try await database.read { try ShopStatistics.read(from: SQLiteSession(db: $0), today: .last) }
        #expect(kept == expected)
    }
}
