import Purchases
import Storage
import Synchronization

/// A store whose purchases change whenever somebody looks.
final class RestlessStore: PurchaseStore {
    private let base: any PurchaseStore
    private let count = Mutex<UInt64>(0)

    init(_ base: any PurchaseStore) { self.base = base }

    func revision(of user: UserID) async throws(StorageError) -> Revision {
        Revision(
            rawValue: count.withLock { count in
                count += 1
                return count
            }
        )
    }

    func purchases(of user: UserID, in filter: PurchaseFilter) async throws(StorageError) -> [Purchase] {
        try await base.purchases(of: user, in: filter)
    }

    func revision() async throws(StorageError) -> Revision { try await base.revision() }

    func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> [UserID] {
        try await base.users(matching: text, after: cursor, limit: limit)
    }

    func categories() async throws(StorageError) -> [String] { try await base.categories() }

    func categoryMonths() async throws(StorageError) -> [CategoryMonth] { try await base.categoryMonths() }

    func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        try await base.importPurchases(nextBatch)
    }

    func checkAvailability() async throws(StorageError) {}
}
