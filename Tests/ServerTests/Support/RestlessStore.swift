import Purchases
import Storage
import Synchronization

/// A store whose purchases change whenever somebody looks.
final class RestlessStore: PurchaseStore {
    private let base: any PurchaseStore
    private let count = Mutex<UInt64>(0)

    init(_ base: any PurchaseStore) { self.base = base }

    func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        let revision = Revision(
            rawValue: count.withLock { count in
                count += 1
                return count
            }
        )
        return HistorySummary(revision: revision, lineCount: try await base.summary(of: user).lineCount)
    }

    func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        Versioned(revision: try await revision(of: user), value: try await base.history(of: user).value)
    }

    func revision() async throws(StorageError) -> Revision { try await base.revision() }

    func statistics() async throws(StorageError) -> Versioned<ShopStatistics> { try await base.statistics() }

    func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        try await base.users(matching: text, after: cursor, limit: limit)
    }

    func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> { try await base.categoryMonths() }

    func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        try await base.importPurchases(nextBatch)
    }

    func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> { try await base.log(of: user) }

    func forget(_ user: UserID) async throws -> Int? { try await base.forget(user) }

    func recount() async throws -> Int { try await base.recount() }

    func checkAvailability() async throws(StorageError) {}
}
