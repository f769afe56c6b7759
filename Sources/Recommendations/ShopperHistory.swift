public import Purchases

/// One shopper's purchases, item by item, as they were known on a day.
///
/// Several lines of one item on one day are one purchase where days count, and several where lines do. What was given back was not
/// bought.
public struct ShopperHistory: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let name: String
        /// That of the latest line.
        public var category: String
        /// Order lines.
        public var lineCount = 0
        /// That of the latest line that has one; empty without.
        public var product = ""
        /// The days it was bought on, since 1970-01-01, each once, in order.
        public var days: [Int] = []
        /// Which of the history's days these are.
        var orders: [Int] = []
        /// What everybody does with it.
        var shared = SharedCounts()
        var units = Quantity.zero
        var total = Money.zero
        var prices = PriceSpread()

        public var firstDay: Int { days.first ?? 0 }
        public var lastDay: Int { days.last ?? 0 }
        /// From the first line to the last, divided by the steps between lines, in days; nil for a single line.
        public var meanInterval: Double? { lineCount > 1 ? Double(lastDay - firstDay) / Double(lineCount - 1) : nil }
        public var averagePrice: Money? { units > .zero ? total.divided(by: units) : nil }
    }

    /// In the order in which they were first bought.
    public let items: [Item]
    /// The days on which anything was bought, each once, in order.
    public let days: [Int]
    /// How many different items were bought on each of the days.
    let orderSizes: [Int]
    public let categories: Set<String>
    /// The day that counts as today.
    public let today: Int

    /// Makes the history, or nil where nothing was bought until then.
    ///
    /// - Parameters:
    ///   - purchases: in order of date.
    ///   - everyone: what all shoppers bought: what is told of the history among all others is of these.
    ///   - asOf: the day that counts as today; nil for the later of the shop's last day and the shopper's.
    public init?(of purchases: [Purchase], asOf: CalendarDate?, among everyone: ShopStatistics) {
        // What is dated in the future is not known yet.
        let asOf = asOf ?? (everyone.hasFutureDays ? everyone.days?.upperBound : nil)
        var items: [Item] = []
        var numbers: [String: Int] = [:]
        var days: [Int] = []
        var sizes: [Int] = []
        for purchase in purchases where !purchase.isRefund {
            if let asOf, purchase.date > asOf { continue }
            let day = purchase.date.dayNumber
            if days.last != day {
                days.append(day)
                sizes.append(0)
            }
            let order = days.count - 1
            if let number = numbers[purchase.itemName] {
                if items[number].add(purchase, day, order) { sizes[order] += 1 }
            } else {
                numbers[purchase.itemName] = items.count
                items.append(Item(name: purchase.itemName, category: purchase.category))
                if items[items.count - 1].add(purchase, day, order) { sizes[order] += 1 }
            }
        }
        guard let last = days.last else { return nil }
        // Once for each item: looking it up costs more than all that is done with it.
        for place in items.indices { items[place].shared = SharedCounts(everyone.items[items[place].name]) }
        self.items = items
        self.days = days
        orderSizes = sizes
        categories = Set(items.lazy.map(\.category))
        today = asOf?.dayNumber ?? max(last, everyone.days?.upperBound.dayNumber ?? last)
    }

    /// The first and the last day on which anything was bought.
    public var firstDay: Int { days.first ?? today }
    public var lastDay: Int { days.last ?? today }

    /// The mean time from one order to the next in days, at least 1; a week for a single order.
    public var orderGap: Double {
        days.count > 1 ? max(1, Double(lastDay - firstDay) / Double(days.count - 1)) : 7
    }

    /// How many different items an order has in the mean.
    var meanOrderSize: Double { Double(orderSizes.reduce(0, +)) / Double(max(1, days.count)) }

    /// The names of all items.
    func names() -> Set<String> { Set(items.lazy.map(\.name)) }
}

/// What everybody does with an item, in numbers alone; see `ShopStatistics.Item`.
struct SharedCounts: Hashable, Sendable {
    var purchases = 0, followed = 0, repeated = 0, intervals = 0
    var logIntervals = 0.0

    init() {}

    init(_ item: ShopStatistics.Item?) {
        guard let item else { return }
        (purchases, followed, repeated, intervals) = (item.purchases, item.followed, item.repeated, item.intervals)
        logIntervals = item.logIntervals
    }

    /// How often the item is in the very next order of whoever bought it, shrunk towards 3 %.
    var repeatShare: Double { (Double(repeated) + 0.3) / (Double(followed) + 10) }
}

extension ShopperHistory.Item {
    /// Adds a line, and returns whether it is the first of its day.
    fileprivate mutating func add(_ purchase: Purchase, _ day: Int, _ order: Int) -> Bool {
        let isFirst = orders.last != order
        lineCount += 1
        if isFirst {
            days.append(day)
            orders.append(order)
        }
        if product != purchase.productID, !purchase.productID.isEmpty { product = purchase.productID }
        if category != purchase.category { category = purchase.category }
        units += purchase.quantity
        total += purchase.totalPrice
        prices.add(purchase.quantity > .zero ? purchase.totalPrice.amount / purchase.quantity.amount : purchase.basePrice.amount)
        return isFirst
    }
}
