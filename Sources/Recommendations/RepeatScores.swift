import Foundation
import Purchases

/// What will be in a shopper's next order, told as of their last one: orders that fade, drawn towards what everybody buys.
///
/// An order counts less with the days since, with each order after it, and with its size; everybody counts as so many orders, each
/// with an item as often as it is bought again at once and as it is in any order. How long the shopper stays away is no part of it:
/// that says nothing about what they buy when they come back.
struct RepeatScores {
    private let constants: RankingConstants

    init(_ constants: RankingConstants) { self.constants = constants }

    /// Returns the score of each of the history's items, in orders.
    func scores(of history: ShopperHistory, among everyone: ShopStatistics) -> [Double] {
        let weights = orderWeights(of: history)
        let orders = Double(max(1, everyone.orders))
        return history.items.map { item in
            let own = item.orders.reduce(0.0) { $0 + weights[$1] }
            let orderShare = constants.usesOrderShare ? Double(item.shared.purchases) / orders : 0
            return own + constants.pseudoOrders * (item.shared.repeatShare + orderShare)
        }
    }

    private func orderWeights(of history: ShopperHistory) -> [Double] {
        let (last, meanSize, count) = (history.lastDay, history.meanOrderSize, history.days.count)
        return zip(history.days, history.orderSizes).enumerated().map { number, order in
            exp(-Double(last - order.0) / constants.memory) * pow(constants.orderDecay, Double(count - 1 - number))
                * pow(Double(order.1) / meanSize, -constants.sizeExponent)
        }
    }
}
