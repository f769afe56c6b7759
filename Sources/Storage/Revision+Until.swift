public import Purchases

extension Revision {
    /// Makes the revision of the purchases until the end of a day: it stays when later ones come.
    ///
    /// - Parameter history: in order of date, then order, then line.
    public init(of history: [Purchase], until day: CalendarDate) {
        var lines: [OrderKey: Int] = [:]
        self = history.prefix { $0.date <= day }.reduce(.zero) { sum, purchase in
            let line = lines[OrderKey(purchase), default: 0]
            lines[OrderKey(purchase)] = line + 1
            return sum + Revision(of: purchase, line: line)
        }
    }
}
