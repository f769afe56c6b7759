/// Where a row of data stands along the axis that is not its value's.
public enum Position: Hashable, Sendable {
    case name(String)
    /// A month of a year, 1…12.
    case month(year: Int, month: Int)
    /// A month of every year, 1…12.
    case calendarMonth(Int)
    /// A day, counted from 1970-01-01: a place on an axis of time, as far from its neighbours as they are apart.
    case day(Int)
}

extension Position {
    /// The position in words of its own, as in `Jan 2024` or `Jan 5, 2024`.
    public func text(in locale: Locale) -> String {
        switch self {
        case .name(let name): name
        case .month(let year, let month): locale.text(ofMonth: month, year: year)
        case .calendarMonth(let month): locale.name(ofMonth: month)
        case .day(let number): CalendarDay(number: number).text(in: locale)
        }
    }
}

extension Position {
    /// The day of a position on an axis of time, counted from 1970-01-01.
    var dayNumber: Int? { if case .day(let number) = self { number } else { nil } }

    var yearAndMonth: (year: Int, month: Int)? { if case .month(let year, let month) = self { (year, month) } else { nil } }

    /// The month of every year, 1…12.
    var monthOfYear: Int? { if case .calendarMonth(let month) = self { month } else { nil } }
}
