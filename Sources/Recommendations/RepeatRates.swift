import Foundation
public import Purchases

/// How often a shopper buys each item: a rate that forgets, drawn towards what everybody does.
///
/// A Gamma prior of `pseudoOrders` orders of the shopper's own rhythm, in which the item repeats as it does for all shoppers, and a
/// history that fades with a time constant (after Bhagat et al., "Buy It Again", KDD 2018).
public struct RepeatRates: Hashable, Sendable {
    /// τ: the days after which a purchase counts 1/e.
    public var memory: Double
    /// κ: how many orders what everybody does weighs.
    public var pseudoOrders: Double

    public init(memory: Double = 120, pseudoOrders: Double = 4) {
        self.memory = memory
        self.pseudoOrders = pseudoOrders
    }

    /// Returns the rate of each of the history's items, in purchases a day.
    ///
    /// - Parameter day: the day to look back from, none of the history's orders after it; nil for the one that counts as today.
    public func rates(of history: ShopperHistory, among everyone: ShopStatistics, asOf day: Int? = nil) -> [Double] {
        let (gap, day) = (history.orderGap, day ?? history.today)
        let exposure = memory * (1 - exp(-(Double(day - history.firstDay) + gap) / memory))
        let weight = exposure + pseudoOrders * gap
        return history.items.map { item in
            let decayed = item.days.reduce(0.0) { $0 + exp(-Double(day - $1) / memory) }
            return (decayed + pseudoOrders * Self.repeatShare(of: everyone.items[item.name])) / weight
        }
    }

    /// Returns how often an item is in the very next order of whoever bought it, shrunk towards 3 %.
    static func repeatShare(of item: ShopStatistics.Item?) -> Double {
        (Double(item?.repeated ?? 0) + 0.3) / (Double(item?.followed ?? 0) + 10)
    }

    /// Returns how likely something is bought within so many days. Honest from 0.3 up, too high below 0.2.
    public static func probability(rate: Double, days: Int) -> Double { 1 - exp(-Double(days) * rate) }
}
