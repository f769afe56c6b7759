import Foundation

/// How often a shopper buys each item: a rate that forgets, drawn towards what everybody does.
///
/// A Gamma prior of four orders of the shopper's own rhythm, in which the item repeats as it does for all shoppers, and a history that
/// fades with a time constant (after Bhagat et al., "Buy It Again", KDD 2018).
struct RepeatRates {
    /// The days after which a purchase counts 1/e.
    private static let memory = 120.0
    /// How many orders what everybody does weighs.
    private static let pseudoOrders = 4.0

    /// What is left of a purchase on each of the history's days.
    private let decays: [Double]
    private let weight: Double

    init(of history: ShopperHistory) {
        decays = history.days.map { exp(-Double(history.today - $0) / Self.memory) }
        let gap = history.orderGap
        let exposure = Self.memory * (1 - exp(-(Double(history.today - history.firstDay) + gap) / Self.memory))
        weight = exposure + Self.pseudoOrders * gap
    }

    /// Returns how often the item is bought from today on, in purchases a day.
    func rate(of item: ShopperHistory.Item) -> Double {
        let decayed = item.orders.reduce(0.0) { $0 + decays[$1] }
        return (decayed + Self.pseudoOrders * item.shared.repeatShare) / weight
    }
}
