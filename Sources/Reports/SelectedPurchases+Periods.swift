import Analytics
import Purchases

extension SelectedPurchases {
    /// The month that is not over on the day that counts as today; nil where no such day is known.
    ///
    /// All of a day that was chosen counts as over, and none of the day it is.
    var unfinishedMonth: Month? {
        guard let asOf = subject.asOf else { return subject.today?.month }
        return asOf == asOf.month.lastDay ? nil : asOf.month
    }

    /// Returns the filter's period and one as long, or nil where there is nothing to compare.
    func comparison(with base: ComparedPeriods.Base) -> ComparedPeriods? {
        guard let span, let period = subject.filter.period(within: span, until: subject.day) else { return nil }
        return ComparedPeriods(period, against: base, within: span)
    }

    /// Returns the purchases of some days, of the filter's categories.
    func purchases(in days: ClosedRange<CalendarDate>) -> [Purchase] {
        let filter = PurchaseFilter(from: days.lowerBound, to: days.upperBound, categories: subject.filter.categories)
        return history.filter(filter.contains)
    }

    /// What was spent in each month up to the end of the filter's period: twelve months at least, where the log covers them. What a small
    /// line beside a figure shows, up to where the figure is.
    var precedingMonths: [MonthlyTrends.Row] {
        guard let span, let period = subject.filter.period(within: span, until: subject.day) else { return [] }
        let last = period.upperBound.month
        let first = max(span.lowerBound.month, min(period.lowerBound.month, last.adding(months: -11)))
        guard first <= last else { return [] }
        let days = first.firstDay...last.lastDay
        let filter = PurchaseFilter(from: days.lowerBound, to: days.upperBound)
        return MonthlyTrends(of: purchases(in: days), in: filter).rows
    }
}
