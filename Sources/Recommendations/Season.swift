import Purchases

/// What sells more than usual at this time, of the categories that a shopper buys.
struct Season {
    private let history: ShopperHistory
    private let everyone: ShopStatistics

    private static let (leastSales, leastIndex, prior) = (60, 1.3, 20.0)

    init(of history: ShopperHistory, among everyone: ShopStatistics) {
        self.history = history
        self.everyone = everyone
    }

    func recommendations(limit: Int, where isIncluded: (_ category: String) -> Bool) -> [Recommendation] {
        let own = Dictionary(history.items.map { ($0.name, $0) }) { first, _ in first }
        let dueDates = DueDates(of: history, among: everyone)
        let rising = everyone.items.compactMap { name, item -> (name: String, item: ShopStatistics.Item, index: Double)? in
            guard history.categories.contains(item.category), isIncluded(item.category), item.lines >= Self.leastSales else { return nil }
            let index = index(of: item)
            return index >= Self.leastIndex ? (name, item, index) : nil
        }.sorted { a, b in a.index != b.index ? a.index > b.index : a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
        return rising.prefix(limit).map { name, item, index in
            guard let known = own[name] else {
                var row = Recommendation(
                    item: name, category: item.category, kind: .seasonal, score: index, reason: .season(index: index))
                (row.averagePrice, row.product) = (item.medianPrice, item.product)
                return row
            }
            return Recommendation(known, .seasonal, score: index, dueDates.timing(of: known), reason: .season(index: index))
        }
    }

    /// Returns how many times as much is sold now as in the mean: in this calendar month where there are two years to tell by, in the
    /// last weeks of the log otherwise. Both are drawn towards 1.
    private func index(of item: ShopStatistics.Item) -> Double {
        let month = CalendarDate(dayNumber: history.today).month.month - 1
        let hasTwoYears = everyone.days.map { $0.upperBound.days(since: $0.lowerBound) >= 729 } ?? false
        let (sales, allSales) =
            hasTwoYears ? (item.monthLines[month], everyone.monthLines[month]) : (item.recentLines, everyone.recentLines)
        let expected = Double(item.lines) * Double(allSales) / Double(max(1, everyone.lines))
        return (Double(sales) + Self.prior) / (expected + Self.prior)
    }
}
