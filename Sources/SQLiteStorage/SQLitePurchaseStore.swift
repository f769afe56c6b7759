import Foundation
import GRDB
public import Purchases
public import Storage

/// A store in one SQLite file, which several processes may use at the same time.
///
///     let store = try SQLitePurchaseStore(path: "cartograph.sqlite")
public final class SQLitePurchaseStore: PurchaseStore {
    private let database: any DatabaseWriter
    private let path: String

    /// Opens the file at `path`, and makes it or its tables if they are not there.
    ///
    /// - Parameters:
    ///   - path: The file; its folder has to exist. `:memory:` keeps everything in memory, for this store alone.
    ///   - patience: How many seconds to wait while another process writes, before `StorageError.busy` is thrown.
    public init(path: String, patience: Double = 10) throws(StorageError) {
        self.path = path
        var configuration = Configuration()
        configuration.label = "purchases"
        configuration.busyMode = .timeout(patience)
        do {
            if path == ":memory:" {
                database = try DatabaseQueue(configuration: configuration)
                try Schema.prepare(database)
            } else {
                database = try Self.openFile(at: path, configuration, patience: .seconds(patience))
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Opens the file in WAL mode, so that reads go on during an import; synchronous is NORMAL.
    private static func openFile(at path: String, _ configuration: Configuration, patience: Duration) throws -> DatabasePool {
        var configuration = configuration
        configuration.prepareDatabase { db in
            // Counts for a new file only. A shopper's rows lie side by side, and large pages make the import a fifth faster.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA page_size = 8192") }
        }
        // SQLite would let everybody read a new file: what people bought, and the secret that links are signed with. Not opened and closed
        // here, which would take SQLite's locks away from others in this process; a file that is there stays as it is.
        if !path.hasPrefix("file:") { mknod(path, S_IFREG | 0o660, 0) }
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: configuration)
                try Schema.prepare(pool)
                return pool
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline {
                // SQLite does not wait by itself while another process makes the same file or turns WAL mode on.
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }

    public func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        try await read { db in
            Versioned(revision: try HistorySummary(of: user, from: db).revision, value: try Purchase.all(of: user, from: db))
        }
    }

    public func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        try await read { db in try HistorySummary(of: user, from: db) }
    }

    public func revision() async throws(StorageError) -> Revision { try await read(Revision.ofEveryone) }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        let search = UserSearch(text)
        return try await readVersioned { db in
            guard limit > 0 else { return [] }
            var found: [UserID] = []
            func add(_ row: SQLiteRow) -> Bool {
                let user = UserID(rawValue: row.text(0))
                if search.matches(user) { found.append(user) }
                return found.count < limit
            }
            if let cursor {
                try PreparedStatement("SELECT customer_id FROM customer WHERE customer_id > ? ORDER BY customer_id", in: db)
                    .scan(cursor.rawValue, while: add)
            } else {
                try PreparedStatement("SELECT customer_id FROM customer ORDER BY customer_id", in: db).scan(while: add)
            }
            return found
        }
    }

    public func statistics() async throws(StorageError) -> Versioned<ShopStatistics> { try await readVersioned(ShopStatistics.read) }

    public func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> {
        try await readVersioned { db in
            var rows: [CategoryMonth] = []
            try PreparedStatement("SELECT category, month, lines, units, total FROM category_month ORDER BY category, month", in: db)
                .forEachRow { row in
                    rows.append(
                        CategoryMonth(
                            category: row.text(0), month: Month(index: Int(row.integer(1))), lines: Int(row.integer(2)),
                            units: Int(row.integer(3)), total: Money(hundredths: row.integer(4))
                        )
                    )
                }
            return rows
        }
    }

    public func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        do {
            return try await database.writeWithoutTransaction { db in try PurchaseImport.run(nextBatch, into: db) }
        } catch let error as DatabaseError {
            // Cancelling interrupts whatever statement is running.
            try Task.checkCancellation()
            throw StorageError(error, path: path)
        }
    }

    public func checkAvailability() async throws(StorageError) { _ = try await revision() }

    /// Reads in one transaction, and with the revision of everybody's purchases.
    private func readVersioned<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Versioned<Value> {
        try await read { db in Versioned(revision: try Revision.ofEveryone(in: db), value: try work(db)) }
    }

    /// Reads in one transaction: all statements see the same moment.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        do { return try await database.read(work) } catch { throw StorageError(error, path: path) }
    }

    /// Does the work in a transaction of its own that is on the disk when this returns.
    ///
    /// - Throws: whatever the work throws that is not the database's, as it is.
    func writeDurably<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do {
            return try await database.writeWithoutTransaction { db in
                // In WAL mode NORMAL leaves the last transactions to the operating system: after a loss of power they may be gone.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                defer { try? db.execute(sql: "PRAGMA synchronous = NORMAL") }
                var value: Value?
                try db.inTransaction(.immediate) {
                    value = try work(db)
                    return .commit
                }
                guard let value else { throw StorageError.cancelled }
                return value
            }
        } catch let error as DatabaseError {
            throw StorageError(error, path: path)
        }
    }
}
