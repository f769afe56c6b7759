import Purchases
import Storage

/// The orders of some lines: what is to become of what is kept of each, and how many lines it has so far.
struct Orders {
    struct Order {
        let key: OrderKey
        let user: UserID
        /// What it is called in the table.
        var id: OrderID
        /// The day of its first line.
        let date: CalendarDate
        let merge: OrderMerge
        /// Whether any line of it is kept, of whichever import.
        var isKept = false
        /// Whether it has the id of another order that is kept.
        var isStartedAnew = false
        /// What earlier imports have of it.
        var earlier: [(purchase: Purchase, line: Int)] = []
        var known = KnownLines()
        var nextLine: Int64 = 0
    }

    /// Of each order, at its place.
    var all: [Order] = []
    /// Where each line's order is, in the order of the lines.
    private(set) var places: [Int] = []

    init(of purchases: [Purchase], _ rule: MergeRule) {
        places.reserveCapacity(purchases.count)
        var known: [OrderKey: Int] = [:]
        var last: (key: OrderKey, place: Int)?
        for purchase in purchases {
            let key = OrderKey(purchase)
            // The order of the line before is most often that of the next line too.
            if let last, last.key == key {
                places.append(last.place)
                continue
            }
            let place = known[key] ?? all.count
            if place == all.count {
                known[key] = place
                all.append(
                    Order(key: key, user: purchase.user, id: purchase.order, date: purchase.date, merge: OrderMerge(rule, for: purchase)))
            }
            places.append(place)
            last = (key, place)
        }
    }

    var users: Set<ExactText> { Set(all.map { ExactText($0.user.rawValue) }) }
    var userIDs: [String] { all.map(\.user.rawValue) }
    var orderIDs: [String] { all.map(\.id.rawValue) }
}
