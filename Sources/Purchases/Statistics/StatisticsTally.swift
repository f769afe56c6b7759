/// The counts behind `ShopStatistics`, or a change to them: they add up shopper by shopper, in any order, and are taken away again.
///
///     tally.subtract(linesBefore)
///     tally.add(linesAfter)
///     tally.forEachCounter { counter, count in … }
///
/// Nothing in it is a floating-point number, so what was added and taken away leaves no trace.
public struct StatisticsTally: Sendable {
    /// What the statistics need of a purchase.
    public struct Line: Sendable {
        package var article: Article
        fileprivate var line: ArticleLine

        package var item: String { article.item }
        package var day: Int { line.day }

        /// Makes the line, or nil for what was given back.
        public init?(day: Int, item: String, category: String, product: String, quantity: Quantity, total: Money) {
            guard let line = ArticleLine(article: 0, day: day, quantity: quantity, total: total) else { return nil }
            self.line = line
            article = Article(item: item, category: category, product: product)
        }

        public init?(_ purchase: Purchase) {
            self.init(
                day: purchase.date.dayNumber, item: purchase.itemName, category: purchase.category, product: purchase.productID,
                quantity: purchase.quantity, total: purchase.totalPrice
            )
        }
    }

    /// What lines are about that say the same of it.
    public struct Article: Sendable {
        var item: String
        var category: String
        var product: String

        /// - Parameter product: empty where the log names none.
        public init(item: String, category: String, product: String) {
            self.item = item
            self.category = category
            self.product = product
        }
    }

    /// A line that says by a number what it is about.
    public struct ArticleLine: Sendable {
        var article: Int
        var day: Int
        /// The price of one in hundredths, rounded to three digits; nil where nothing was paid.
        var price: Int?

        /// Makes the line, or nil for what was given back.
        public init?(article: Int, day: Int, quantity: Quantity, total: Money) {
            guard quantity >= .zero, total >= .zero else { return nil }
            self.article = article
            self.day = day
            price = quantity > .zero && total > .zero ? Self.rounded(Self.price(of: quantity, for: total)) : nil
        }

        private static let priceLimit: Int64 = 1_000_000_000_000

        /// The price of one in hundredths, rounded down.
        private static func price(of quantity: Quantity, for total: Money) -> Int {
            if let pieces = quantity.wholePieces { return Int(min(total.thousandths / 10 / Int64(pieces), priceLimit)) }
            return Int(min(Int128(total.thousandths) * 100 / Int128(quantity.thousandths), Int128(priceLimit)))
        }

        /// An item of which one is rarely sold twice at a price, such as meat by weight, must not have a count for each price.
        private static func rounded(_ price: Int) -> Int? {
            var unit = 1
            while price / unit >= 1_000 { unit *= 10 }
            let rounded = (price + unit / 2) / unit * unit
            return rounded > 0 ? rounded : nil
        }
    }

    struct Item: Sendable {
        var name: String
        var buyers = 0, purchases = 0, followed = 0, repeated = 0, intervals = 0
        var logIntervals: Int64 = 0
        var months = [Int](repeating: 0, count: 12)
        var weeks: [Int: Int] = [:]
        var prices: [Int: Int] = [:]
        /// By the number of the category.
        var categories: [Int: Int] = [:]
        var products: [String: Int] = [:]
    }

    struct Category: Sendable {
        var name: String
        var buyers = 0
        var entries: [Int: Int] = [:]
        /// By the number of the other, which comes later in order of bytes.
        var pairs: [Int: Int] = [:]
    }

    var shoppers = 0
    var orders = 0
    var days: [Int: Int] = [:]
    private(set) var items: [Item] = []
    private(set) var categories: [Category] = []
    private var itemNumbers: [String: Int] = [:]
    private var categoryNumbers: [String: Int] = [:]

    public init() {}

    public var itemCount: Int { items.count }

    /// Adds what one shopper bought, all of it.
    public mutating func add(_ lines: some Sequence<Line>) { count(lines, 1) }

    /// Takes away what was added for a shopper, all of it.
    public mutating func subtract(_ lines: some Sequence<Line>) { count(lines, -1) }

    private mutating func count(_ lines: some Sequence<Line>, _ sign: Int) {
        let lines = Array(lines)
        let numbered = lines.enumerated().lazy.map { place, line in
            var line = line.line
            line.article = place
            return line
        }
        count(numbered, of: lines.map(\.article), sign)
    }

    /// Adds what one shopper bought, all of it.
    ///
    /// - Parameter articles: what the lines are about, by its number.
    public mutating func add(_ lines: some Sequence<ArticleLine>, of articles: [Article]) { count(lines, of: articles, 1) }

    /// Takes away what was added for a shopper, all of it.
    public mutating func subtract(_ lines: some Sequence<ArticleLine>, of articles: [Article]) { count(lines, of: articles, -1) }

    /// What lines of one article have in common.
    private struct Use {
        var item = -1
        var category = -1
        var lines = 0
        var firstDay = Int.max
    }

    private mutating func count(_ lines: some Sequence<ArticleLine>, of articles: [Article], _ sign: Int) {
        var shopper = ShopperTally()
        var uses = [Use](repeating: Use(), count: articles.count)
        // Lines that follow each other often share a day.
        var (month, last) = (0, Int.min)
        for line in lines {
            if line.day != last { month = CalendarDate(dayNumber: line.day).month.month - 1 }
            last = line.day
            if uses[line.article].lines == 0 {
                uses[line.article].item = itemNumber(articles[line.article].item)
                uses[line.article].category = categoryNumber(articles[line.article].category)
            }
            uses[line.article].lines += 1
            uses[line.article].firstDay = min(uses[line.article].firstDay, line.day)
            let item = uses[line.article].item
            days[line.day, default: 0] += sign
            items[item].months[month] += sign
            items[item].weeks[Self.week(of: line.day), default: 0] += sign
            if let price = line.price { items[item].prices[price, default: 0] += sign }
            shopper.add(day: line.day, item: item)
        }
        guard !shopper.isEmpty else { return }
        for (article, use) in zip(articles, uses) where use.lines > 0 {
            items[use.item].categories[use.category, default: 0] += sign * use.lines
            if !article.product.isEmpty { items[use.item].products[article.product, default: 0] += sign * use.lines }
            shopper.add(category: use.category, since: use.firstDay, lines: use.lines)
        }
        shoppers += sign
        orders += sign * shopper.count(sign, in: &items)
        shopper.count(sign, in: &categories)
    }

    mutating func itemNumber(_ name: String) -> Int {
        if let number = itemNumbers[name] { return number }
        itemNumbers[name] = items.count
        items.append(Item(name: name))
        return items.count - 1
    }

    mutating func categoryNumber(_ name: String) -> Int {
        if let number = categoryNumbers[name] { return number }
        categoryNumbers[name] = categories.count
        categories.append(Category(name: name))
        return categories.count - 1
    }

    /// Calls `update` with the item of that name.
    mutating func updateItem(_ name: String, _ update: (inout Item) -> Void) {
        let number = itemNumber(name)
        update(&items[number])
    }

    mutating func updateCategory(_ name: String, _ update: (inout Category) -> Void) {
        let number = categoryNumber(name)
        update(&categories[number])
    }

    package static func week(of day: Int) -> Int { day >= 0 ? day / 7 : (day - 6) / 7 }
}
