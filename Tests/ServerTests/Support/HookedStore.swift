import Purchases
import Storage

/// A store to which something happens just before purchases are read.
final class HookedStore: PurchaseStore {
    private let base: any PurchaseStore
    private let weights: [UserID: Int]
    private let beforeHistory: @Sendable (UserID) async -> Void
    private let beforeStatistics: @Sendable () async -> Void
    private let beforeSearch: @Sendable () async -> Void

    /// - Parameter weights: how many lines shoppers are said to have, in place of how many they have.
    init(
        _ base: any PurchaseStore, weights: [UserID: Int] = [:], beforeHistory: @escaping @Sendable (UserID) async -> Void = { _ in },
        beforeStatistics: @escaping @Sendable () async -> Void = {}, beforeSearch: @escaping @Sendable () async -> Void = {}
    ) {
        self.base = base
        self.weights = weights
        self.beforeHistory = beforeHistory
        self.beforeStatistics = beforeStatistics
        self.beforeSearch = beforeSearch
    }

    func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        await beforeHistory(user)
        return try await base.history(of: user)
    }

    func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> { try await base.log(of: user) }

    func forget(_ user: UserID) async throws -> Int? { try await base.forget(user) }

    func recount() async throws -> Int { try await base.recount() }

    func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        let summary = try await base.summary(of: user)
        return HistorySummary(revision: summary.revision, lineCount: weights[user] ?? summary.lineCount, currency: summary.currency)
    }

    func revision() async throws(StorageError) -> Revision { try await base.revision() }

    func statistics() async throws(StorageError) -> Versioned<ShopStatistics> {
        await beforeStatistics()
        return try await base.statistics()
    }

    func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        if text?.isEmpty == false { await beforeSearch() }
        return try await base.users(matching: text, after: cursor, limit: limit)
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

    func checkAvailability() async throws(StorageError) { try await base.checkAvailability() }
}
