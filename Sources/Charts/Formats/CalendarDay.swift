/// A day of the Gregorian calendar.
package struct CalendarDay: Hashable, Sendable {
    package let year: Int
    /// 1…12
    package let month: Int
    /// 1…31
    package let day: Int

    /// Every day that a chart can show: the years −9999…9999, roughly, and whole at their end.
    static let range = -4_371_000...2_933_000

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Finds the day by its distance from 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
    ///
    /// Eras of 400 years and years that begin in March put the leap day at the end, where it disturbs no month.
    package init(number: Int) {
        let shifted = min(max(number, Self.range.lowerBound), Self.range.upperBound) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The days from 1970-01-01 to this one (the same, `days_from_civil`).
    package var number: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Months since the year 0, for counting on.
    var monthNumber: Int { year * 12 + month - 1 }

    /// The first day of a month counted from the year 0.
    static func first(ofMonth number: Int) -> CalendarDay {
        let year = number >= 0 ? number / 12 : (number - 11) / 12
        return CalendarDay(year: year, month: number - year * 12 + 1, day: 1)
    }
}

extension CalendarDay {
    func text(in locale: Locale) -> String { locale.text(ofDay: day, month: month, year: year) }

    /// As it stands where the year is clear, as in `Jan 5`.
    func textInYear(in locale: Locale) -> String { locale.text(ofDay: day, month: month) }
}
