public import Purchases
public import Storage

/// A store in a PostgreSQL database, which any number of servers may use at the same time.
///
///     let address = try PostgresAddress("postgres://shop:secret@localhost/purchases")
///     let store = try PostgresPurchaseStore(at: address)
public final class PostgresPurchaseStore: PurchaseStore {
    private let address: PostgresAddress
    private let pool: ConnectionPool
    /// Imports come one after the other and may take long: they have a connection of their own, so that reads go on.
    private let importLane: ConnectionLane

    /// Connects to the database, and makes its tables if they are not there.
    ///
    /// - Parameters:
    ///   - connections: How many may be open besides the one that imports; they are made when they are needed.
    ///   - patience: How long to wait while another server writes, before `StorageError.busy` is thrown.
    public init(at address: PostgresAddress, connections: Int = 4, patience: Duration = .seconds(10)) throws(StorageError) {
        self.address = address
        let limits = SessionLimits(statement: .seconds(30), lock: patience, idleTransaction: .seconds(30))
        // A statement of an import is about thousands of lines, and between two a slow client may send its log.
        let importLimits = SessionLimits(statement: .seconds(600), lock: patience, idleTransaction: .seconds(600))
        pool = ConnectionPool(to: address, size: connections, limits: limits, patience: .seconds(10))
        importLane = ConnectionLane(to: address, limits: importLimits, label: "purchases.import")
        do {
            try Schema.prepare(Connection(to: address, limits: importLimits))
        } catch {
            throw StorageError(error, at: address)
        }
    }

    public func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        try await readMoment { connection in
            Versioned(
                revision: try HistorySummary(of: user, from: connection).revision, value: try Purchase.all(of: user, from: connection))
        }
    }

    public func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        try await read { try HistorySummary(of: user, from: $0) }
    }

    public func revision() async throws(StorageError) -> Revision { try await read(Revision.ofEveryone) }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        let search = UserSearch(text)
        return try await readVersioned { connection in
            var found: [UserID] = []
            var last = cursor
            while found.count < limit {
                // Of many ids few may match, and a question for each would take longer than looking at them.
                let count = search.isForAll ? min(limit - found.count, Self.pageSize) : Self.pageSize
                let page = try UserID.page(after: last, count: count, from: connection)
                found += page.lazy.filter(search.matches).prefix(limit - found.count)
                guard let end = page.last else { break }
                last = end
            }
            return found
        }
    }

    private static let pageSize = 10_000

    public func statistics() async throws(StorageError) -> Versioned<ShopStatistics> { try await readVersioned(ShopStatistics.read) }

    public func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> {
        try await readVersioned { connection in
            try connection.rows("SELECT category, month, lines, units, total FROM category_month ORDER BY category, month") { row in
                CategoryMonth(
                    category: row.text(0), month: Month(index: Int(row.integer(1))), lines: Int(row.integer(2)),
                    units: Int(row.integer(3)), total: Money(hundredths: row.integer(4))
                )
            }
        }
    }

    public func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        do {
            return try await importLane.run { try PurchaseImport.run(nextBatch, into: $0) }
        } catch PostgresError.cancelled {
            throw CancellationError()
        } catch let error where error is PostgresError || error is SchemaError {
            throw StorageError(error, at: address)
        }
    }

    public func checkAvailability() async throws(StorageError) { _ = try await revision() }

    /// Reads with one statement.
    func read<Value: Sendable>(_ work: @Sendable (Connection) throws -> Value) async throws(StorageError) -> Value {
        do { return try await pool.run(work) } catch { throw StorageError(error, at: address) }
    }

    /// Reads with several statements that see the same moment.
    func readMoment<Value: Sendable>(_ work: @Sendable (Connection) throws -> Value) async throws(StorageError) -> Value {
        try await read { connection in try connection.transaction(.moment) { try work(connection) } }
    }

    /// Reads so, and with the revision of everybody's purchases.
    private func readVersioned<Value: Sendable>(
        _ work: @Sendable (Connection) throws -> Value
    ) async throws(StorageError) -> Versioned<Value> {
        try await readMoment { connection in
            Versioned(revision: try Revision.ofEveryone(in: connection), value: try work(connection))
        }
    }

    /// Does the work in a transaction that is on the disk when this returns.
    ///
    /// - Throws: whatever the work throws that is not the database's, as it is.
    func write<Value: Sendable>(_ work: @Sendable (Connection) throws -> Value) async throws -> Value {
        do {
            return try await pool.run { connection in try connection.transaction { try work(connection) } }
        } catch let error where error is PostgresError || error is SchemaError {
            throw StorageError(error, at: address)
        }
    }

    /// Keeps the locks of shoppers apart from those of other programs in the same database: "list" in ASCII.
    private static let lockSeed: Int64 = 0x6c69_7374

    /// Does the work in such a transaction, while no other is about the same shopper's list or links.
    func write<Value: Sendable>(of user: UserID, _ work: @Sendable (Connection) throws -> Value) async throws -> Value {
        try await write { connection in
            // Also where there is no row yet that could be locked.
            try connection.run("SELECT pg_advisory_xact_lock(hashtextextended($1, $2))", user.rawValue, Self.lockSeed)
            return try work(connection)
        }
    }
}

extension UserID {
    /// Reads the next shoppers by id.
    fileprivate static func page(after cursor: UserID?, count: Int, from connection: Connection) throws -> [UserID] {
        let select = "SELECT customer_id FROM customer"
        guard let cursor else {
            return try connection.rows("\(select) ORDER BY customer_id LIMIT $1", Int64(count)) { UserID(rawValue: $0.text(0)) }
        }
        return try connection.rows("\(select) WHERE customer_id > $1 ORDER BY customer_id LIMIT $2", cursor.rawValue, Int64(count)) {
            UserID(rawValue: $0.text(0))
        }
    }
}
