import Foundation
import Purchases

/// A shopper's own items by how often they buy them.
struct RepeatRanking {
    struct Entry {
        var item: ShopperHistory.Item
        /// In purchases a day.
        var rate: Double
    }

    private(set) var entries: [Entry]
    private let history: ShopperHistory
    private let everyone: ShopStatistics
    private let dueDates: DueDates
    private let shelf: Shelf

    init(of history: ShopperHistory, among everyone: ShopStatistics, by rates: RepeatRates = RepeatRates()) {
        self.history = history
        self.everyone = everyone
        dueDates = DueDates(among: everyone)
        shelf = Shelf(everyone)
        entries = zip(history.items, rates.rates(of: history, among: everyone)).map(Entry.init).sorted { a, b in
            if a.rate != b.rate { return a.rate > b.rate }
            if a.item.lastDay != b.item.lastDay { return a.item.lastDay > b.item.lastDay }
            return a.item.name.utf8.lexicographicallyPrecedes(b.item.name.utf8)
        }
    }

    mutating func keep(where isIncluded: (_ category: String) -> Bool) {
        entries.removeAll { !isIncluded($0.item.category) }
    }

    func rows(limit: Int) -> [Recommendation] { entries.prefix(limit).map(row) }

    /// Returns what could be had for less, the largest saving in a month first.
    func savings() -> [Recommendation] {
        entries.map(row).compactMap { row in
            guard let alternative = row.alternative, let price = row.averagePrice else { return nil }
            var row = row
            row.kind = .save
            row.reason = .cheaper(than: row.item, price: price, alternative)
            row.score = Self.monthlySaving(of: row, rate: row.score)
            return row
        }.sorted { a, b in a.score != b.score ? a.score > b.score : a.item.utf8.lexicographicallyPrecedes(b.item.utf8) }
    }

    /// Returns what taking the alternative saves in thirty days, in whole units of money.
    static func monthlySaving(of row: Recommendation) -> Double {
        row.kind == .save ? row.score : row.alternative == nil ? 0 : monthlySaving(of: row, rate: row.score)
    }

    private static func monthlySaving(of row: Recommendation, rate: Double) -> Double {
        (row.alternative?.saving.amount ?? 0) * rate * 30
    }

    /// The typical number of days from one purchase to the next.
    func typicalInterval(of entry: Entry) -> Double { dueDates.typicalInterval(of: entry.item, everyone.items[entry.item.name]) }

    func row(_ entry: Entry) -> Recommendation {
        let (item, today) = (entry.item, history.today)
        let typical = typicalInterval(of: entry)
        let interval = Int(typical.rounded())
        let daysLeft = item.lastDay + interval - today
        // Due before the order after next; what is overdue by more than twice its interval is probably not wanted any more.
        let isDue = item.days.count > 1 && Double(daysLeft) <= history.orderGap && Double(-daysLeft) <= 2 * typical
        let reason: Recommendation.Reason =
            isDue
            ? .due(interval: interval, daysAgo: today - item.lastDay, daysLeft: daysLeft)
            : .often(
                purchases: item.days.count, orders: history.days.count, recently: item.days.reversed().prefix { today - $0 <= 61 }.count)
        var row = Recommendation(
            item, isDue ? .replenish : .habit, score: entry.rate, dueDay: item.lastDay + interval, today: today, reason: reason)
        let probability = RepeatRates.probability(rate: entry.rate, days: 14)
        row.probability = probability
        if probability >= Shelf.leastProbability { row.alternative = shelf.alternative(to: item) }
        return row
    }
}
