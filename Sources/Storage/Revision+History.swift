public import Purchases

extension Revision {
    /// Makes the revision of a shopper's purchases until the end of a day, which stays when later ones come; or of all of them.
    ///
    /// - Parameter history: in order of date, then order, then line.
    public init(of history: [Purchase], until day: CalendarDate? = nil) {
        var lines: [ExactText: Int] = [:]
        self = history.prefix { purchase in day.map { purchase.date <= $0 } ?? true }.reduce(.zero) { sum, purchase in
            let order = ExactText(purchase.order.rawValue)
            let line = lines[order, default: 0]
            lines[order] = line + 1
            return sum + Revision(of: purchase, line: line)
        }
    }
}
