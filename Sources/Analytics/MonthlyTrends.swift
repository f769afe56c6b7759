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
    ///   - purchases: those that pass the filter, best in order of date, which costs least.
    ///   - filter: its range is the range of the rows; where it is open, the first or last purchase ends it.
    public init(of purchases: [Purchase], in filter: PurchaseFilter) {
        var places: [String: Int] = [:]
        var names: [String] = []
        var parts: [Month: Part] = [:]
        var current = Part()
        var (day, month): (CalendarDate?, Month?) = (nil, nil)
        for purchase in purchases {
            if purchase.date != day {
                day = purchase.date
                let next = purchase.date.month
                if next != month {
                    if let month { parts[month] = current }
                    current = parts.removeValue(forKey: next) ?? Part()
                    month = next
                }
            }
            let place = places[purchase.category] ?? names.count
            if place == names.count {
                places[purchase.category] = place
                names.append(purchase.category)
            }
            current.add(purchase, to: place)
        }
        if let month { parts[month] = current }
        rows = Self.months(of: parts.keys, in: filter).map { month in
            let part = parts[month] ?? Part()
            return Row(
                month: month, total: part.tally.total, orderCount: part.tally.orderCount, lineCount: part.tally.lineCount,
                byCategory: part.sums(of: names)
            )
        }
        let totals = names.indices.map { place in parts.values.reduce(Money.zero) { $0 + ($1.sum(of: place) ?? .zero) } }
        categories = names.indices.sorted { (totals[$1], names[$0]) < (totals[$0], names[$1]) }.map { names[$0] }
    }

    /// What was bought in a month; categories are numbered, since hashing a name costs more than adding an amount.
    private struct Part {
        private(set) var tally = Tally()
        private var sums: [Money?] = []

        mutating func add(_ purchase: Purchase, to place: Int) {
            tally.add(purchase)
            while sums.count <= place { sums.append(nil) }
            sums[place] = (sums[place] ?? .zero) + purchase.totalPrice
        }

        func sum(of place: Int) -> Money? { place < sums.count ? sums[place] : nil }

        func sums(of names: [String]) -> [String: Money] {
            var result = Dictionary<String, Money>(minimumCapacity: sums.count)
            for (place, sum) in sums.enumerated() where sum != nil { result[names[place]] = sum }
            return result
        }
    }

    /// Of a range longer than this, two centuries, only what lies between purchases is shown, so that `from=0001-01` costs nothing; where
    /// that is as long, as with a date that is wrong by millennia, only the months of purchases.
    package static let maximumMonthCount = 2_400

    private static func months(of bought: some Collection<Month>, in filter: PurchaseFilter) -> [Month] {
        if case .only(let month) = filter.month { return [month] }
        guard var first = filter.from?.month ?? bought.min(), var last = filter.to?.month ?? bought.max(), first <= last else { return [] }
        if first.distance(to: last) >= maximumMonthCount {
            if let earliest = bought.min(), let latest = bought.max() {
                (first, last) = (earliest, latest)
                // Those of purchases pass the filter already.
                guard first.distance(to: last) < maximumMonthCount else { return bought.sorted() }
            } else {
                last = first.adding(months: maximumMonthCount - 1)
            }
        }
        return (first...last).filter { filter.month?.contains($0) ?? true }
    }
}
