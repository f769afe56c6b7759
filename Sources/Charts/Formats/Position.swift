/// Where a row of data stands along the axis that is not its value's.
public enum Position: Hashable, Sendable {
    case name(String)
    /// A month of a year, 1…12.
    case month(year: Int, month: Int)
    /// A month of every year, 1…12.
    case calendarMonth(Int)
    /// A day, counted from 1970-01-01: a place on an axis of time, as far from its neighbours as they are apart.
    case day(Int)
    /// A time, in seconds from 1970-01-01 00:00 on the clock that the reader knows: likewise, to the second.
    case time(Int)
    /// A number: a place on an axis of numbers.
    case number(Double)
}

extension Position {
    /// The position in words of its own, as in `Jan 2024` or `Jan 5, 2024`.
    public func text(in locale: Locale) -> String {
        switch self {
        case .name(let name): name
        case .month(let year, let month): locale.text(ofMonth: month, year: year)
        case .calendarMonth(let month): locale.name(ofMonth: month)
        case .day(let number): CalendarDay(number: number).text(in: locale)
        case .time(let seconds):
            "\(CalendarDay(number: Self.day(of: seconds)).text(in: locale)), \(locale.text(ofTime: seconds, hasSeconds: seconds % 60 != 0))"
        case .number(let number): NumberFormat.pattern(NumberPattern()).text(number, in: locale)
        }
    }

    /// The same, with a number in the format of its axis.
    func text(_ format: NumberFormat, in locale: Locale) -> String {
        if case .number(let number) = self { format.text(number, in: locale) } else { text(in: locale) }
    }

    /// Returns the day of a time, counted from 1970-01-01.
    static func day(of seconds: Int) -> Int { Int((Double(seconds) / 86_400).rounded(.down)) }
}

extension Position {
    /// The day of a position on an axis of time, counted from 1970-01-01.
    var dayNumber: Int? { if case .day(let number) = self { number } else { nil } }

    /// The day that has to be in the calendar, of a day or of a time.
    var calendarDay: Int? { if case .time(let seconds) = self { Self.day(of: seconds) } else { dayNumber } }

    /// The seconds from 1970-01-01 00:00 to a day or a time.
    var seconds: Double? {
        switch self {
        case .day(let number): Double(number) * 86_400
        case .time(let seconds): Double(seconds)
        case .name, .month, .calendarMonth, .number: nil
        }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }

    var yearAndMonth: (year: Int, month: Int)? { if case .month(let year, let month) = self { (year, month) } else { nil } }

    /// The month of every year, 1…12.
    var monthOfYear: Int? { if case .calendarMonth(let month) = self { month } else { nil } }
}
