public import Purchases

/// What was spent in each month of a range, months without a purchase included.
public struct MonthlyTrends: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var month: Month
        public var total: Money
        public var orderCount: Int
        public var lineCount: Int
        /// Only the categories that were bought from in this month.
        public var byCategory: [String: Money]
    }

    /// In order of time.
    public var rows: [Row]
    /// The categories of all rows, the largest sum first.
    public var categories: [String]

    /// - Parameters:
    ///   - purchases: those that pass the filter.
    ///   - filter: its range is the range of the rows; where it is open, the first or last purchase ends it.
    public init(of purchases: [Purchase], in filter: PurchaseFilter) {
        var tallies: [Month: Tally] = [:]
        var byCategory: [Month: [String: Money]] = [:]
        for purchase in purchases {
            let month = purchase.date.month
            tallies[month, default: Tally()].add(purchase)
            byCategory[month, default: [:]][purchase.category, default: .zero] += purchase.totalPrice
        }
        rows = Self.months(of: tallies.keys, in: filter).map { month in
            let tally = tallies[month] ?? Tally()
            return Row(
                month: month, total: tally.total, orderCount: tally.orderCount, lineCount: tally.lineCount,
                byCategory: byCategory[month] ?? [:]
            )
        }
        categories = CategorySpending(of: purchases).rows.map(\.category)
    }

    /// A range longer than this is shortened at its empty end, so that `from=0001-01` costs nothing.
    static let maximumMonthCount = 1_200

    private static func months(of bought: some Collection<Month>, in filter: PurchaseFilter) -> [Month] {
        if case .only(let month) = filter.month { return [month] }
        guard var first = filter.from?.month ?? bought.min(), var last = filter.to?.month ?? bought.max(), first <= last else { return [] }
        if first.distance(to: last) >= maximumMonthCount {
            if let earliest = bought.min(), let latest = bought.max() {
                (first, last) = (earliest, latest)
            }
            last = min(last, first.adding(months: maximumMonthCount - 1))
        }
        return (first...last).filter { filter.month?.contains($0) ?? true }
    }
}
