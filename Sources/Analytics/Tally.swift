import Purchases

/// The sums of some purchases.
struct Tally {
    private(set) var total = Money.zero
    private(set) var lineCount = 0
    private(set) var units = Quantity.zero
    private var orders: Set<OrderID> = []
    private var lastOrder: OrderID?

    var orderCount: Int { orders.count }

    mutating func add(_ purchase: Purchase) {
        total += purchase.totalPrice
        lineCount += 1
        units += purchase.quantity
        // Lines of one order come together, and comparing is cheaper than hashing.
        guard purchase.order != lastOrder else { return }
        orders.insert(purchase.order)
        lastOrder = purchase.order
    }
}
