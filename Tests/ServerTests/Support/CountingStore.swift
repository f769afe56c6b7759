import Purchases
import Storage
import Synchronization

/// A store that counts how often purchases are read, and can fail.
final class CountingStore: PurchaseStore {
    private let base: any PurchaseStore
    private let reads = Mutex((purchases: 0, revisions: 0))
    private let failure: StorageError?

    init(_ base: any PurchaseStore, failure: StorageError? = nil) {
        self.base = base
        self.failure = failure
    }

    var purchaseReads: Int { reads.withLock { $0.purchases } }
    var revisionReads: Int { reads.withLock { $0.revisions } }

    func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        reads.withLock { $0.purchases += 1 }
        return try await base.history(of: user)
    }

    func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        if let failure { throw failure }
        reads.withLock { $0.revisions += 1 }
        return try await base.summary(of: user)
    }

    func revision() async throws(StorageError) -> Revision { try await base.revision() }

    func statistics() async throws(StorageError) -> Versioned<ShopStatistics> { try await base.statistics() }

    func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        try await base.users(matching: text, after: cursor, limit: limit)
    }

    func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> { try await base.categoryMonths() }

    func currency() async throws(StorageError) -> String? { try await base.currency() }

    func keepCurrency(_ code: String?) async throws { try await base.keepCurrency(code) }

    func imports(before number: Int?, limit: Int) async throws(StorageError) -> [ImportRecord] {
        try await base.imports(before: number, limit: limit)
    }

    func undoLastImport(_ number: Int?, at time: Timestamp) async throws -> ImportRecord { try await base.undoLastImport(number, at: time) }

    func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) async throws -> ImportOutcome {
        try await base.importPurchases(settings, nextBatch)
    }

    func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> { try await base.log(of: user) }

    func forget(_ user: UserID) async throws -> Int? { try await base.forget(user) }

    func recount() async throws -> Int { try await base.recount() }

    func checkAvailability() async throws(StorageError) {
        if let failure { throw failure }
    }
}
