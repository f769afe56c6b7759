import Purchases
import Recommendations
import Storage
import Testing

@testable import PostgresStorage
@testable import SQLiteStorage

/// A row with a wrong year is kept, and nothing else changes by it.
@Suite struct FutureDayTests {
    private static let today = CalendarDate("2024-03-10") ?? CalendarDate(dayNumber: 0)
    private static let log = (0..<8).map { week in
        Purchase.sample("U\(week % 2)", order: "\(week)", on: CalendarDate(dayNumber: today.dayNumber - 7 * week - 2).description)
    }
    private static let future = Purchase.sample("U1", order: "late", on: "2062-01-05", "Bread")

    private func check(_ store: some PurchaseStore) async throws {
        try await store.add(Self.log)
        let before = try await store.statistics().value
        let historyBefore = ShopperHistory(of: try await store.allPurchases(of: "U1"), asOf: nil, among: before)
        try await store.add([Self.future])
        let after = try await store.statistics().value
        #expect(before.days?.upperBound.description == "2024-03-08" && after.days == before.days)
        #expect(after.recentLines == before.recentLines && after.hasFutureDays && !before.hasFutureDays)
        let history = ShopperHistory(of: try await store.allPurchases(of: "U1"), asOf: nil, among: after)
        #expect(history?.today == historyBefore?.today && history?.days == historyBefore?.days)
        #expect(history?.items.map(\.name) == historyBefore?.items.map(\.name))
        #expect(try await store.allPurchases(of: "U1").count == 5)
    }

    @Test func `a day that has not come moves nobody's today`() async throws {
        try await check(InMemoryPurchaseStore { Self.today })
        try await withTemporaryFile { path in try await check(SQLitePurchaseStore(path: path) { Self.today }) }
        try await withPostgres { address in try await check(PostgresPurchaseStore(at: address) { Self.today }) }
    }
}
