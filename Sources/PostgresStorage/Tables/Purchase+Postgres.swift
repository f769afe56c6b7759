import Purchases
import Storage

extension Purchase {
    /// What of a row makes a purchase, its shopper and its order aside.
    static let columns = "day, product_id, item, brand, category, quantity, base_price, total_price"

    /// Makes a purchase from a row that has `columns` from `first` on.
    init(user: UserID, order: OrderID, row: PostgresRow, from first: Int32) {
        self.init(
            user: user, order: order, date: CalendarDate(dayNumber: Int(row.integer(first))),
            productID: row.text(first + 1), itemName: row.text(first + 2), brand: row.text(first + 3), category: row.text(first + 4),
            quantity: Int(row.integer(first + 5)),
            basePrice: Money(hundredths: row.integer(first + 6)), totalPrice: Money(hundredths: row.integer(first + 7))
        )
    }

    /// Returns a shopper's purchases that pass the filter, by date, then order, then line.
    ///
    /// The filter itself says what passes, so that all stores understand it alike.
    static func all(of user: UserID, in filter: PurchaseFilter, from connection: Connection) throws -> [Purchase] {
        var isKnown = false
        var purchases: [Purchase] = []
        try connection.forEachRow(
            "SELECT order_id, \(columns) FROM purchase WHERE customer_id = $1 ORDER BY day, order_id, line", user.rawValue
        ) { row in
            isKnown = true
            guard filter.contains(CalendarDate(dayNumber: Int(row.integer(1)))) else { return }
            let purchase = Purchase(user: user, order: OrderID(rawValue: row.text(0)), row: row, from: 1)
            if filter.contains(purchase) { purchases.append(purchase) }
        }
        guard isKnown else { throw StorageError.unknownUser(user) }
        return purchases
    }
}
