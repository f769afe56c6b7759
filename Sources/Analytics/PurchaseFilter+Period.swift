public import Purchases

extension PurchaseFilter {
    /// The first and the last day that the filter names; nil where it names none, as for a month of every year.
    public var bounds: (from: CalendarDate?, to: CalendarDate?) {
        guard case .only(let month) = month else { return (from, to) }
        return (max(from ?? month.firstDay, month.firstDay), min(to ?? month.lastDay, month.lastDay))
    }

    /// Returns the days that the filter is about, one after another, for a comparison with as many others.
    ///
    /// An open end is that of what was bought. Nil where these days do not follow one another, as those of a month of every year, and
    /// where there are none.
    ///
    /// - Parameters:
    ///   - span: the first and last day of all the shopper's purchases.
    ///   - day: the day that counts as today: what a filter names beyond it is not compared with anything.
    public func period(within span: ClosedRange<CalendarDate>?, until day: CalendarDate? = nil) -> ClosedRange<CalendarDate>? {
        if case .everyYear = month { return nil }
        var (first, last) = bounds
        // What was bought cannot be later than what is known, so only an end that the filter names has to be cut.
        if let day { last = last.map { min($0, day) } }
        guard let first = first ?? span?.lowerBound, let last = last ?? span?.upperBound else { return nil }
        return first <= last ? first...last : nil
    }
}
