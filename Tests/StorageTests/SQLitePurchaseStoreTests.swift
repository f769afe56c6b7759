import Foundation
import GRDB
import Purchases
@testable import SQLiteStorage
import SQLStorage
import Storage
import Synchronization
import Testing

/// What is particular to the store in a file.
@Suite struct SQLitePurchaseStoreTests {
    @Test func `what was imported is there when the file is opened again`() async throws {
        try await withTemporaryFile { path in
            let before = try await {
                let store = try SQLitePurchaseStore(path: path)
                try await store.add([.sample(order: "1"), .sample("U2", order: "2", category: "Bakery")])
                return try await Snapshot(of: store)
            }()
            let reopened = try SQLitePurchaseStore(path: path)
            #expect(try await Snapshot(of: reopened) == before)
            #expect(try await reopened.add([.sample(order: "1")]).unchangedOrders == 1)
        }
    }

    @Test func `two stores on one file see each other's imports`() async throws {
        try await withTemporaryFile { path in
            let (one, two) = (try SQLitePurchaseStore(path: path), try SQLitePurchaseStore(path: path))
            try await one.add([.sample(order: "1")])
            try await two.add([.sample(order: "1"), .sample(order: "2")])
            let snapshot = try await Snapshot(of: two)
            #expect(try await Snapshot(of: one) == snapshot)
            #expect(try await one.allPurchases().count == 2)
        }
    }

    @Test func `a new file may be opened many times at once`() async throws {
        try await withTemporaryFile { path in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    group.addTask { try await SQLitePurchaseStore(path: path).add([.sample("U\(number)")]) }
                }
                try await group.waitForAll()
            }
            #expect(try await SQLitePurchaseStore(path: path).users(matching: nil, after: nil, limit: 10).value.count == 6)
        }
    }

    @Test func `readers see the old state until an import has ended`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            try await store.add([.sample("U1")])
            let reader = try DatabaseQueue(path: path)
            let batches = Mutex<[[Purchase]]>([[.sample("U2")], [.sample("U2")], []])
            let counts = Mutex<[Int?]>([])
            _ = try await store.importPurchases {
                let count = try reader.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM history") }
                counts.withLock { $0.append(count) }
                return batches.withLock { $0.removeFirst() }
            }
            #expect(counts.withLock { $0 } == [1, 1, 1])
            #expect(try await store.allPurchases(of: "U2").count == 2)
        }
    }

    @Test func `the log beside the file is empty after an import`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            try await store.add((0..<3_000).map { .sample(order: "\($0)") })
            let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
            #expect(size == 0)
        }
    }

    @Test func `a file that counted whole quantities and hundredths counts thousandths from now on`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            try await store.add((0..<20).map { .sample(order: "\($0)", category: "C\($0 % 3)", quantity: Quantity($0 % 5 - 1)) })
            let months = try await store.categoryMonths()
            try await DatabaseQueue(path: path).write { db in
                try db.execute(
                    sql: """
                        UPDATE category_month SET units = units / 1000, total = total / 10;
                        DELETE FROM grdb_migrations WHERE identifier = '12 thousandths';
                        """)
            }
            #expect(try await SQLitePurchaseStore(path: path).categoryMonths() == months)
        }
    }

    @Test func `the sums of categories and shoppers are those of the lines`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            let log = (0..<500).map { number in
                Purchase.sample(
                    "U\(number % 3)", order: "\(number % 50)", on: "2024-0\(1 + number % 9)-03", category: "C\(number % 4)",
                    quantity: Quantity(thousandths: Int64(number % 5 - 1) * 250), total: Int64(number)
                )
            }
            try await store.add(log)
            try await store.add(log.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
            let kept = try await Snapshot(of: store).shoppers.values.flatMap(\.history.value)
            let sums = Dictionary(grouping: kept) { [$0.category, "\($0.date.month.index)"] }.mapValues { lines in
                [
                    lines.count, Int(lines.map(\.quantity).reduce(.zero, +).thousandths),
                    lines.map { Int($0.totalPrice.thousandths) }.reduce(0, +),
                ]
            }
            try await DatabaseQueue(path: path).read { db in
                let rows = try Row.fetchAll(db, sql: "SELECT category, CAST(month AS TEXT), lines, units, total FROM category_month")
                let written = rows.map { row in ([row[0], row[1]] as [String], [row[2], row[3], row[4]] as [Int]) }
                #expect(Dictionary(uniqueKeysWithValues: written) == sums)
                let lines = try Row.fetchAll(db, sql: "SELECT customer_id, lines FROM customer")
                for row in lines { #expect(kept.count { $0.user.rawValue == row["customer_id"] } == row["lines"]) }
            }
        }
    }

    @Test(arguments: [(lines: 1, names: 1, history: 1), (lines: 10, names: 10, history: 20), (lines: 100, names: 10, history: 1_000)])
    func `what is held in memory is bounded, and so is a piece of a history, and that changes nothing`(
        bounds: (lines: Int, names: Int, history: Int)
    ) async throws {
        let log = (0..<2_000).map { number in
            Purchase.sample(
                "U\(number % 97)", order: "\(number % 401)", on: "20\(10 + number % 401 % 9)-03-04", "Item \(number % 300)",
                category: "C\(number % 53)")
        }
        let simplest = InMemoryPurchaseStore()
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            let database = try DatabaseQueue(path: path)
            for log in [log, Array(log[300..<1_300]), Array(log[..<900].reversed())] {
                let outcome = try await simplest.add(log)
                var rest = [Array(log[..<170]), Array(log[170...]), []]
                let sorted = try SortedLog(lineBound: bounds.lines, runBound: 3) { rest.removeFirst() }
                let bounded = try await database.writeWithoutTransaction { db in
                    var outcome = ImportOutcome()
                    try db.inTransaction(.immediate) {
                        outcome = try HistoryImport.run(
                            sorted, into: SQLiteSession(db: db),
                            .init(lines: bounds.lines, names: bounds.names, historyLines: bounds.history))
                        return .commit
                    }
                    return outcome
                }
                #expect(bounded == outcome)
                let expected = try await Snapshot(of: simplest)
                #expect(try await Snapshot(of: store) == expected)
            }
        }
    }

    @Test func `sums that no integer holds wrap around and stop nothing`() async throws {
        let store = try SQLitePurchaseStore(path: ":memory:")
        for order in ["1", "2"] {
            try await store.add([
                .sample(order: order, quantity: Quantity(thousandths: .max), total: .max),
                .sample(order: order, quantity: Quantity(thousandths: .max), total: .max),
                .sample(order: order, quantity: Quantity(thousandths: .min), total: .min),
            ])
        }
        #expect(try await store.allPurchases().count == 6)
    }

    @Test func `a new file is not for everybody to read, and one that is there stays as it is`() async throws {
        func permissions(_ path: String) throws -> Int {
            try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
        }
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            try await store.add([.sample(order: "1")])
            for file in [path, "\(path)-wal", "\(path)-shm"] { #expect(try permissions(file) & 0o007 == 0) }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            _ = try SQLitePurchaseStore(path: path)
            #expect(try permissions(path) == 0o644)
        }
    }
}
