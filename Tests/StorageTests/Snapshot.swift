import Purchases
import Storage

/// Everything a store says, to compare stores.
struct Snapshot: Equatable {
    struct Shopper: Equatable {
        var revision: Revision
        var purchases: [Purchase]
    }

    var revision: Revision
    var categories: [String]
    var categoryMonths: [CategoryMonth]
    var shoppers: [UserID: Shopper] = [:]

    init(of store: any PurchaseStore) async throws {
        revision = try await store.revision()
        categories = try await store.categories()
        categoryMonths = try await store.categoryMonths()
        for user in try await store.users(matching: nil, after: nil, limit: .max) {
            shoppers[user] = Shopper(
                revision: try await store.revision(of: user), purchases: try await store.purchases(of: user, in: .none)
            )
        }
    }
}
