public import Purchases

/// Recommendations by two plain rules: bought often enough, and about as often as asked for.
public struct Rules: Hashable, Sendable {
    public var minPurchases: Int
    /// In days; a mean interval may be half as much away from it.
    public var targetInterval: Int

    public init(minPurchases: Int = 2, targetInterval: Int = 30) {
        self.minPurchases = minPurchases
        self.targetInterval = targetInterval
    }

    /// The mean intervals that pass, in days.
    public var intervals: ClosedRange<Double> { Double(targetInterval) * 0.5...Double(targetInterval) * 1.5 }

    /// Returns what passes, most purchases first, then the shorter interval, then by name.
    public func recommendations(for history: ShopperHistory, among everyone: ShopStatistics) -> [Recommendation] {
        let dueDates = DueDates(of: history, among: everyone)
        let passing = history.items.compactMap { item -> (item: ShopperHistory.Item, interval: Double)? in
            guard item.lineCount >= minPurchases, let interval = item.meanInterval, intervals.contains(interval) else { return nil }
            return (item, interval)
        }
        let ranked = passing.sorted { a, b in
            if a.item.lineCount != b.item.lineCount { return a.item.lineCount > b.item.lineCount }
            if a.interval != b.interval { return a.interval < b.interval }
            return a.item.name.utf8.lexicographicallyPrecedes(b.item.name.utf8)
        }
        return ranked.map { item, interval in
            var row = Recommendation(
                item, .replenish, score: Double(item.lineCount), dueDates.timing(of: item),
                reason: .regular(purchases: item.lineCount, interval: interval)
            )
            row.priceVariation = item.prices.coefficientOfVariation
            return row
        }
    }
}

extension Recommendation {
    init(_ item: ShopperHistory.Item, _ kind: Kind, score: Double, _ timing: Timing, reason: Reason) {
        self.init(
            item: item.name, category: item.category, kind: kind, score: score, purchaseCount: item.lineCount,
            averageInterval: item.meanInterval, lastPurchased: CalendarDate(dayNumber: item.lastDay),
            product: item.product, timing: timing, averagePrice: item.averagePrice, daysSinceLast: timing.daysAgo, reason: reason
        )
    }
}
