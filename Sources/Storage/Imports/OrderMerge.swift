package import Purchases

/// What a store has to do with the lines that it keeps of an order that comes.
package enum OrderMerge: Hashable, Sendable {
    /// They go.
    case replace
    /// They go, unless they are of days so far away that the id means another order.
    case replaceWithinReach
    /// They stay, and those that come again are not written again.
    case tellByContent
    /// They stay.
    case add

    package init(_ rule: MergeRule, for purchase: Purchase) {
        self =
            switch rule {
            case .standard: purchase.isOfNamelessOrder ? .tellByContent : .replaceWithinReach
            case .replace: .replace
            case .add: .add
            }
    }

    /// Whether the lines that are kept stay.
    package var stays: Bool { self == .add || self == .tellByContent }

    /// Returns whether an id means the order that is kept of some days where it comes with a date: numbers of receipts start anew.
    package static func reaches(_ date: CalendarDate, from days: ClosedRange<Int>) -> Bool {
        let reach = 31
        return date.dayNumber >= days.lowerBound - reach && date.dayNumber <= days.upperBound + reach
    }
}

extension OrderID {
    /// Returns what an order is called whose id another one had at another time, as in `1001 (2024-03-01)`.
    package func startedAnew(on date: CalendarDate) -> OrderID { OrderID(rawValue: "\(rawValue) (\(date))") }

    /// Between these two, in the order of their bytes, lies whatever orders are called that started anew with this id.
    package var startedAnewBounds: (lower: String, upper: String) { ("\(rawValue) (", "\(rawValue) )") }

    /// Returns when an order started anew with this id, nil for one that did not.
    package func start(of other: String) -> CalendarDate? {
        guard other.utf8.count == rawValue.utf8.count + 13, other.utf8.starts(with: "\(rawValue) (".utf8),
            other.utf8.last == UInt8(ascii: ")")
        else { return nil }
        return CalendarDate(String(decoding: other.utf8.dropFirst(rawValue.utf8.count + 2).dropLast(), as: UTF8.self))
    }

    /// Returns which of the orders that started anew with this id is meant on a day, by when each started and the days it has lines of.
    package func startedAnew(_ orders: [(start: CalendarDate, days: ClosedRange<Int>)], reaching date: CalendarDate) -> CalendarDate? {
        orders.sorted { $0.start < $1.start }.first { OrderMerge.reaches(date, from: $0.days) || $0.start == date }?.start
    }
}

/// The lines that are kept of an order and have not come again yet.
struct KnownLines {
    /// All that a line says besides its shopper and its order.
    private struct Content: Hashable {
        let day: Int
        let texts: [ExactText]
        let numbers: [Int64]

        init(_ purchase: Purchase) {
            day = purchase.date.dayNumber
            texts = [purchase.productID, purchase.itemName, purchase.brand, purchase.category].map(ExactText.init)
            numbers = [purchase.quantity.thousandths, purchase.basePrice.millionths, purchase.totalPrice.thousandths]
        }
    }

    private var counts: [Content: Int] = [:]

    init(_ kept: [Purchase]) { for purchase in kept { counts[Content(purchase), default: 0] += 1 } }

    /// Returns whether a line that comes says the same as one that is kept, and counts that one no more.
    mutating func take(_ purchase: Purchase) -> Bool {
        guard !counts.isEmpty, let count = counts[Content(purchase)], count > 0 else { return false }
        counts[Content(purchase)] = count - 1
        return true
    }
}
