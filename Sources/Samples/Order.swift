import Purchases

/// What one shopper buys at one time.
struct Order {
    struct Line {
        var product: Int
        /// Negative for what is given back.
        var quantity: Int
        /// The price of one.
        var price: Money

        var total: Money { price * quantity }
    }

    var date: CalendarDate
    var lines: [Line]

    var total: Money { lines.reduce(.zero) { $0 + $1.total } }

    func contains(product: Int) -> Bool { lines.contains { $0.product == product } }
}
