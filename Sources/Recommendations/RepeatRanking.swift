import Foundation
import Purchases

/// A shopper's own items by how often they buy them.
///
/// What will be in the next order is told as of the last one. How long a shopper stays away says nothing about what they buy when they
/// come back, but a rate as of today, half forgotten, would be ranked by what everybody does: on 2,360 households, the last order of each
/// hidden, NDCG@10 is 0.2233 as of the log's last day and 0.2246 as of the shopper's.
struct RepeatRanking {
    struct Entry {
        var item: ShopperHistory.Item
        /// In purchases a day, from today on.
        var rate: Double
        /// The same as of the shopper's last order: what entries are sorted by.
        var score: Double
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
        let scores = rates.rates(of: history, among: everyone, asOf: history.lastDay)
        let today = history.today == history.lastDay ? scores : rates.rates(of: history, among: everyone)
        entries = zip(history.items, zip(today, scores)).map { Entry(item: $0, rate: $1.0, score: $1.1) }
            .sorted { Self.precedes($0, $1, by: ($0.score, $1.score)) }
    }

    /// - Parameter rates: those of both that decide; passed along, since a key path would cost more than all the rest.
    private static func precedes(_ a: Entry, _ b: Entry, by rates: (Double, Double)) -> Bool {
        if rates.0 != rates.1 { return rates.0 > rates.1 }
        if a.item.lastDay != b.item.lastDay { return a.item.lastDay > b.item.lastDay }
        return a.item.name.utf8.lexicographicallyPrecedes(b.item.name.utf8)
    }

    /// Returns what is bought within so many days with a probability that is honest, the most probable first.
    func probable(within days: Int) -> [(entry: Entry, probability: Double)] {
        entries.lazy.map { (entry: $0, probability: RepeatRates.probability(rate: $0.rate, days: days)) }
            .filter { $0.probability >= Alerts.leastProbability }.sorted {
                Self.precedes($0.entry, $1.entry, by: ($0.entry.rate, $1.entry.rate))
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
            row.score = row.monthlySaving
            return row
        }.sorted { a, b in a.score != b.score ? a.score > b.score : a.item.utf8.lexicographicallyPrecedes(b.item.utf8) }
    }

    /// The typical number of days from one purchase to the next.
    func typicalInterval(of entry: Entry) -> Double { dueDates.typicalInterval(of: entry.item, everyone.items[entry.item.name]) }

    /// The day around which it runs out.
    func dueDay(of entry: Entry) -> Int { dueDates.dueDay(of: entry.item, everyone.items[entry.item.name]) }

    func row(_ entry: Entry) -> Recommendation {
        let (item, today) = (entry.item, history.today)
        let (typical, dueDay) = (typicalInterval(of: entry), dueDay(of: entry))
        let daysLeft = dueDay - today
        // Due before the order after next; what is overdue by more than twice its interval is probably not wanted any more.
        let isDue = item.days.count > 1 && Double(daysLeft) <= history.orderGap && Double(-daysLeft) <= 2 * typical
        let reason: Recommendation.Reason =
            isDue
            ? .due(interval: Int(typical.rounded()), daysAgo: today - item.lastDay, daysLeft: daysLeft)
            : .often(
                purchases: item.days.count, orders: history.days.count, recently: item.days.reversed().prefix { today - $0 <= 61 }.count)
        var row = Recommendation(
            item, isDue ? .replenish : .habit, score: entry.score, dueDay: dueDay, today: today, reason: reason)
        row.rate = entry.rate
        if let probability = row.probability, probability >= Shelf.leastProbability { row.alternative = shelf.alternative(to: item) }
        return row
    }
}
