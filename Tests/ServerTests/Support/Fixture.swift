import Purchases
import Reports
import Storage
import Synchronization

@testable import Server

/// A small purchase log.
enum Fixture {
    static func store() async throws -> InMemoryPurchaseStore {
        let store = InMemoryPurchaseStore()
        try await add(purchases, to: store)
        return store
    }

    static func add(_ purchases: [Purchase], to store: any PurchaseStore) async throws {
        let rest = Mutex(purchases)
        _ = try await store.importPurchases(ImportSettings(currency: "USD")) {
            rest.withLock { rest in
                defer { rest = [] }
                return rest
            }
        }
    }

    /// Ten orders of three lines for one shopper, one order for each of the others.
    static let purchases: [Purchase] = {
        let items: [(String, String, Int64)] = [
            ("Whole Milk", "Dairy", 349), ("Sourdough Loaf", "Bakery", 525), ("Apples", "Produce", 299),
        ]
        var purchases: [Purchase] = []
        for order in 0..<10 {
            let date = Month(year: 2024, month: 1)!.adding(months: order / 2).firstDay.adding(days: order * 2)
            for (line, item) in items.enumerated() {
                purchases.append(purchase("U001", "100\(order)", date, item.0, item.1, item.2, quantity: line + 1))
            }
        }
        for user in ["U 001", "U/002", "Ü003", "U004", "x.json", "U005"] {
            purchases.append(purchase(user, "2000", Month(year: 2024, month: 3)!.firstDay, "Tea", "Drinks", 450, quantity: 1))
        }
        return purchases
    }()

    static func purchase(
        _ user: String, _ order: String, _ date: CalendarDate, _ item: String, _ category: String, _ price: Int64, quantity: Int
    ) -> Purchase {
        let price = Money(hundredths: price)
        return Purchase(
            user: UserID(rawValue: user), order: OrderID(rawValue: order), date: date, itemName: item, category: category,
            quantity: Quantity(quantity), basePrice: UnitPrice(price), totalPrice: price * quantity
        )
    }

    /// The fields that an insight cannot do without, to follow others in a query.
    static func requiredFields(of insight: Insight) -> String { insight == .priceHistory ? "&item=Apples" : "" }

    /// The path of every insight of the first shopper that needs no parameter.
    static let insightPaths = Insight.allCases.filter { $0 != .priceHistory }.map { "/api/users/U001/\($0.name)" }
}
