import Foundation
import GRDB
import Purchases
@testable import SQLiteStorage
import Storage
import Testing

/// What is said when a file cannot be used.
@Suite struct SQLiteFaultTests {
    /// Returns the fault of opening `path`, nil when it opens.
    private func fault(of path: String) -> StorageError.Fault? {
        do {
            _ = try SQLitePurchaseStore(path: path)
            return nil
        } catch .unusable(let fault, let detail) {
            #expect(detail.contains(path), "the detail names the file")
            return fault
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test func `a missing folder`() async throws {
        try await withTemporaryFile { #expect(fault(of: $0 + "/no/such.sqlite") == .missingFolder) }
    }

    @Test func `a folder instead of a file`() async throws {
        try await withTemporaryFile { path in
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            #expect(fault(of: folder) == .notAFile)
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc"))) func `a file that cannot be made`() {
        #expect(fault(of: "/proc/purchases.sqlite") == .notPermitted)
    }

    @Test func `something else than a database`() async throws {
        try await withTemporaryFile { path in
            let text = String(repeating: "OrderID,CustomerID,OrderDate\n", count: 100)
            try Data(text.utf8).write(to: URL(filePath: path))
            #expect(fault(of: path) == .notADatabase)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "the file is left alone")
        }
    }

    @Test func `an empty file becomes a database`() async throws {
        try await withTemporaryFile { path in
            try Data().write(to: URL(filePath: path))
            #expect(fault(of: path) == nil)
        }
    }

    @Test func `another program's database`() async throws {
        try await withTemporaryFile { path in
            try await DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
            #expect(fault(of: path) == .foreign)
            let tables = try await DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") }
            #expect(tables == ["bookmark"], "nothing is added to it")
        }
    }

    @Test func `a newer version's database`() async throws {
        try await withTemporaryFile { path in
            _ = try SQLitePurchaseStore(path: path)
            try await DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 wonders')") }
            #expect(fault(of: path) == .newer)
        }
    }

    @Test func `a damaged database`() async throws {
        try await withTemporaryFile { path in
            let log = (0..<2_000).map { Purchase.sample("U\($0)", order: "\($0)") }
            try await SQLitePurchaseStore(path: path).add(log)
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try file.seek(toOffset: 4096)
            try file.write(contentsOf: Data(repeating: 0x5a, count: 200_000))
            try file.close()
            let error = await #expect(throws: StorageError.self) {
                let store = try SQLitePurchaseStore(path: path)
                for number in 0..<2_000 { _ = try await store.allPurchases(of: "U\(number)") }
            }
            guard case .unusable(.damaged, let detail) = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(detail.contains(path))
        }
    }

    @Test func `a file that may not be written`() {
        let error = StorageError(DatabaseError(resultCode: .SQLITE_READONLY), path: "/data/x.sqlite")
        guard case .unusable(.readOnly, let detail) = error else { return #expect(Bool(false), "\(error)") }
        #expect(detail.contains("/data/x.sqlite"))
    }

    @Test func `a file that another program writes to is waited for, then busy`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path, patience: 0.05)
            try await store.add([.sample(order: "1")])
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            let error = await #expect(throws: StorageError.self) { try await store.add([.sample(order: "2")]) }
            guard case .busy(let detail) = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(detail.contains(path))
            #expect(try await store.allPurchases().count == 1, "reads go on")
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            #expect(try await store.add([.sample(order: "2")]).newOrders == 1)
        }
    }

    @Test(arguments: StorageError.Fault.allCases)
    func `a fault says what to do, and nothing private`(fault: StorageError.Fault) {
        let error = StorageError.unusable(fault, detail: "/secret/place")
        #expect(error.description.split(separator: ". ").count >= 2)
        #expect(!error.description.contains("secret"))
        #expect(error.detail == "/secret/place")
    }
}
