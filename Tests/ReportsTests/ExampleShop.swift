import Foundation
import LogReading
import Purchases
import Storage
import Synchronization
import Typography

/// The purchase log of this repository, as a server has it.
struct ExampleShop: Sendable {
    let user = UserID(rawValue: "U001")
    /// All purchases of that shopper, in order of date.
    let history: [Purchase]
    let everyone: ShopStatistics
    let months: [CategoryMonth]
    let typesetter: Typesetter

    init() async throws {
        typesetter = try Typesetter()
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data/purchases.csv").standardizedFileURL
        let store = InMemoryPurchaseStore()
        let rows = Mutex(try PurchaseLog(contentsOf: file.path(percentEncoded: false)).rows())
        _ = try await store.importPurchases {
            try rows.withLock { rows in
                while let row = try rows.next() { if case .purchase(let purchase, _) = row { return [purchase] } }
                return []
            }
        }
        history = try await store.history(of: user).value
        everyone = await store.statistics().value
        months = await store.categoryMonths().value
    }
}
