public import Purchases

/// What was spent in each category, the largest sum first.
public struct CategorySpending: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var category: String
        /// Refunds netted.
        public var total: Money
        public var orderCount: Int
        /// Order lines, refunds included.
        public var lineCount: Int
        /// Quantities added up, refunds netted.
        public var units: Quantity
        /// The part of the whole sum, as a fraction of 1; 0 when that sum is not positive.
        public var share: Double
    }

    public var rows: [Row]
    public var total: Money

    public init(of purchases: [Purchase]) {
        var tallies: [String: Tally] = [:]
        for purchase in purchases { tallies[purchase.category, default: Tally()].add(purchase) }
        let total = tallies.values.reduce(Money.zero) { $0 + $1.total }
        self.total = total
        rows = tallies.map { category, tally in
            Row(
                category: category, total: tally.total, orderCount: tally.orderCount, lineCount: tally.lineCount, units: tally.units,
                share: total > .zero ? Double(tally.total.thousandths) / Double(total.thousandths) : 0
            )
        }
        .sorted { ($1.total, $0.category) < ($0.total, $1.category) }
    }
}
