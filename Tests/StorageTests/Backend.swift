import Foundation
import PostgresStorage
import TestServers
import Purchases
import SQLiteStorage
import Storage
import Testing

/// Every kind of store: all keep the promises of `PurchaseStore`.
enum Backend: CaseIterable, Hashable, Sendable {
    case memory, sqliteInMemory, sqliteFile, cachedMemory, cachedSQLite
    case postgres(PostgresRoute)

    static let allCases: [Backend] =
        [.memory, .sqliteInMemory, .sqliteFile, .cachedMemory, .cachedSQLite] + PostgresRoute.allCases.map(Backend.postgres)

    /// Calls `body` with an empty store of this kind.
    func withStore<Result>(_ body: (any PurchaseStore) async throws -> Result) async throws -> Result {
        switch self {
        case .memory: try await body(InMemoryPurchaseStore())
        case .sqliteInMemory: try await body(SQLitePurchaseStore(path: ":memory:"))
        case .sqliteFile: try await withTemporaryFile { try await body(SQLitePurchaseStore(path: $0)) }
        case .cachedMemory: try await body(CachingPurchaseStore(InMemoryPurchaseStore(), capacity: 20))
        case .cachedSQLite: try await body(CachingPurchaseStore(try SQLitePurchaseStore(path: ":memory:")))
        case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
        }
    }
}

/// Calls `body` with the path of a file that is not there yet, in a folder that goes away afterwards.
func withTemporaryFile<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "storage tests é \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appending(path: "purchases.sqlite").path(percentEncoded: false))
}
