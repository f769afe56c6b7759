import GRDB
import Purchases
import Storage

extension Purchase {
    /// What of a row makes a purchase, its shopper and its order aside.
    static let columns = "day, product_id, item, brand, category, quantity, base_price, total_price"

    /// Makes a purchase from a row that has `columns` from `first` on.
    init(user: UserID, order: OrderID, row: SQLiteRow, from first: Int32) {
        self.init(
            user: user, order: order, date: CalendarDate(dayNumber: Int(row.integer(first))),
            productID: row.text(first + 1), itemName: row.text(first + 2), brand: row.text(first + 3), category: row.text(first + 4),
            quantity: Int(row.integer(first + 5)),
            basePrice: Money(hundredths: row.integer(first + 6)), totalPrice: Money(hundredths: row.integer(first + 7))
        )
    }

    /// Returns all of a shopper's purchases, by date, then order, then line.
    static func all(of user: UserID, from db: Database) throws -> [Purchase] {
        let select = try PreparedStatement(
            "SELECT order_id, \(columns) FROM purchase WHERE customer_id = ? ORDER BY day, order_id, line", in: db
        )
        var purchases: [Purchase] = []
        try select.forEachRow(user.rawValue) { row in
            purchases.append(Purchase(user: user, order: OrderID(rawValue: row.text(0)), row: row, from: 1))
        }
        return purchases
    }
}

extension HistorySummary {
    init(of user: UserID, from db: Database) throws {
        let select = try PreparedStatement("SELECT revision, lines FROM customer WHERE customer_id = ?", in: db)
        let summary = try select.first(user.rawValue) { row in
            HistorySummary(revision: Revision(bits: row.integer(0)), lineCount: Int(row.integer(1)))
        }
        guard let summary else { throw StorageError.unknownUser(user) }
        self = summary
    }
}

extension Revision {
    /// Reads the revision of all shoppers' purchases.
    static func ofEveryone(in db: Database) throws -> Revision {
        try PreparedStatement("SELECT revision FROM store", in: db).first { Revision(bits: $0.integer(0)) } ?? .zero
    }
}
