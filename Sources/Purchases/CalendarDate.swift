/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CalendarDate: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let dayNumber: Int

    public init(dayNumber: Int) { self.dayNumber = dayNumber }

    /// Makes the date, or nil when there is no such day or its year is not in 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard let month = Month(year: year, month: month), (1...month.dayCount).contains(day) else { return nil }
        self.init(dayNumber: month.firstDay.dayNumber + day - 1)
    }

    /// The last day that has a year of four digits.
    public static let last = CalendarDate(dayNumber: 2_932_896)

    public var month: Month { Month(index: civil.year * 12 + civil.month - 1) }
    public var year: Int { civil.year }
    /// The day of the month, from 1.
    public var day: Int { civil.day }

    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// Returns how many days after `other` this day is, negative when it is before.
    public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days:
    // years begin in March, so that the leap day is the last of its year.
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension CalendarDate: Comparable {
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }
}

extension CalendarDate: LosslessStringConvertible {
    /// Reads `2024-01-31`, and nothing else.
    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 2, let month = Month("\(parts[0])-\(parts[1])"),
            let day = Int(digits: parts[2])
        else { return nil }
        self.init(year: month.year, month: month.month, day: day)
    }

    /// The date as ISO 8601 writes it, as in `2024-01-31`.
    public var description: String {
        let day = day
        return "\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
