public import Purchases

/// Something to buy, and why.
public struct Recommendation: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// Bought again and again, and about to run out.
        case replenish
        /// Bought often, whenever that is.
        case habit
        /// Of a category that is new to the shopper.
        case diversify
        /// Instead of something dearer.
        case save
        /// Sold more than usual at this time.
        case seasonal
    }

    /// Something much like the item that costs less.
    public struct Alternative: Hashable, Sendable {
        public var item: String
        /// For as much of it as one of the item.
        public var price: Money
        public var saving: Money
        /// The product to put into a cart; empty where the log names none.
        public var product: String
        /// Whether sizes were compared, and not packs.
        public var isForSameSize: Bool
    }

    public var item: String
    public var category: String
    public var kind: Kind
    /// What the list is sorted by: orders as they fade, or the count of the rules; of other kinds in a unit of their own.
    public var score: Double
    /// Order lines; 0 for what was never bought.
    public var purchaseCount = 0
    /// In days, over order lines.
    public var averageInterval: Double?
    public var lastPurchased: CalendarDate?
    /// The item's product; empty where the log names none.
    public var product = ""
    /// Where it stands between two purchases; nil for what was never bought.
    public var timing: Timing?
    /// Of one, as the shopper paid it, or as everybody did.
    public var averagePrice: Money?
    /// How much the price of one varies: the standard deviation as a fraction of the mean.
    public var priceVariation: Double?
    public var daysSinceLast: Int?
    public var reason: Reason
    public var alternative: Alternative?
    /// How likely it is bought within `horizon` days; nil for what was never bought, and by the rules.
    public var probability: Double?
    /// Purchases a day, from today on; nil as above.
    var rate: Double?

    /// For how many days a suggestion is good.
    public static let horizon = 14

    public var state: Timing.State { timing?.state ?? .new }

    /// Around which it is bought next: not before the next visit.
    public var dueDate: CalendarDate? { timing.map { CalendarDate(dayNumber: $0.dueDay) } }

    /// The product to put into a cart: that of what is to be bought in place of the item, where that is what is suggested.
    public var cartProduct: String { kind == .save ? alternative?.product ?? "" : product }

    /// The probability where it may be shown: lower ones are not honest, and what was bought on one day has no rhythm.
    public var shownProbability: Double? {
        guard timing?.hasOwnInterval ?? false else { return nil }
        return probability.flatMap { $0 >= PurchaseProbability.leastShown ? $0 : nil }
    }

    /// What taking the alternative saves in thirty days, in whole units of money.
    var monthlySaving: Double { (alternative?.saving.amount ?? 0) * (rate ?? 0) * 30 }
}

extension Recommendation {
    /// Why something is suggested, in numbers; what puts it into words knows the reader's language.
    public enum Reason: Hashable, Sendable {
        /// As the rules say: order lines, and the mean interval in days.
        case regular(purchases: Int, interval: Double)
        /// By how many of the shopper's orders have it.
        case repeated(Repeats)
        /// Never bought by the shopper, but in so many orders of everybody.
        case popular(orders: Int, allOrders: Int)
        case newCategory(String, buyers: Int, shoppers: Int)
        /// In place of `item`, which costs `price`.
        case cheaper(than: String, price: Money, Alternative)
        /// So many times as much is sold as at other times.
        case season(index: Double)
    }
}
