public import Purchases

/// A period, and one of as many days that it is compared with.
public struct ComparedPeriods: Hashable, Sendable {
    public enum Base: String, CaseIterable, Sendable {
        /// The days just before.
        case previous
        /// The days from the same date on, a year before.
        case year
    }

    public var current: ClosedRange<CalendarDate>
    public var base: ClosedRange<CalendarDate>

    /// Makes the pair, or nil when the log does not cover both.
    ///
    /// What lies before the first purchase is not known to be without spending, and neither is a period that begins after the last.
    ///
    /// - Parameter span: the first and last day of all the shopper's purchases.
    public init?(_ current: ClosedRange<CalendarDate>, against base: Base, within span: ClosedRange<CalendarDate>) {
        let first: CalendarDate
        switch base {
        case .previous: first = current.lowerBound.adding(days: -current.dayCount)
        case .year:
            guard let date = current.lowerBound.yearBefore else { return nil }
            first = date
        }
        guard first >= span.lowerBound, current.lowerBound <= span.upperBound else { return nil }
        self.current = current
        self.base = first...first.adding(days: current.dayCount - 1)
    }
}
