import Purchases
import Storage

/// A store that reads what it is given and keeps nothing: for a dry run.
struct DiscardingPurchaseStore: PurchaseStore {
    func purchases(of user: UserID, in filter: PurchaseFilter) throws(StorageError) -> [Purchase] { throw .unknownUser(user) }
    func revision(of user: UserID) throws(StorageError) -> Revision { throw .unknownUser(user) }
    func revision() -> Revision { Revision(rawValue: 0) }
    func users(matching text: String?, after cursor: UserID?, limit: Int) -> [UserID] { [] }
    func categories() -> [String] { [] }
    func categoryMonths() -> [CategoryMonth] { [] }
    func checkAvailability() {}

    func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) async throws -> ImportOutcome {
        var lines = 0
        while case let batch = try nextBatch(), !batch.isEmpty { lines += batch.count }
        return ImportOutcome(lines: lines)
    }
}
