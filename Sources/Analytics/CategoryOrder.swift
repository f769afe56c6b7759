public import Purchases

/// A number for each of a shopper's categories that stays when a filter hides some or later purchases bring more.
///
/// Categories are numbered as they first appear; those of one day by what was
/// spent on them that day. Colors are chosen by this number, so a category
/// keeps its color on every chart.
public struct CategoryOrder: Hashable, Sendable {
    private let places: [String: Int]

    /// - Parameter history: all of the shopper's purchases, in any order.
    public init(of history: [Purchase]) {
        var firsts: [String: (date: CalendarDate, spent: Money)] = [:]
        for purchase in history {
            guard let first = firsts[purchase.category], first.date <= purchase.date else {
                firsts[purchase.category] = (purchase.date, purchase.totalPrice)
                continue
            }
            if first.date == purchase.date { firsts[purchase.category] = (first.date, first.spent + purchase.totalPrice) }
        }
        let order = firsts.sorted { ($0.value.date, $1.value.spent, $0.key) < ($1.value.date, $0.value.spent, $1.key) }
        places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element.key, $0.offset) })
    }

    /// Returns the number of `category`, or of a place after all for one that the history does not have.
    public func place(of category: String) -> Int { places[category] ?? places.count }
}
