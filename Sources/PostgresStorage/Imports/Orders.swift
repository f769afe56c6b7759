import Purchases
import Storage

/// The orders of some lines, and how many lines each has so far.
struct Orders {
    /// Of each order, at its place.
    private(set) var userIDs: [String] = []
    private(set) var orderIDs: [String] = []
    private var nextLines: [Int64] = []
    /// Where each line's order is, in the order of the lines.
    private(set) var places: [Int] = []
    private(set) var users: Set<ExactText> = []

    init(of purchases: [Purchase]) {
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
            let place = known[key] ?? userIDs.count
            if place == userIDs.count {
                known[key] = place
                userIDs.append(purchase.user.rawValue)
                orderIDs.append(purchase.order.rawValue)
                nextLines.append(0)
                users.insert(ExactText(purchase.user.rawValue))
            }
            places.append(place)
            last = (key, place)
        }
    }

    /// How many have no line yet.
    var countWithoutLines: Int { nextLines.count { $0 == 0 } }

    /// Says that an order has a line of that number already.
    mutating func skip(_ line: Int64, at place: Int) { nextLines[place] = max(nextLines[place], line + 1) }

    /// Returns the number of the next line of an order.
    mutating func takeLine(at place: Int) -> Int64 {
        defer { nextLines[place] += 1 }
        return nextLines[place]
    }
}
