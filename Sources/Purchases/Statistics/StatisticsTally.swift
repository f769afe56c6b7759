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
        package var day: Int
        package var item: String
        var category: String
        /// Empty where the log names none.
        var product: String
        /// The price of one in hundredths, rounded to three digits; nil where nothing was paid.
        var price: Int?

        /// Makes the line, or nil for what was given back.
        public init?(day: Int, item: String, category: String, product: String, quantity: Int, total: Int64) {
            guard quantity >= 0, total >= 0 else { return nil }
            self.day = day
            self.item = item
            self.category = category
            self.product = product
            price = quantity > 0 && total > 0 ? Self.rounded(min(Int(total) / quantity, Self.priceLimit)) : nil
        }

        public init?(_ purchase: Purchase) {
            self.init(
                day: purchase.date.dayNumber, item: purchase.itemName, category: purchase.category, product: purchase.productID,
                quantity: purchase.quantity, total: purchase.totalPrice.hundredths
            )
        }

        private static let priceLimit = 1_000_000_000_000

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
        var shopper = ShopperTally()
        var last: (item: Int, category: Int, month: Int, day: Int) = (-1, -1, -1, .min)
        for line in lines {
            // Lines that follow each other often share a day or a category.
            if line.day != last.day { last.month = CalendarDate(dayNumber: line.day).month.month - 1 }
            last.day = line.day
            let item = itemNumber(line.item)
            if last.category < 0 || categories[last.category].name != line.category { last.category = categoryNumber(line.category) }
            days[line.day, default: 0] += sign
            items[item].months[last.month] += sign
            items[item].weeks[Self.week(of: line.day), default: 0] += sign
            if let price = line.price { items[item].prices[price, default: 0] += sign }
            items[item].categories[last.category, default: 0] += sign
            if !line.product.isEmpty { items[item].products[line.product, default: 0] += sign }
            shopper.add(day: line.day, item: item, category: last.category)
        }
        guard !shopper.isEmpty else { return }
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
