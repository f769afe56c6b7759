public import Purchases

/// What was paid for one of an item, each time it was bought.
public struct PriceHistory: Hashable, Sendable {
    public struct Price: Hashable, Sendable {
        public var date: CalendarDate
        /// What a line came to, discounts included, divided by its quantity.
        public var unitPrice: Money
    }

    /// In order of date; a price that was paid twice on a day is there once.
    public var prices: [Price]

    public var minimum: Money? { prices.lazy.map(\.unitPrice).min() }
    public var maximum: Money? { prices.lazy.map(\.unitPrice).max() }
    public var latest: Money? { prices.last?.unitPrice }
    /// The latest price less the first.
    public var change: Money? { prices.first.flatMap { first in latest.map { $0 - first.unitPrice } } }
    /// The same as a fraction of the first price; nil when that was nothing.
    public var changeShare: Double? {
        guard let change, let first = prices.first?.unitPrice, first > .zero else { return nil }
        return Double(change.thousandths) / Double(first.thousandths)
    }

    /// - Parameter purchases: in order of date. Refunds and other items are passed over.
    public init(of purchases: [Purchase], item: String) {
        prices = []
        for purchase in purchases where purchase.itemName == item && !purchase.isRefund && purchase.quantity > .zero {
            let price = Price(date: purchase.date, unitPrice: purchase.totalPrice.divided(by: purchase.quantity))
            let today = prices.reversed().prefix { $0.date == price.date }
            if !today.contains(price) { prices.append(price) }
        }
    }
}
