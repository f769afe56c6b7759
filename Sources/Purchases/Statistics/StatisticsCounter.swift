/// What one of the counts that make up `ShopStatistics` is about. Stores keep a number for each and need not know more.
///
/// Kinds that have no use for a number or a name leave it 0 or empty.
public struct StatisticsCounter: Hashable, Sendable {
    /// The raw values are a format that databases keep: a new kind gets a new one.
    public enum Kind: Int, CaseIterable, Sendable {
        case shoppers = 0
        /// Lines bought, by day.
        case day = 1
        /// Days on which a shopper bought anything, of all shoppers.
        case orders = 2
        /// By item: see `ShopStatistics.Item`.
        case buyers = 10, purchases, followed, repeated, intervals
        /// By item, in units of 2⁻³²: sums of whole numbers can be taken away again to the last bit.
        case logIntervals = 15
        /// Lines by item and calendar month, 1…12.
        case month = 16
        /// Lines by item and week: days since 1970-01-01, divided by seven.
        case week = 17
        /// Lines by item and the price of one, in hundredths, rounded to three digits.
        case price = 18
        /// Lines by item and category.
        case itemCategory = 19
        /// Lines by item and product, where the log names one.
        case itemProduct = 20
        case categoryBuyers = 30
        /// Shoppers by category and the week in which they began to buy of it, their first day aside.
        case categoryEntry = 31
        /// Shoppers by two categories, the first in order of bytes first.
        case categoryPair = 32
    }

    public var kind: Kind
    public var number: Int
    public var name: String
    public var other: String

    public init(_ kind: Kind, number: Int = 0, name: String = "", other: String = "") {
        self.kind = kind
        self.number = number
        self.name = name
        self.other = other
    }
}
