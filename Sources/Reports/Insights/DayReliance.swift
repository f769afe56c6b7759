public import Purchases

/// What an answer depends on of the day it is.
public enum DayReliance: Hashable, Sendable {
    case none
    /// On the month, which is not over.
    case month(Month)
    case day(CalendarDate)

    /// As a part of a resource's identity; empty for none.
    public var text: String {
        switch self {
        case .none: ""
        case .month(let month): month.description
        case .day(let day): day.description
        }
    }
}

extension Question {
    /// Returns what the answer depends on of the day it is, so that it may be kept for as long as this stays the same.
    ///
    /// Nothing where the subject says what day counts as today, or is about days gone by: then the answer is the same every day. Nothing
    /// either for what to buy next, which is said as of the last day that anything is known of.
    public func reliance(of subject: Subject) -> DayReliance {
        guard subject.asOf == nil, let today = subject.today, subject.filter.mayContain(today.month) else { return .none }
        return switch insight.reliance {
        case .unfinishedMonth: .month(today.month)
        case .comparedDays: subject.filter.ends(after: today) ? .day(today) : .month(today.month)
        case .none: .none
        }
    }
}

extension PurchaseFilter {
    fileprivate func mayContain(_ other: Month) -> Bool {
        (from.map { $0.month <= other } ?? true) && (to.map { $0.month >= other } ?? true) && (month?.contains(other) ?? true)
    }

    /// Whether the filter names a last day and that is still to come.
    fileprivate func ends(after today: CalendarDate) -> Bool {
        if case .only(let month) = month { return min(to ?? month.lastDay, month.lastDay) > today }
        return month == nil && to.map { $0 > today } ?? false
    }
}
