import Foundation
import Purchases

/// How often a shopper buys each item: a rate that forgets, drawn towards what everybody does.
///
/// A Gamma prior of four orders of the shopper's own rhythm, in which the item repeats as it does for all shoppers, and a history that
/// fades with a time constant (after Bhagat et al., "Buy It Again", KDD 2018).
struct RepeatRates {
    /// The days after which a purchase counts 1/e.
    private static let memory = 120.0
    /// How many orders what everybody does weighs.
    private static let pseudoOrders = 4.0

    private let history: ShopperHistory
    private let everyone: ShopStatistics
    private let weight: Double

    init(of history: ShopperHistory, among everyone: ShopStatistics) {
        (self.history, self.everyone) = (history, everyone)
        let gap = history.orderGap
        let exposure = Self.memory * (1 - exp(-(Double(history.today - history.firstDay) + gap) / Self.memory))
        weight = exposure + Self.pseudoOrders * gap
    }

    /// Returns how often the item is bought from today on, in purchases a day.
    func rate(of item: ShopperHistory.Item) -> Double {
        let decayed = item.days.reduce(0.0) { $0 + exp(-Double(history.today - $1) / Self.memory) }
        return (decayed + Self.pseudoOrders * Self.repeatShare(of: everyone.items[item.name])) / weight
    }

    /// Returns how often an item is in the very next order of whoever bought it, shrunk towards 3 %.
    static func repeatShare(of item: ShopStatistics.Item?) -> Double {
        (Double(item?.repeated ?? 0) + 0.3) / (Double(item?.followed ?? 0) + 10)
    }
}
