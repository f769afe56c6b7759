import Purchases
import Synchronization
import Storage

extension Purchase {
    /// A line to try things on: only what a test is about has to be given.
    static func sample(
        _ user: String = "U1", order: String = "1", on date: String = "2024-01-31", _ item: String = "Milk", category: String = "Dairy",
        quantity: Quantity = 1, total: Int64 = 2_48
    ) -> Purchase {
        Purchase(
            user: UserID(rawValue: user), order: OrderID(rawValue: order), date: CalendarDate(date) ?? CalendarDate(dayNumber: 0),
            productID: "P-\(item)", itemName: item, brand: "Brand of \(item)", category: category, quantity: quantity,
            basePrice: UnitPrice(hundredths: total), totalPrice: Money(hundredths: total)
        )
    }
}

extension PurchaseStore {
    /// Imports `purchases` as one import, in batches of `batchSize`.
    @discardableResult
    func add(_ purchases: [Purchase], batchSize: Int = 1_000, _ settings: ImportSettings = ImportSettings()) async throws -> ImportOutcome {
        let rest = Mutex(purchases[...])
        return try await importPurchases(settings) {
            rest.withLock { rest in
                defer { rest = rest.dropFirst(batchSize) }
                return Array(rest.prefix(batchSize))
            }
        }
    }

    func allPurchases(of user: String = "U1") async throws -> [Purchase] {
        try await history(of: UserID(rawValue: user)).value
    }
}
