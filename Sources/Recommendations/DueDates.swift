import Foundation
import Purchases

/// When items are used up: a shopper's own intervals, drawn towards those of everybody.
struct DueDates {
    /// The mean logarithm of all intervals of all shoppers and items.
    private let overall: Double
    private let today: Int
    /// The day on which the shopper's next visit is due, tomorrow at the earliest.
    private let visitDay: Int

    /// What is taken for typical where nobody bought anything twice: a month.
    private static let unknown = log(30.0)

    init(of history: ShopperHistory, among everyone: ShopStatistics) {
        overall = everyone.meanLogInterval ?? Self.unknown
        today = history.today
        let wait = max(1, history.orderGap - Double(history.today - history.lastDay))
        visitDay = history.today + Int(wait.rounded(.toNearestOrEven))
    }

    func timing(of item: ShopperHistory.Item) -> Timing {
        let interval = typicalInterval(of: item)
        return Timing(
            typicalInterval: interval, hasOwnInterval: item.days.count > 1, daysAgo: today - item.lastDay,
            daysLeft: item.lastDay + Int(interval.rounded(.toNearestOrEven)) - today, visitDay: visitDay, today: today
        )
    }

    private static func logarithm(of days: Int) -> Double { days < logarithms.count ? logarithms[days] : log(Double(days)) }
    /// Most intervals are short, and there are many.
    private static let logarithms = (0..<400).map { log(max(1, Double($0))) }

    /// Returns the typical number of days from one purchase to the next: a geometric mean, since intervals have a long tail.
    func typicalInterval(of item: ShopperHistory.Item) -> Double {
        let shared = (item.shared.logIntervals + 10 * overall) / (Double(item.shared.intervals) + 10)
        let own = zip(item.days.dropFirst(), item.days).reduce(0.0) { $0 + Self.logarithm(of: $1.0 - $1.1) }
        return exp((own + 3 * shared) / Double(item.days.count - 1 + 3))
    }
}
