import Analytics
import Charts
public import Purchases

/// What every report starts from: the purchases it is about, and what it needs of the rest.
///
///     let selection = SelectedPurchases(subject, history)
///     let reports = questions.map { $0.report(on: selection) }      // the history is looked through once
public struct SelectedPurchases: Sendable {
    public let subject: Subject
    /// Those that pass the filter, in order of date.
    let purchases: [Purchase]
    /// The first and last day of all the shopper's purchases; nil without one.
    let span: ClosedRange<CalendarDate>?
    /// All that is known on the day that counts as today.
    let history: [Purchase]

    /// - Parameter wholeHistory: all purchases of the subject's user, in order of date.
    public init(_ subject: Subject, _ wholeHistory: [Purchase]) {
        self.subject = subject
        // What came later was not known on that day.
        let history = subject.asOf.map { asOf in wholeHistory.filter { $0.date <= asOf } } ?? wholeHistory
        purchases = subject.filter == .none ? history : history.filter(subject.filter.contains)
        self.history = history
        let dates = history.lazy.map(\.date)
        span = dates.min().flatMap { first in dates.max().map { first...$0 } }
    }

    /// What was spent on all of them, refunds taken off.
    var total: Money { purchases.lazy.map(\.totalPrice).reduce(.zero, +) }

    /// Returns the colors of categories, grey beyond the largest. Made anew at each call, from all purchases: not every chart has colors.
    func categoryColors() -> (_ category: String) -> MarkColor {
        let order = CategoryOrder(of: history)
        return { order.place(of: $0).map(MarkColor.categorical) ?? .neutral }
    }
}

/// A report about purchases that were selected.
protocol SelectionReport: DeclaredReport {
    var selection: SelectedPurchases { get }
}

extension SelectionReport {
    public var whole: Money { selection.total }
}

extension Member where Root: SelectionReport {
    /// Whose purchases they are; null where that is not told.
    static var user: Member {
        Member("user_id", .optional(.string)) { report, presentation in
            .optional(report.selection.subject.name(in: presentation), JSON.string)
        }
    }

    /// The filters in force.
    static var filters: Member {
        Member("filters", .named("Filters")) { report, _ in .object(report.selection.subject.filtersJSON) }
    }
}
