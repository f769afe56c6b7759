extension ShopStatistics {
    /// How many weeks count as recent for sales, and for categories that are new to a shopper.
    package static let (recentWeeks, recentEntryWeeks) = (4, 9)

    /// Makes the statistics of what was counted. Takes time in the number of counts: keep the result.
    ///
    /// - Parameter today: the last day that has come. One row with a wrong year would otherwise move what counts as today for everybody.
    public init(_ tally: StatisticsTally, today: CalendarDate = .last) {
        shoppers = tally.shoppers
        orders = tally.orders
        let dates = tally.days.lazy.filter { $0.value > 0 && $0.key <= today.dayNumber }.map { CalendarDate(dayNumber: $0.key) }
        days = dates.min().flatMap { first in dates.max().map { first...$0 } }
        hasFutureDays = tally.days.contains { $0.value > 0 && $0.key > today.dayNumber }
        let week = StatisticsTally.week(of: days?.upperBound.dayNumber ?? 0)
        for item in tally.items where item.purchases > 0 {
            items[item.name] = Item(item, recent: (week - Self.recentWeeks + 1)...week) { tally.categories[$0].name }
        }
        for category in tally.categories where category.buyers > 0 {
            let recent = (week - Self.recentEntryWeeks + 1)...week
            categories[category.name, default: Category()].buyers = category.buyers
            categories[category.name, default: Category()].recentEntries = recent.reduce(0) { $0 + (category.entries[$1] ?? 0) }
            for (other, count) in category.pairs where count > 0 {
                let otherName = tally.categories[other].name
                categories[category.name, default: Category()].sharedBuyers[otherName] = count
                categories[otherName, default: Category()].sharedBuyers[category.name] = count
            }
        }
        let recent = (week - Self.recentWeeks + 1)...week
        for (day, count) in tally.days where count > 0 {
            monthLines[CalendarDate(dayNumber: day).month.month - 1] += count
            if recent.contains(StatisticsTally.week(of: day)) { recentLines += count }
        }
        rankItems()
    }

    /// What is known of items only beside each other.
    private mutating func rankItems() {
        let ranked = items.sorted { a, b in
            a.value.purchases != b.value.purchases
                ? a.value.purchases > b.value.purchases : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
        }
        popularItems = ranked.map(\.key)
        for (name, item) in ranked where categories[item.category]?.mostBought == nil { categories[item.category]?.mostBought = name }
        for (name, item) in ranked where item.buyers >= Offer.leastBuyers {
            guard let price = item.medianPrice else { continue }
            categories[item.category]?.offers.append(Offer(name: name, buyers: item.buyers, price: price, words: Offer.words(of: name)))
        }
        // In order of the name: a sum of floating-point numbers depends on its order.
        let intervals = ranked.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value).filter { $0.intervals > 0 }
        let count = intervals.reduce(0) { $0 + $1.intervals }
        meanLogInterval = count > 0 ? intervals.reduce(0) { $0 + $1.logIntervals } / Double(count) : nil
    }
}

extension ShopStatistics.Offer {
    fileprivate static let leastBuyers = 10

    /// Returns the different words of a name in small letters, in order.
    public static func words(of name: String) -> [String] {
        Set(name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "%" }.map(String.init)).sorted()
    }
}

extension ShopStatistics.Item {
    fileprivate init(_ item: StatisticsTally.Item, recent: ClosedRange<Int>, categoryName: (Int) -> String) {
        buyers = item.buyers
        purchases = item.purchases
        followed = item.followed
        repeated = item.repeated
        intervals = item.intervals
        logIntervals = Double(item.logIntervals) * 0x1p-32
        monthLines = item.months
        recentLines = recent.reduce(0) { $0 + (item.weeks[$1] ?? 0) }
        medianPrice = Self.median(of: item.prices)
        category = Self.mostCommon(item.categories.map { (categoryName($0.key), $0.value) })
        product = Self.mostCommon(item.products.map { ($0.key, $0.value) })
    }

    /// Returns the name with the largest count, of equals the first by its bytes; empty where nothing is counted.
    private static func mostCommon(_ counts: [(name: String, count: Int)]) -> String {
        var (name, most) = ("", 0)
        for (other, count) in counts where count > 0 {
            if count > most || count == most && other.utf8.lexicographicallyPrecedes(name.utf8) { (name, most) = (other, count) }
        }
        return name
    }

    /// Returns the lower one of the middle two.
    private static func median(of counts: [Int: Int]) -> Money? {
        let half = (counts.values.reduce(0, +) + 1) / 2
        var seen = 0
        for (price, count) in counts.sorted(by: { $0.key < $1.key }) {
            seen += count
            if count > 0, seen >= half { return Money(hundredths: Int64(price)) }
        }
        return nil
    }
}
