public import Purchases
public import Storage

/// A store in a database that is spoken to in SQL. What it keeps is read and written here, once for all of them.
///
/// A database brings its connections, its transactions, its tables and the import of purchases, which each does in its own fast way.
public protocol SQLStore: PurchaseStore, BucketListStore, LinkStore, MailSubscriptionStore, AccessStore, SuggestionStore, ChartStore {
    associatedtype Session: SQLConnection

    /// Tells the last day that has come.
    var today: @Sendable () -> CalendarDate { get }

    /// Reads with one statement.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws(StorageError) -> Value

    /// Reads with several statements that see the same moment.
    func readMoment<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws(StorageError) -> Value

    /// Reads with one statement what tells purchases apart: their revisions, and what sums are in.
    func readRevision<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws(StorageError) -> Value

    /// Reads with several statements that see the same moment what is kept of one shopper's purchases, or of everybody's.
    ///
    /// These may come from a copy of the database that has the same.
    func readPurchases<Value: Sendable>(
        of user: UserID?, _ work: @escaping @Sendable (Session) throws -> Value
    ) async throws(StorageError) -> Value

    /// Does the work in a transaction that is on the disk when this returns.
    ///
    /// - Throws: whatever the work throws that is not the database's, as it is.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws -> Value

    /// Does the work in such a transaction, while no other is about the same shopper's list or links.
    func write<Value: Sendable>(of user: UserID, _ work: @escaping @Sendable (Session) throws -> Value) async throws -> Value
}

extension SQLStore {
    public func readRevision<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws(StorageError) -> Value {
        try await read(work)
    }

    public func readPurchases<Value: Sendable>(
        of user: UserID?, _ work: @escaping @Sendable (Session) throws -> Value
    ) async throws(StorageError) -> Value {
        try await readMoment(work)
    }

    /// Does work in such a transaction that throws nothing but what the database does.
    func change<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws(StorageError) -> Value {
        do { return try await write(work) } catch let error as StorageError { throw error } catch { throw .cancelled }
    }
}
