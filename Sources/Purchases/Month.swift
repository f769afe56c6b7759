/// A month of a year, written `2026-03`.
public struct Month: Hashable, Sendable {
    /// Months since January of the year 0: neighbours differ by one, across years too.
    public let index: Int

    package init(index: Int) { self.index = index }

    /// Makes the month, or nil when `month` is not in 1…12 or `year` is not in 1…9999.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(index: year * 12 + month - 1)
    }

    public var year: Int { index / 12 }
    /// 1 for January to 12 for December.
    public var month: Int { index % 12 + 1 }

    public func adding(months: Int) -> Month { Month(index: index + months) }

    public var firstDay: CalendarDate {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
        let year = month <= 2 ? self.year - 1 : self.year
        let era = year / 400
        let yearOfEra = year - era * 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * marchMonth + 2) / 5
        return CalendarDate(dayNumber: era * 146_097 + dayOfEra - 719_468)
    }

    public var lastDay: CalendarDate { adding(months: 1).firstDay.adding(days: -1) }

    public var dayCount: Int { adding(months: 1).firstDay.days(since: firstDay) }
}

extension Month: Strideable {
    public func distance(to other: Month) -> Int { other.index - index }
    public func advanced(by months: Int) -> Month { adding(months: months) }
}

extension Month: LosslessStringConvertible {
    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Int(digits: parts[0]), let month = Int(digits: parts[1])
        else { return nil }
        self.init(year: year, month: month)
    }

    public var description: String {
        let year = String(year)
        return "\(String(repeating: "0", count: max(0, 4 - year.utf8.count)))\(year)-\(month < 10 ? "0" : "")\(month)"
    }
}

extension Int {
    /// Reads decimal digits alone: `Int("+3")` is a number, a date's `+3` is a mistake.
    package init?(digits: some StringProtocol) {
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        self.init(digits)
    }
}
