import Foundation
import Purchases

/// When items run out: a shopper's own intervals, drawn towards those of everybody.
struct DueDates {
    /// The mean logarithm of all intervals of all shoppers and items.
    private let overall: Double

    /// What is taken for typical where nobody bought anything twice: a month.
    private static let unknown = log(30.0)

    init(among everyone: ShopStatistics) {
        overall = everyone.meanLogInterval ?? Self.unknown
    }

    /// Returns the day around which the item runs out, the last day of the calendar at the latest.
    func dueDay(of item: ShopperHistory.Item, _ statistics: ShopStatistics.Item?) -> Int {
        min(item.lastDay + Int(typicalInterval(of: item, statistics).rounded()), CalendarDate.last.dayNumber)
    }

    /// Returns the typical number of days from one purchase to the next: a geometric mean, since intervals have a long tail.
    func typicalInterval(of item: ShopperHistory.Item, _ statistics: ShopStatistics.Item?) -> Double {
        let shared = ((statistics?.logIntervals ?? 0) + 10 * overall) / (Double(statistics?.intervals ?? 0) + 10)
        let own = zip(item.days.dropFirst(), item.days).reduce(0.0) { $0 + log(max(1, Double($1.0 - $1.1))) }
        return exp((own + 3 * shared) / Double(item.days.count - 1 + 3))
    }
}
