public import Purchases

/// One shopper's purchases without their last orders, and what was in the first of those left out.
///
/// Orders of one day are one order.
public struct Holdout: Hashable, Sendable {
    public let training: [Purchase]
    /// The names of the items to guess.
    public let target: Set<String>

    /// Makes the holdout, or nil where no earlier order is left to learn from.
    ///
    /// - Parameters:
    ///   - purchases: all of the shopper's, in order of date.
    ///   - later: how many orders after the one to guess are left out too, so that constants can be chosen without them.
    public init?(of purchases: [Purchase], before later: Int = 0) {
        let bought = purchases.filter { !$0.isRefund }
        var days: [CalendarDate] = []
        for purchase in bought where days.last != purchase.date { days.append(purchase.date) }
        guard days.count >= later + 2 else { return nil }
        let day = days[days.count - 1 - later]
        training = bought.filter { $0.date < day }
        target = Set(bought.lazy.filter { $0.date == day }.map(\.itemName))
    }
}
