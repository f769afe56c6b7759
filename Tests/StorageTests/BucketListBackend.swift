import PostgresStorage
import Purchases
import SQLiteStorage
import Storage

/// Every kind of store of bucket lists.
enum BucketListBackend: CaseIterable, Sendable {
    case memory, sqliteInMemory, sqliteFile
    case postgres(PostgresRoute)

    static let allCases: [BucketListBackend] =
        [.memory, .sqliteInMemory, .sqliteFile] + PostgresRoute.allCases.map(BucketListBackend.postgres)

    /// Calls `body` with an empty store of this kind.
    func withStore<Result>(_ body: (any BucketListStore) async throws -> Result) async throws -> Result {
        switch self {
        case .memory: try await body(InMemoryBucketListStore())
        case .sqliteInMemory: try await body(SQLitePurchaseStore(path: ":memory:"))
        case .sqliteFile: try await withTemporaryFile { try await body(SQLitePurchaseStore(path: $0)) }
        case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
        }
    }
}

extension BucketListStore {
    /// Changes the list of one shopper.
    @discardableResult
    func change(
        _ change: BucketListChange, ifVersion version: Int? = nil, of user: String = "U1", at time: Int64 = 0
    ) async throws -> BucketList {
        try await changeBucketList(of: UserID(rawValue: user), change, ifVersion: version, at: time)
    }

    func list(of user: String = "U1") async throws -> BucketList { try await bucketList(of: UserID(rawValue: user)) }
}

extension BucketList {
    var names: [String] { items.map(\.content.name) }
}

extension BucketListChange {
    static func add(_ name: String, position: Int? = nil) -> BucketListChange { .add(.init(name: name), position: position) }
}
