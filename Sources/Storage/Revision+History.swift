public import Purchases

extension Revision {
    /// Makes the revision of a shopper's purchases: that of a store that holds them and no others.
    ///
    /// - Parameter history: The lines of each order in their order.
    public init(of history: [Purchase]) {
        var lines: [OrderID: Int] = [:]
        self = history.reduce(.zero) { sum, purchase in
            defer { lines[purchase.order, default: 0] += 1 }
            return sum + Revision(of: purchase, line: lines[purchase.order, default: 0])
        }
    }
}
