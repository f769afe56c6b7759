/// What the purchases of all shoppers say together: counts for each item and category, and nothing about any one shopper.
///
/// Stores keep it up to date as purchases are imported. Its size grows with the number of items, not with that of purchases.
/// A purchase here is an item on a day: two lines of one item on one day are one purchase, and what is given back is none.
public struct ShopStatistics: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        /// The one that most of the item's lines have.
        public var category = ""
        /// How many shoppers bought it.
        public var buyers = 0
        /// How many purchases there are.
        public var purchases = 0
        /// How many purchases were followed by a day on which the shopper bought anything.
        public var followed = 0
        /// How many of those had the item on the very next of the shopper's days again.
        public var repeated = 0
        /// How many intervals there are between one purchase of the item and the same shopper's next one.
        public var intervals = 0
        /// The sum of the natural logarithms of these intervals, in days.
        public var logIntervals = 0.0
        /// The middle price of one, to about half a percent; nil where nothing was paid.
        public var medianPrice: Money?
        /// The product that most of the item's lines have; empty where they have none.
        public var product = ""
        /// Lines in the last four of the weeks that are counted from 1970-01-01.
        public var recentLines = 0
        /// Lines in each calendar month of all years, January first.
        public var monthLines = [Int](repeating: 0, count: 12)

        public init() {}

        public var lines: Int { monthLines.reduce(0, +) }
    }

    public struct Category: Hashable, Sendable {
        /// How many shoppers bought of it.
        public var buyers = 0
        /// How many began to in the last nine weeks, and not with their first order.
        public var recentEntries = 0
        /// How many shoppers bought of both, by the other category.
        public var sharedBuyers: [String: Int] = [:]
        /// What is bought most of it; nil for an item that is bought more in another.
        public var mostBought: String?
        /// Its items that ten shoppers or more bought, by name.
        public var offers: [Offer] = []

        public init() {}
    }

    /// An item as something to buy in place of another.
    public struct Offer: Hashable, Sendable {
        public var name: String
        public var buyers: Int
        public var price: Money
        /// The different words of its name in small letters, in order.
        public var words: [String]
    }

    public var items: [String: Item] = [:]
    public var categories: [String: Category] = [:]
    public var shoppers = 0
    /// How many orders there are: the days on which each shopper bought anything, added up.
    public var orders = 0
    /// The first and the last day on which anything was bought; nil without a purchase.
    public var days: ClosedRange<CalendarDate>?
    /// Whether purchases are known of days that have not come, which `days` leaves out.
    public var hasFutureDays = false
    /// All items, those with most purchases first, then by name.
    public var popularItems: [String] = []
    /// The mean natural logarithm of all intervals between purchases of an item, in days; nil without one.
    public var meanLogInterval: Double?
    /// Lines of all items in the last four weeks.
    public var recentLines = 0
    /// Lines of all items in each calendar month of all years, January first.
    public var monthLines = [Int](repeating: 0, count: 12)

    /// What the ranking is made with: as it was measured, or as it was chosen for this shop.
    public var ranking = RankingConstants.standard

    public init() {}

    /// No purchases by anybody.
    public static let none = ShopStatistics()

    public var lines: Int { monthLines.reduce(0, +) }
}
