import Foundation
import GRDB
public import Purchases
public import SQLStorage
public import Storage

/// A store in one SQLite file, which several processes may use at the same time.
///
///     let store = try SQLitePurchaseStore(path: "cartograph.sqlite")
public final class SQLitePurchaseStore: SQLStore {
    let database: any DatabaseWriter
    private let path: String
    public let today: @Sendable () -> CalendarDate
    /// Where logs are sorted, before anything of the file is locked.
    private let sorting = WorkLane(label: "purchases.import")
    let health: DatabaseHealth

    /// Opens the file at `path`, and makes it or its tables if they are not there.
    ///
    /// - Parameters:
    ///   - path: The file; its folder has to exist. `:memory:` keeps everything in memory, for this store alone.
    ///   - patience: How many seconds to wait while another process writes, before `StorageError.busy` is thrown.
    ///   - today: tells the last day that has come.
    ///   - onMigration: Told how many lines of an earlier release's file are in the new form already.
    public init(
        path: String, patience: Double = 10, today: @escaping @Sendable () -> CalendarDate = { .last },
        onMigration: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(StorageError) {
        self.path = path
        self.today = today
        var configuration = Configuration()
        configuration.label = "purchases"
        configuration.busyMode = .timeout(patience)
        do {
            if path == ":memory:" {
                database = try DatabaseQueue(configuration: configuration)
                try Schema.prepare(database)
            } else {
                database = try Self.openFile(at: path, configuration, patience: .seconds(patience), onMigration)
            }
        } catch {
            throw StorageError(error, path: path)
        }
        health = DatabaseHealth(path: path)
    }

    /// Opens the file in WAL mode, so that reads go on during an import; synchronous is NORMAL.
    private static func openFile(
        at path: String, _ configuration: Configuration, patience: Duration, _ onMigration: @escaping @Sendable (Int) -> Void
    ) throws -> DatabasePool {
        var configuration = configuration
        configuration.prepareDatabase { db in
            // Counts for a new file only. Histories are long values: large pages hold more of them whole.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA page_size = 8192") }
            // What a large import leaves of the log is given back to the disk.
            try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
        }
        // SQLite would let everybody read a new file: what people bought, and the secret that links are signed with. Not opened and closed
        // here, which would take SQLite's locks away from others in this process; a file that is there stays as it is.
        if !path.hasPrefix("file:") { mknod(path, S_IFREG | 0o660, 0) }
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                let pool = try DatabasePool(path: path, configuration: configuration)
                try Schema.prepare(pool, onMigration: onMigration)
                return pool
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline {
                // SQLite does not wait by itself while another process makes the same file or turns WAL mode on.
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }

    public func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) async throws -> ImportOutcome {
        _ = try settings.newCurrency(besides: await currency())
        let log = try await sorting.run { try SortedLog(of: nextBatch) }
        do {
            if settings.isRehearsal {
                return try await database.read { try HistoryImport.run(log, settings, into: SQLiteSession(db: $0)) }
            }
            return try await database.writeWithoutTransaction { [today, health] db in
                // 48 MB for the pages that are being changed; the other pages of a long transaction go to the log on the disk.
                try db.execute(sql: "PRAGMA cache_size = -48000")
                defer { try? db.execute(sql: "PRAGMA cache_size = -2000; PRAGMA shrink_memory") }
                var outcome = ImportOutcome()
                try db.inTransaction(.immediate) {
                    outcome = try HistoryImport.run(
                        log, settings, into: SQLiteSession(db: db), today: today(), checkRoom: health.checkRoomOfImport)
                    return .commit
                }
                // The log is as large as what was changed. When a reader holds on to it, the next import empties it.
                _ = try? db.checkpoint(.truncate)
                return outcome
            }
        } catch {
            if !settings.isRehearsal { await giveBackLog() }
            guard let error = error as? DatabaseError else { throw error }
            // Cancelling interrupts whatever statement is running.
            try Task.checkCancellation()
            throw storageError(error)
        }
    }

    /// Gives back the room that the log has taken for what was not kept, also when nobody waits any more.
    private func giveBackLog() async {
        await Task.detached { [database] in
            _ = try? await database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        }.value
    }

    private func storageError(_ error: any Error) -> StorageError {
        let error = StorageError(error, path: path)
        health.note(error)
        return error
    }

    /// Forgets the shopper, and writes the file anew without what was deleted: that takes as long as copying the file, and as much room.
    ///
    /// - Throws: `StorageError.busy` too where others read or write so long that the file or the log beside it could not be cleaned; the
    ///   shopper is forgotten then, and being asked again cleans it.
    public func forget(_ user: UserID) async throws -> Int? {
        let count = try await write { session in
            // Overwritten now, whether or not the file can be written anew.
            try session.db.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? session.db.execute(sql: "PRAGMA secure_delete = OFF") }
            return try session.deleteAll(of: user)
        }
        do {
            // What was deleted or replaced before may lie in pages that are free.
            if count != nil { try await database.vacuum() }
            // The log beside the file has pages of before.
            _ = try await database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        } catch {
            throw StorageError(error, path: path)
        }
        return count
    }

    public func undoLastImport(_ number: Int?, at time: Timestamp) async throws -> ImportRecord {
        let record = try await write { try $0.undoLastImport(number, at: time) }
        // The log is as large as what was changed.
        await giveBackLog()
        return record
    }

    public func recount() async throws -> Int { try await write { try $0.recount() } }

    public func read<Value: Sendable>(_ work: @escaping @Sendable (SQLiteSession) throws -> Value) async throws(StorageError) -> Value {
        do { return try await database.read { db in try work(SQLiteSession(db: db)) } } catch { throw storageError(error) }
    }

    public func readMoment<Value: Sendable>(
        _ work: @escaping @Sendable (SQLiteSession) throws -> Value
    ) async throws(StorageError) -> Value { try await read(work) }

    public func write<Value: Sendable>(_ work: @escaping @Sendable (SQLiteSession) throws -> Value) async throws -> Value {
        do {
            return try await database.writeWithoutTransaction { db in
                // In WAL mode NORMAL leaves the last transactions to the operating system: after a loss of power they may be gone.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                defer { try? db.execute(sql: "PRAGMA synchronous = NORMAL") }
                var value: Value?
                try db.inTransaction(.immediate) {
                    value = try work(SQLiteSession(db: db))
                    return .commit
                }
                guard let value else { throw StorageError.cancelled }
                return value
            }
        } catch let error as DatabaseError {
            throw storageError(error)
        }
    }

    /// A file is written to by one at a time anyway.
    public func write<Value: Sendable>(
        of user: UserID, _ work: @escaping @Sendable (SQLiteSession) throws -> Value
    ) async throws -> Value { try await write(work) }
}
