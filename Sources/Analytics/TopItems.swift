public import Purchases

/// The items bought most.
public struct TopItems: Hashable, Sendable {
    public enum Ranking: String, CaseIterable, Sendable {
        /// By order lines.
        case count
        case spend
    }

    public struct Row: Hashable, Sendable {
        public var itemName: String
        /// The category of the latest purchase.
        public var category: String
        /// Order lines, refunds included.
        public var purchaseCount: Int
        public var units: Quantity
        public var total: Money
        /// The sum divided by the units; nil when as many were given back as bought.
        public var averagePrice: Money?
        public var lastPurchased: CalendarDate
    }

    public var rows: [Row]
    /// How many items there are, those beyond the limit included.
    public var itemCount: Int

    /// - Parameter purchases: in order of date.
    public init(of purchases: [Purchase], limit: Int, by ranking: Ranking) {
        var rows: [String: Row] = [:]
        for purchase in purchases {
            rows[purchase.itemName, default: Row(first: purchase)].add(purchase)
        }
        itemCount = rows.count
        let sorted = rows.values.sorted { a, b in
            switch ranking {
            case .count: (b.purchaseCount, b.total, a.itemName) < (a.purchaseCount, a.total, b.itemName)
            case .spend: (b.total, b.purchaseCount, a.itemName) < (a.total, a.purchaseCount, b.itemName)
            }
        }
        self.rows = sorted.prefix(limit).map { row in
            var row = row
            row.averagePrice = row.units == .zero ? nil : row.total.divided(by: row.units)
            return row
        }
    }
}

extension TopItems.Row {
    /// A row of nothing yet, for the item of `purchase`.
    fileprivate init(first purchase: Purchase) {
        self.init(
            itemName: purchase.itemName, category: purchase.category, purchaseCount: 0, units: 0, total: .zero, averagePrice: nil,
            lastPurchased: purchase.date
        )
    }

    fileprivate mutating func add(_ purchase: Purchase) {
        if purchase.category != category { category = purchase.category }
        purchaseCount += 1
        units += purchase.quantity
        total += purchase.totalPrice
        lastPurchased = max(lastPurchased, purchase.date)
    }
}
