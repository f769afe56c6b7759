import Purchases
import Storage

/// A store that reads what it is given and keeps nothing: for a dry run.
struct DiscardingPurchaseStore: PurchaseStore {
    func history(of user: UserID) throws(StorageError) -> Versioned<[Purchase]> { throw .unknownUser(user) }
    func log(of user: UserID) throws(StorageError) -> Versioned<[Purchase]> { throw .unknownUser(user) }
    func summary(of user: UserID) throws(StorageError) -> HistorySummary { throw .unknownUser(user) }
    func currency() -> String? { nil }
    func keepCurrency(_ code: String?) {}
    func revision() -> Revision { .zero }
    func users(matching text: String?, after cursor: UserID?, limit: Int) -> Versioned<[UserID]> { Versioned(revision: .zero, value: []) }
    func statistics() -> Versioned<ShopStatistics> { Versioned(revision: .zero, value: .none) }
    func categoryMonths() -> Versioned<[CategoryMonth]> { Versioned(revision: .zero, value: []) }
    func forget(_ user: UserID) -> Int? { nil }
    func recount() -> Int { 0 }
    func checkAvailability() {}
    func imports(before number: Int?, limit: Int) -> [ImportRecord] { [] }
    func undoLastImport(_ number: Int?, at time: Timestamp) throws -> ImportRecord { throw UndoRefusal.nothing }

    func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) async throws -> ImportOutcome {
        var lines = 0
        while case let batch = try nextBatch(), !batch.isEmpty { lines += batch.count }
        return ImportOutcome(lines: lines)
    }
}
