/// Which of a shopper's purchases a question is about.
///
///     PurchaseFilter(month: .everyYear(12), categories: ["Snacks"])
///     PurchaseFilter(from: Month("2024-01")?.firstDay, to: Month("2024-03")?.lastDay)
public struct PurchaseFilter: Hashable, Sendable {
    public enum MonthSelection: Hashable, Sendable {
        /// A month of the calendar, 1…12, in every year.
        case everyYear(Int)
        case only(Month)

        public func contains(_ month: Month) -> Bool {
            switch self {
            case .everyYear(let number): month.month == number
            case .only(let only): month == only
            }
        }
    }

    public var month: MonthSelection?
    /// The first day, included.
    public var from: CalendarDate?
    /// The last day, included.
    public var to: CalendarDate?
    /// Any of these; all, when there is none.
    public var categories: Set<String>

    public init(
        month: MonthSelection? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil, categories: Set<String> = []
    ) {
        self.month = month
        self.from = from
        self.to = to
        self.categories = categories
    }

    /// Everything.
    public static let none = PurchaseFilter()

    public func contains(_ purchase: Purchase) -> Bool {
        contains(purchase.date) && (categories.isEmpty || categories.contains(purchase.category))
    }

    public func contains(_ date: CalendarDate) -> Bool {
        if let from, date < from { return false }
        if let to, date > to { return false }
        return month?.contains(date.month) ?? true
    }
}
