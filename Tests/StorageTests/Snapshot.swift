import Purchases
import Storage

/// Everything a store says, to compare stores.
struct Snapshot: Equatable {
    struct Shopper: Equatable {
        var summary: HistorySummary
        var history: Versioned<[Purchase]>
    }

    var revision: Revision
    var categories: [String]
    var statistics: ShopStatistics
    var categoryMonths: [CategoryMonth]
    var shoppers: [UserID: Shopper] = [:]

    init(of store: any PurchaseStore) async throws {
        revision = try await store.revision()
        categories = try await store.categories().value
        statistics = try await store.statistics().value
        categoryMonths = try await store.categoryMonths().value
        for user in try await store.users(matching: nil, after: nil, limit: .max).value {
            shoppers[user] = Shopper(
                summary: try await store.summary(of: user), history: try await store.history(of: user)
            )
        }
    }
}
