public import Purchases

/// Why more or less was spent in one period than in another.
///
/// An item that was bought in both has a price effect, (p₁ − p₀) · (q₀ + q₁) / 2, and a volume effect, (q₁ − q₀) · (p₀ + p₁) / 2: each is
/// the mean of Laspeyres' and Paasche's, so that neither period is favoured (Bennet, "The theory of measurement of changes in cost of
/// living", Journal of the Royal Statistical Society 83, 1920). The volume effect is quantity at the mean price of the category's items,
/// and mix for how far the item's price is from that. What rounding to hundredths leaves is put into mix.
public struct SpendingChanges: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var category: String
        /// Nil where the row is about the whole category.
        public var itemName: String?
        public var before: Money
        public var after: Money
        public var effects: SpendingEffects
    }

    public var before: Money
    public var after: Money
    /// The largest difference first, whatever its sign.
    public var items: [Row]
    /// The largest difference first, whatever its sign.
    public var categories: [Row]

    public var effects: SpendingEffects { categories.reduce(SpendingEffects()) { $0 + $1.effects } }

    /// - Parameters:
    ///   - before: the purchases of the earlier period, in any order.
    ///   - after: those of the later one.
    public init(from before: [Purchase], to after: some Sequence<Purchase>) {
        var sales: [String: [String: Sales]] = [:]
        for purchase in before { sales[purchase.category, default: [:]][purchase.itemName, default: Sales()].before.add(purchase) }
        for purchase in after { sales[purchase.category, default: [:]][purchase.itemName, default: Sales()].after.add(purchase) }

        items = sales.flatMap { category, items in
            let price = Self.meanPrice(of: items.values)
            return items.map { name, sales in
                Row(
                    category: category, itemName: name, before: sales.before.value, after: sales.after.value,
                    effects: sales.effects(atMeanPrice: price)
                )
            }
        }
        .sorted(by: Self.isLarger)
        categories = Dictionary(grouping: items, by: \.category).map { category, rows in
            Row(
                category: category, before: rows.map(\.before).reduce(.zero, +), after: rows.map(\.after).reduce(.zero, +),
                effects: rows.map(\.effects).reduce(SpendingEffects(), +)
            )
        }
        .sorted(by: Self.isLarger)
        self.before = categories.map(\.before).reduce(.zero, +)
        self.after = categories.map(\.after).reduce(.zero, +)
    }

    /// The mean price of the items that were bought in both periods, by their units in both; 0 without one.
    private static func meanPrice(of items: some Sequence<Sales>) -> Double {
        let both = items.filter(\.isInBoth)
        let units = both.reduce(0.0) { $0 + $1.unitsOfBoth }
        return units > 0 ? both.reduce(0.0) { $0 + $1.meanPrice * $1.unitsOfBoth } / units : 0
    }

    private static func isLarger(_ a: Row, _ b: Row) -> Bool {
        let (first, second) = (a.effects.total.thousandths.magnitude, b.effects.total.thousandths.magnitude)
        return (second, a.category, a.itemName ?? "") < (first, b.category, b.itemName ?? "")
    }
}

/// What was bought of an item in one period, refunds netted.
private struct Volume {
    var units = Quantity.zero
    var value = Money.zero

    mutating func add(_ purchase: Purchase) {
        units += purchase.quantity
        value += purchase.totalPrice
    }

    /// In hundredths; only where there are units.
    var price: Double { Double(value.thousandths) / 10 / units.amount }
}

/// What was bought of an item in both periods.
private struct Sales {
    var before = Volume()
    var after = Volume()

    var isInBoth: Bool { before.units > .zero && after.units > .zero }
    var unitsOfBoth: Double { (before.units + after.units).amount }
    var meanPrice: Double { (before.price + after.price) / 2 }

    /// - Parameter categoryPrice: in hundredths.
    func effects(atMeanPrice categoryPrice: Double) -> SpendingEffects {
        var effects = SpendingEffects()
        let difference = after.value - before.value
        switch (before.units > .zero, after.units > .zero) {
        case (true, true):
            // One of a dear thing and millions for nothing have effects beyond all sums; they are not told apart from mix.
            effects.price = Money(nearestTo: (after.price - before.price) * unitsOfBoth / 2) ?? .zero
            effects.quantity = Money(nearestTo: (after.units - before.units).amount * categoryPrice) ?? .zero
            effects.mix = difference - effects.price - effects.quantity
        case (false, true): effects.new = difference
        case (true, false): effects.gone = difference
        case (false, false): effects.refunds = difference
        }
        return effects
    }
}
