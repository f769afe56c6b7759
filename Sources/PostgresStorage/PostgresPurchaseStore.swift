public import Purchases
public import SQLStorage
public import Storage

/// A store in a PostgreSQL database, which any number of servers may use at the same time.
///
///     let address = try PostgresAddress("postgres://shop:secret@localhost/purchases")
///     let store = try PostgresPurchaseStore(at: address)
public final class PostgresPurchaseStore: SQLStore {
    private let address: PostgresAddress
    private let pool: ConnectionPool
    /// A copy of the database, where there is one.
    let replica: Replica?
    /// Imports come one after the other and may take long: they have a connection of their own, so that reads go on.
    private let importLane: ConnectionLane
    public let today: @Sendable () -> CalendarDate
    /// Where logs are sorted, before anything on the server is locked.
    private let sorting = WorkLane(label: "purchases.sorting")

    /// Connects to the database, and makes its tables if they are not there.
    ///
    /// - Parameters:
    ///   - replica: A copy that follows the database, as PostgreSQL's streaming replication makes one. What is kept of purchases is read
    ///     there where it is the same, and where the database does not answer and the copy has all that it told.
    ///   - connections: How many may be open besides the one that imports; they are made when they are needed.
    ///   - patience: How long to wait while another server writes, before `StorageError.busy` is thrown.
    ///   - today: tells the last day that has come.
    ///   - onMigration: Told how many lines of an earlier release's database are in the new form already.
    ///   - onReplicaChange: Told why the copy cannot be asked any more, and nil when it can again.
    public init(
        at address: PostgresAddress, replica: PostgresAddress? = nil, connections: Int = 4, patience: Duration = .seconds(10),
        today: @escaping @Sendable () -> CalendarDate = { .last },
        onMigration: @escaping @Sendable (Int) -> Void = { _ in },
        onReplicaChange: @escaping @Sendable (StorageError?) -> Void = { _ in }
    ) throws(StorageError) {
        self.address = address
        self.today = today
        let limits = SessionLimits(statement: .seconds(30), lock: patience, idleTransaction: .seconds(30))
        // A statement of an import is about thousands of lines, and between two a slow client may send its log.
        let importLimits = SessionLimits(statement: .seconds(600), lock: patience, idleTransaction: .seconds(600))
        pool = ConnectionPool(to: address, size: connections, limits: limits, patience: .seconds(10))
        self.replica = replica.map { address in
            // The database can answer as well: it is not waited for long.
            let limits = SessionLimits(statement: .seconds(10), lock: .seconds(1), idleTransaction: .seconds(30))
            return Replica(
                at: address, ConnectionPool(to: address, size: connections, limits: limits, patience: .seconds(1)),
                onChange: onReplicaChange)
        }
        importLane = ConnectionLane(to: address, limits: importLimits, label: "purchases.import")
        do {
            try Schema.prepare(Connection(to: address, limits: importLimits), onMigration: onMigration)
        } catch {
            throw StorageError(error, at: address)
        }
    }

    public func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) async throws -> ImportOutcome {
        _ = try settings.newCurrency(besides: await currency())
        let log = try await sorting.run { try SortedLog(of: nextBatch) }
        do {
            return try await importLane.run { [today] connection in
                try connection.transaction(settings.isRehearsal ? .moment : .statement) {
                    try HistoryImport.run(log, settings, into: PostgresSession(connection: connection), today: today())
                }
            }
        } catch PostgresError.cancelled {
            throw CancellationError()
        } catch let error where error is PostgresError || error is SchemaError {
            throw StorageError(error, at: address)
        }
    }

    public func undoLastImport(_ number: Int?, at time: Timestamp) async throws -> ImportRecord {
        do {
            return try await importLane.run { connection in
                try connection.transaction { try PostgresSession(connection: connection).undoLastImport(number, at: time) }
            }
        } catch PostgresError.cancelled {
            throw CancellationError()
        } catch let error where error is PostgresError || error is SchemaError {
            throw StorageError(error, at: address)
        }
    }

    /// Throws when the store cannot be written to; where there is a copy of the database, when it cannot be read either.
    public func checkAvailability() async throws(StorageError) {
        let isReadOnly: Bool
        do throws(StorageError) {
            isReadOnly = try await read { session in
                try session.finds(
                    "SELECT 1 FROM store WHERE pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'")
            }
        } catch {
            guard replica != nil, case .unavailable = error else { throw error }
            _ = try await revision()
            return
        }
        if isReadOnly { throw .unusable(.standby, detail: "\(address)") }
    }

    /// Forgets the shopper. The server overwrites what was deleted when it needs the room, or after `VACUUM FULL`.
    public func forget(_ user: UserID) async throws -> Int? {
        try await write(of: user) { session in
            try Self.keepImportsOut(session)
            return try session.deleteAll(of: user)
        }
    }

    public func recount() async throws -> Int {
        try await write { session in
            try Self.keepImportsOut(session)
            return try session.recount()
        }
    }

    /// Lets no import begin until the transaction has ended.
    private static func keepImportsOut(_ session: PostgresSession) throws { try session.run("UPDATE store SET revision = revision") }

    public func read<Value: Sendable>(_ work: @escaping @Sendable (PostgresSession) throws -> Value) async throws(StorageError) -> Value {
        do {
            return try await pool.run { connection in try connection.read { try work(PostgresSession(connection: connection)) } }
        } catch {
            throw StorageError(error, at: address)
        }
    }

    public func readMoment<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresSession) throws -> Value
    ) async throws(StorageError) -> Value {
        do {
            return try await pool.run { connection in
                try connection.transaction(.moment) { try work(PostgresSession(connection: connection)) }
            }
        } catch {
            throw StorageError(error, at: address)
        }
    }

    public func write<Value: Sendable>(_ work: @escaping @Sendable (PostgresSession) throws -> Value) async throws -> Value {
        do {
            return try await pool.run { connection in
                try connection.transaction { try work(PostgresSession(connection: connection)) }
            }
        } catch let error where error is PostgresError || error is SchemaError {
            throw StorageError(error, at: address)
        }
    }

    /// Keeps the locks of shoppers apart from those of other programs in the same database: "list" in ASCII.
    private static let lockSeed: Int64 = 0x6c69_7374

    public func write<Value: Sendable>(
        of user: UserID, _ work: @escaping @Sendable (PostgresSession) throws -> Value
    ) async throws -> Value {
        try await write { session in
            // Also where there is no row yet that could be locked.
            try session.run("SELECT pg_advisory_xact_lock(hashtextextended($1, $2))", user.rawValue, Self.lockSeed)
            return try work(session)
        }
    }
}
