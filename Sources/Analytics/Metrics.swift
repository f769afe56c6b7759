public import Purchases

/// A shopper's key figures.
public struct Metrics: Hashable, Sendable {
    public var totalSpending: Money
    public var orderCount: Int
    /// Orders divided by the calendar months from the first purchase's to the last one's, both counted.
    public var ordersPerMonth: Double
    /// Days from the first order to the last, divided by the orders less one; nil for fewer than two orders.
    public var meanDaysBetweenOrders: Double?
    /// Nil without an order.
    public var averageOrderValue: Money?
    /// Distinct item names.
    public var productDiversity: Int
    public var units: Quantity
    /// Order lines.
    public var lineCount: Int
    /// The largest sum first.
    public var categories: [CategorySpending.Row]

    /// The category most was spent on.
    public var topCategory: String? { categories.first?.category }

    public init(of purchases: [Purchase]) {
        var tally = Tally()
        for purchase in purchases { tally.add(purchase) }
        totalSpending = tally.total
        orderCount = tally.orderCount
        units = tally.units
        lineCount = tally.lineCount
        averageOrderValue = tally.orderCount == 0 ? nil : tally.total.divided(by: tally.orderCount)
        productDiversity = Set(purchases.lazy.map(\.itemName)).count
        categories = CategorySpending(of: purchases).rows

        let dates = purchases.lazy.map(\.date)
        if let first = dates.min(), let last = dates.max() {
            ordersPerMonth = Double(orderCount) / Double(first.month.distance(to: last.month) + 1)
            meanDaysBetweenOrders = orderCount < 2 ? nil : Double(last.days(since: first)) / Double(orderCount - 1)
        } else {
            ordersPerMonth = 0
            meanDaysBetweenOrders = nil
        }
    }
}
