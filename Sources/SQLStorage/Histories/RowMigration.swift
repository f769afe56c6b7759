import Histories
import Purchases
import Storage

extension SQLConnection {
    /// Brings what an earlier release kept, a row for each line, into histories, and counts anew what is made of them.
    ///
    /// To be called where the table `history` is new, in the transaction that made it.
    ///
    /// - Parameter onProgress: told now and then how many lines are there already.
    package func bringRowsIntoHistories(onProgress: (Int) -> Void = { _ in }) throws {
        var encoder = HistoryEncoder(deflates: !Self.compressesValues)
        var (last, count): (UserID?, Int) = (nil, 0)
        while case let page = try shoppersWithRows(after: last), !page.isEmpty {
            var pieces: [[SQLValue]] = []
            for user in page {
                let history = History(of: try rows(of: user))
                let stored = try StoredHistory(history, of: ExactText(user.rawValue), by: &encoder, lineLimit: History.lineLimit)
                for (year, content) in stored.pieces { pieces.append([.text(user.rawValue), .integer(Int64(year)), .bytes(content)]) }
                count += history.lines.count
            }
            try insert(into: "history", "customer_id, year, content", pieces)
            onProgress(count)
            last = page.last
        }
        try execute("DROP TABLE purchase", []) { _ in true }
        _ = try recount()
        // At that time quantities were counted whole and sums in hundredths. A later migration makes them thousandths.
        try execute("UPDATE category_month SET units = units / 1000, total = total / 10", []) { _ in true }
    }

    private func rows(of user: UserID) throws -> [Purchase] {
        try rows(
            """
            SELECT order_id, day, product_id, item, brand, category, quantity, base_price, total_price
            FROM purchase WHERE customer_id = $1 ORDER BY order_id, line
            """, user.rawValue
        ) { row in
            Purchase(
                user: user, order: OrderID(rawValue: row.text(0)), date: CalendarDate(dayNumber: Int(row.integer(1))),
                productID: row.text(2), itemName: row.text(3), brand: row.text(4), category: row.text(5),
                quantity: Quantity(Int(row.integer(6))), basePrice: UnitPrice(hundredths: row.integer(7)),
                totalPrice: Money(hundredths: row.integer(8))
            )
        }
    }

    private func shoppersWithRows(after last: UserID?) throws -> [UserID] {
        let select = "SELECT DISTINCT customer_id FROM purchase"
        guard let last else { return try rows("\(select) ORDER BY customer_id LIMIT 100") { UserID(rawValue: $0.text(0)) } }
        return try rows("\(select) WHERE customer_id > $1 ORDER BY customer_id LIMIT 100", last.rawValue) { UserID(rawValue: $0.text(0)) }
    }
}
