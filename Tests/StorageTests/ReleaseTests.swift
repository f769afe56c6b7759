import Foundation
import GRDB
import Hashing
import PostgresStorage
import Purchases
import SQLiteStorage
import Storage
import Synchronization
import TestServers
import Testing

@testable import PostgresStorage

/// Databases that earlier releases made, as their dumps in `Releases`: each opens with all that was kept.
@Suite struct ReleaseTests {
    @Test func `a file of the first release opens, and nothing is lost`() async throws {
        try await withTemporaryFile { path in
            let dump = try Self.dump("1.sqlite.sql")
            // As the sqlite3 program reads a dump.
            try await DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: dump) }
            try await check(SQLitePurchaseStore(path: path))
            try await check(SQLitePurchaseStore(path: path))
        }
    }

    @Test func `a database of the first release on a server opens, and nothing is lost`() async throws {
        try await withPostgres { address in
            try Connection.forTests(at: address).executeAll(Self.dump("1.postgres.sql"))
            try await check(PostgresPurchaseStore(at: address))
            try await check(PostgresPurchaseStore(at: address))
        }
    }

    /// Rows of many shapes as the first release kept them; what was made of them is made anew when they become histories.
    private static let rows: [Purchase] = {
        var random = SplitMix64(state: 369)
        let texts = ["", "Tea", "Caf\u{e9}", "Cafe\u{301}", "it's"]
        return (0..<900).map { number in
            Purchase(
                user: UserID(rawValue: "U\(Int.random(in: 0..<130, using: &random))"), order: OrderID(rawValue: "\(number / 3)"),
                date: CalendarDate(dayNumber: 19_000 + number / 3 % 700), productID: texts.randomElement(using: &random) ?? "",
                itemName: "Item \(Int.random(in: 0..<40, using: &random))", brand: texts.randomElement(using: &random) ?? "",
                category: "C\(Int.random(in: 0..<9, using: &random))", quantity: Quantity(Int.random(in: -3...9, using: &random)),
                basePrice: UnitPrice(hundredths: Int64.random(in: 0...99_999, using: &random)),
                totalPrice: Money(hundredths: Int64.random(in: -9_999...99_999, using: &random))
            )
        }
    }()

    /// The statements that put them in the place of those of the dump.
    private static func replacement(in table: String) -> String {
        func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
        var next: [String: Int] = [:]
        let values = rows.map { row in
            let key = "\(row.user) \(row.order)"
            defer { next[key, default: 0] += 1 }
            let texts = [row.productID, row.itemName, row.brand, row.category].map(quoted).joined(separator: ", ")
            return
                "(\(quoted(row.user.rawValue)), \(quoted(row.order.rawValue)), \(next[key, default: 0]), 1, \(row.date.dayNumber), \(texts), "
                + "\(row.quantity), \(row.basePrice.millionths / 10_000), \(row.totalPrice.hundredths))"
        }
        let columns =
            "customer_id, order_id, line, import, day, product_id, item, brand, category, quantity, base_price, total_price"
        return "DELETE FROM \(table); INSERT INTO \(table) (\(columns)) VALUES \(values.joined(separator: ", "));"
    }

    @Test func `any rows of the first release become histories with the same answers`() async throws {
        let same = InMemoryPurchaseStore()
        try await same.add(Self.rows)
        // Before there were currencies, all sums were shown in dollars.
        await same.keepCurrency("USD")
        let expected = try await Snapshot(of: same)
        try await withTemporaryFile { path in
            let sql = try Self.dump("1.sqlite.sql") + Self.replacement(in: "purchase")
            try await DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
            let told = Mutex<[Int]>([])
            let store = try SQLitePurchaseStore(path: path, onMigration: { count in told.withLock { $0.append(count) } })
            let last = told.withLock { $0.last }
            #expect(last == Self.rows.count)
            #expect(try await Snapshot(of: store) == expected)
            #expect(try await store.recount() == 0)
        }
        guard TestPostgresServer.isInstalled else { return }
        try await withPostgres { address in
            try Connection.forTests(at: address).executeAll(Self.dump("1.postgres.sql") + Self.replacement(in: "cartograph.purchase"))
            let store = try PostgresPurchaseStore(at: address)
            #expect(try await Snapshot(of: store) == expected)
            #expect(try await store.recount() == 0)
        }
    }

    private static func dump(_ name: String) throws -> String {
        try String(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Releases/\(name)"), encoding: .utf8)
    }

    /// What the first release was given before its database was dumped.
    private static let log: [Purchase] = {
        func line(
            _ user: String, _ order: String, _ date: String, _ item: (String, String, String, String), _ quantity: Int, _ base: Int64,
            _ total: Int64
        ) -> Purchase {
            Purchase(
                user: UserID(rawValue: user), order: OrderID(rawValue: order), date: CalendarDate(date) ?? CalendarDate(dayNumber: 0),
                productID: item.0, itemName: item.1, brand: item.2, category: item.3, quantity: Quantity(quantity),
                basePrice: UnitPrice(hundredths: base), totalPrice: Money(hundredths: total)
            )
        }
        let (oil, bread) = (("P1", "Olive oil", "Terra", "Pantry"), ("P2", "Rye bread", "", "Bakery"))
        let (coffee, mug, tea) = (("P3", "Café", "Ro & Co", "Drinks"), ("P4", "Mug", "", "Kitchen"), ("P5", "Tea", "Leaf", "Drinks"))
        return [
            line("ANNA", "A-1", "2023-11-28", oil, 1, 840, 840), line("ANNA", "A-1", "2023-11-28", bread, 2, 315, 630),
            line("ANNA", "A-2", "2024-01-09", oil, 1, 860, 810), line("ANNA", "\u{e9}", "2024-01-15", coffee, 1, 500, 500),
            line("ANNA", "\u{e9}", "2024-01-16", mug, 1, 400, 400), line("ANNA", "e\u{301}", "2024-01-17", coffee, 1, 500, 500),
            line("bert-07", "B-1", "2024-01-12", bread, 1, 315, 315), line("bert-07", "B-2", "2024-02-03", bread, -1, 315, -315),
            line("bert-07", "B-3", "2024-02-20", oil, 2, 860, 1720), line("Çelik", "C-1", "2024-02-21", tea, 3, 220, 660),
        ]
    }()

    private func check(_ store: any PurchaseStore & BucketListStore & LinkStore & MailSubscriptionStore) async throws {
        let same = InMemoryPurchaseStore()
        try await same.add(Self.log)
        // There were no other names for a sum's currency then.
        await same.keepCurrency("USD")
        let expected = try await Snapshot(of: same)
        #expect(try await Snapshot(of: store) == expected)

        let anna = UserID(rawValue: "ANNA")
        let list = try await store.bucketList(of: anna)
        #expect(list.names == ["Lamp", "Tea"])
        #expect(list.version == 2)
        #expect(try await store.bucketListHistory(of: anna).map(\.number) == [2, 1])
        #expect(try await store.shares(of: anna, at: 0).count == 1)
        #expect(try await store.signingSecret(orKeep: [1]) == [UInt8](repeating: 0, count: 32))

        #expect(try await store.mailSubscriptions(to: "anna@EXAMPLE.org").map(\.terms.user) == [anna])
        #expect(try await store.mailSubscriptions(of: UserID(rawValue: "bert-07")).map(\.pause) == ["paused by hand"])
        #expect(try await store.takeDueMails(at: .max, until: .max, limit: 9).map(\.terms.recipient) == ["Anna B <Anna@Example.org>"])

        #expect(try await store.users(matching: "RT", after: nil, limit: 9).value.map(\.rawValue) == ["bert-07"])
        #expect(try await store.users(matching: "ç", after: nil, limit: 9).value.map(\.rawValue) == ["Çelik"])
    }
}
