import Analytics
import Charts
import Purchases

/// What every report starts from: the purchases it is about, and what it needs of the rest.
struct Facts {
    let subject: Subject
    /// Those that pass the filter, in order of date.
    let purchases: [Purchase]
    /// The first and last day of all the shopper's purchases; nil without one.
    let span: ClosedRange<CalendarDate>?
    private let categoryOrder: CategoryOrder

    init(_ subject: Subject, _ history: [Purchase]) {
        self.subject = subject
        purchases = subject.filter == .none ? history : history.filter(subject.filter.contains)
        categoryOrder = CategoryOrder(of: history)
        let dates = history.lazy.map(\.date)
        span = dates.min().flatMap { first in dates.max().map { first...$0 } }
    }

    func color(of category: String) -> MarkColor { .categorical(categoryOrder.place(of: category)) }
}
