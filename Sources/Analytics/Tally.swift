import Purchases

/// The sums of some purchases.
struct Tally {
    private(set) var total = Money.zero
    private(set) var lineCount = 0
    private(set) var units = 0
    private var orders: Set<OrderID> = []

    var orderCount: Int { orders.count }

    mutating func add(_ purchase: Purchase) {
        total += purchase.totalPrice
        lineCount += 1
        units += purchase.quantity
        orders.insert(purchase.order)
    }
}
