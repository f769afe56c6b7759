import Reports
import Purchases

/// A place between two purchases of a shopper: the last one before it, by its day, its order and its line within them.
///
/// It stands where it stood when purchases are added before or after it.
struct PurchaseCursor: Hashable, Sendable {
    private let date: CalendarDate
    private let order: OrderID
    /// How many lines of the order, on that day, lie before the place.
    private let lineCount: Int

    /// Makes the cursor behind one of the purchases.
    init(after index: Int, of purchases: [Purchase]) {
        let (date, order) = (purchases[index].date, purchases[index].order)
        self.date = date
        self.order = order
        lineCount = purchases[...index].reversed().prefix { $0.date == date && $0.order == order }.count
    }

    /// Returns the index of the first purchase behind the place.
    ///
    /// - Parameter purchases: In order of date, then order, then line.
    func index(after purchases: [Purchase]) -> Int {
        var (lower, upper) = (0, purchases.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if (purchases[middle].date, purchases[middle].order) < (date, order) { lower = middle + 1 } else { upper = middle }
        }
        return lower + purchases[lower...].prefix(lineCount).prefix { $0.date == date && $0.order == order }.count
    }
}

extension PurchaseCursor: LosslessStringConvertible {
    /// As in `2024-01-31.2.10023`.
    var description: String { "\(date).\(lineCount).\(order)" }

    init?(_ description: String) {
        let parts = description.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let date = CalendarDate(String(parts[0])), let lineCount = Int(parts[1]), lineCount > 0 else { return nil }
        self.date = date
        self.lineCount = lineCount
        order = OrderID(rawValue: String(parts[2]))
    }
}

extension Parameter<PurchaseCursor> {
    static var purchaseCursor: Parameter {
        Parameter("cursor", .string) { text throws(Unreadable) in
            guard let cursor = PurchaseCursor(text) else {
                throw Unreadable(text, isNot: "a place in the list; take it from the link to the next page")
            }
            return cursor
        }
    }
}
