import Foundation
import GRDB
import PostgresStorage
import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

@Suite struct ForgettingTests {
    private static let (one, other) = (UserID(rawValue: "Rosalind-77"), UserID(rawValue: "U2"))
    private static let own: [Purchase] = (0..<30).map { number in
        .sample(
            "Rosalind-77", order: "Zx\(number / 2)", on: "2024-0\(1 + number % 9)-1\(number % 3)", "Quince \(number % 4)",
            category: "Orchard",
            quantity: Quantity(number % 5 - 1), total: Int64(number) * 10)
    }
    private static let others: [Purchase] = (0..<40).map { number in
        .sample(
            "U\(2 + number % 6)", order: "\(number / 3)", on: "2024-0\(1 + number % 8)-05", "Item \(number % 9)", category: "C\(number % 3)"
        )
    }

    @Test(arguments: Backend.allCases)
    func `without a shopper all is as if they had never been there`(backend: Backend) async throws {
        let expected = InMemoryPurchaseStore()
        try await expected.add(Self.others)
        let before = try await Snapshot(of: expected)
        try await backend.withStore { store in
            try await store.add(Self.own + Self.others)
            _ = try await store.history(of: Self.one)
            #expect(try await store.forget(Self.one) == 30)
            #expect(try await Snapshot(of: store) == before)
            await #expect(throws: StorageError.unknownUser(Self.one)) { try await store.history(of: Self.one) }
            #expect(try await store.users(matching: "sal", after: nil, limit: 9).value == [])
            #expect(try await store.forget(Self.one) == nil)
            try await store.add(Self.own)
            #expect(try await store.users(matching: "sal", after: nil, limit: 9).value == [Self.one])
            #expect(try await store.history(of: Self.one).value.count == 30)
        }
    }

    @Test(arguments: ShopperIndexTests.Kind.allCases)
    func `a shopper among thousands is found no more, and all others are`(kind: ShopperIndexTests.Kind) async throws {
        try await kind.withStore { store in
            try await store.add((1_000..<2_500).map { .sample("N\($0)") })
            for user in ["N1000", "N1777", "N2499"] { #expect(try await store.forget(UserID(rawValue: user)) == 1) }
            for (text, count) in [("177", 11), ("1000", 0), ("499", 1), ("n2", 499), ("n", 1_497)] {
                let found = try await store.users(matching: text, after: nil, limit: 5_000).value
                #expect(found.count == count, "\(text)")
            }
        }
    }

    @Test func `nothing of them is left in the file`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            try await store.add(Self.own + Self.others)
            try await store.add(
                Self.own.map { purchase in
                    var purchase = purchase
                    purchase.itemName = "Medlar"
                    return purchase
                })
            _ = try await store.changeBucketList(of: Self.one, .add(.init(name: "Pomegranate"), position: nil), ifVersion: nil, at: 0)
            _ = try await store.addMailSubscription(
                .init(user: Self.one, recipient: "rosalind@example.org", sender: "s@example.org", schedule: "monthly 1", options: ""),
                due: 9)
            _ = try await store.keep(ListShare(id: "Ab3xZ", role: .view, creation: 0, expiry: 99), of: Self.one, at: 0)
            try await store.revoke("Qq9", of: Self.one, expiry: 99, at: 0)
            _ = try await store.revokeAllLinks(of: Self.one)
            func found() throws -> [String] {
                let files = try [path, "\(path)-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
                return ["Rosalind", "rosalind", "Quince", "Medlar", "Orchard", "Zx1", "Pomegranate", "Ab3xZ", "Qq9"].filter { text in
                    files.contains { $0.range(of: Data(text.utf8)) != nil }
                }
            }
            #expect(try found().contains("Medlar"))
            #expect(try await store.forget(Self.one) == 30)
            #expect(try found() == [])
            #expect(try await store.bucketList(of: Self.one).items == [])
            #expect(try await store.mailSubscriptions() == [])
            #expect(try await store.history(of: Self.other).value.count > 0)
        }
    }

    @Test func `a reader that keeps its moment is waited for, and being asked again cleans the log`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path, patience: 0.1)
            try await store.add(Self.own)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let reader = try DatabaseQueue(path: path, configuration: configuration)
            try await reader.writeWithoutTransaction { try $0.execute(sql: "BEGIN; SELECT * FROM customer") }
            await #expect(throws: StorageError.self) { try await store.forget(Self.one) }
            try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
            #expect(try await store.forget(Self.one) == nil)
            for file in [path, "\(path)-wal"] {
                #expect(try Data(contentsOf: URL(filePath: file)).range(of: Data("Quince".utf8)) == nil)
            }
        }
    }

    @Test func `a shopper who has a list alone is forgotten too`() async throws {
        let store = try SQLitePurchaseStore(path: ":memory:")
        _ = try await store.changeBucketList(of: Self.one, .add(.init(name: "Tea"), position: nil), ifVersion: nil, at: 0)
        #expect(try await store.forget(Self.one) == 0)
        #expect(try await store.bucketList(of: Self.one).version == 0)
    }
}
