public import Purchases

/// What became of a shopper's regulars between two periods.
///
/// A regular is an item that was bought on two days at least.
public struct RegularChanges: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var itemName: String
        public var category: String
        /// What was spent on it: in the later period on what is new, in the earlier one on what is gone.
        public var total: Money
    }

    public struct PriceRow: Hashable, Sendable {
        public var itemName: String
        public var category: String
        /// What one cost on average, refunds left out.
        public var priceBefore: Money
        public var priceAfter: Money
        /// What the later period's units cost more than they would have at the earlier price.
        public var extra: Money
    }

    /// Bought for the first time in the later period, and there on two days at least; the largest sum first.
    public var new: [Row]
    /// Bought on two days at least before the later period, the earlier one among them, and not in it; the largest sum first.
    public var gone: [Row]
    /// Bought in both periods at a higher price in the later one; what costs most first.
    public var dearer: [PriceRow]

    /// - Parameter history: the shopper's purchases that the comparison is about, in order of date, those before both periods included.
    public init(of history: [Purchase], in periods: ComparedPeriods) {
        var items: [String: Traces] = [:]
        for purchase in history where !purchase.isRefund && purchase.quantity > .zero && purchase.date <= periods.current.upperBound {
            items[purchase.itemName, default: Traces(category: purchase.category)].add(purchase, in: periods)
        }
        func row(_ name: String, _ traces: Traces, _ total: Money) -> Row { Row(itemName: name, category: traces.category, total: total) }
        new = Self.sorted(items.compactMap { name, traces in traces.isNew ? row(name, traces, traces.after.total) : nil })
        gone = Self.sorted(items.compactMap { name, traces in traces.isGone ? row(name, traces, traces.before.total) : nil })
        dearer = items.compactMap { name, traces in traces.isInBoth ? Self.priceRow(name, traces) : nil }
            .sorted { ($1.extra, $0.itemName) < ($0.extra, $1.itemName) }
    }

    private static func sorted(_ rows: [Row]) -> [Row] { rows.sorted { ($1.total, $0.itemName) < ($0.total, $1.itemName) } }

    private static func priceRow(_ name: String, _ traces: Traces) -> PriceRow? {
        let (before, after) = (traces.before.total.divided(by: traces.before.units), traces.after.total.divided(by: traces.after.units))
        guard after > before else { return nil }
        return PriceRow(
            itemName: name, category: traces.category, priceBefore: before, priceAfter: after,
            extra: traces.after.total - before * traces.after.units
        )
    }
}

/// Where an item was bought.
private struct Traces {
    /// That of the latest purchase.
    var category: String
    /// Days before the later period, and days in it.
    private var earlierDays: Set<CalendarDate> = []
    private var laterDays: Set<CalendarDate> = []
    private(set) var before = (units: Quantity.zero, total: Money.zero)
    private(set) var after = (units: Quantity.zero, total: Money.zero)

    init(category: String) { self.category = category }

    mutating func add(_ purchase: Purchase, in periods: ComparedPeriods) {
        category = purchase.category
        if periods.current.contains(purchase.date) {
            laterDays.insert(purchase.date)
            after = (after.units + purchase.quantity, after.total + purchase.totalPrice)
        } else {
            earlierDays.insert(purchase.date)
            if periods.base.contains(purchase.date) { before = (before.units + purchase.quantity, before.total + purchase.totalPrice) }
        }
    }

    var isNew: Bool { earlierDays.isEmpty && laterDays.count > 1 }
    var isGone: Bool { before.units > .zero && earlierDays.count > 1 && laterDays.isEmpty }
    var isInBoth: Bool { before.units > .zero && after.units > .zero }
}
