import GRDB
import PostgresStorage
import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

@testable import PostgresStorage

/// What is made of the purchases can be made anew.
@Suite struct RecountingTests {
    private static let log: [Purchase] = (0..<120).map { number in
        .sample(
            "U\(number % 7)", order: "\(number / 4)", on: "2024-0\(1 + number % 9)-0\(1 + number % 5)", "Item \(number % 11)",
            category: "C\(number % 4)", quantity: Quantity(number % 6 - 1), total: Int64(number) * 3)
    }

    @Test(arguments: Backend.allCases)
    func `what is right stays as it is`(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.add(Self.log)
            let before = try await Snapshot(of: store)
            #expect(try await store.recount() == 0)
            #expect(try await Snapshot(of: store) == before)
        }
    }

    private static let damage = """
        UPDATE customer SET revision = 7 WHERE customer_id = 'U3';
        DELETE FROM customer WHERE customer_id = 'U4';
        DELETE FROM statistic WHERE kind = 10;
        UPDATE category_month SET units = 5 WHERE category = 'C2';
        UPDATE store SET revision = 1;
        DELETE FROM customer_gram;
        """

    @Test func `what is wrong in a file is put right`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            try await store.add(Self.log)
            let before = try await Snapshot(of: store)
            try await DatabaseQueue(path: path).write { try $0.execute(sql: Self.damage) }
            #expect(try await store.recount() > 0)
            #expect(try await Snapshot(of: store) == before)
            #expect(try await store.users(matching: "u4", after: nil, limit: 9).value.count == 1)
            #expect(try await store.recount() == 0)
        }
    }

    @Test func `what is wrong on a server is put right`() async throws {
        try await withPostgres { address in
            let store = try PostgresPurchaseStore(at: address)
            try await store.add(Self.log)
            let before = try await Snapshot(of: store)
            try Connection.forTests(at: address).executeAll(Self.damage)
            #expect(try await store.recount() > 0)
            #expect(try await Snapshot(of: store) == before)
            #expect(try await store.recount() == 0)
        }
    }
}
