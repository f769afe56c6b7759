public import Purchases

extension Question {
    /// Returns what the answer depends on of the day it is, so that it may be kept for as long as this stays the same.
    ///
    /// Nothing where the subject says what day counts as today, or is about days gone by: then the answer is the same every day.
    public func reliance(of subject: Subject) -> DayReliance {
        guard subject.asOf == nil, let today = subject.today, subject.filter.mayContain(today.month) else { return .none }
        switch self {
        case .monthlyTrends, .categoryTrends, .seasonalPatterns:
            return today == today.month.lastDay ? .none : .month(today.month)
        case .metrics, .spendingChanges: return subject.filter.ends(after: today) ? .day(today) : .none
        // What to buy next is told as of the last day that anything is known of, whatever day it is.
        case .spendingSummary, .topItems, .amountDistribution, .priceHistory, .recommendations, .alerts, .pantry: return .none
        }
    }
}

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
