public import Purchases

/// The order in which a log writes the day, the month and the year.
///
///     DateOrder(pattern: "dd.MM.yy")     // .dayFirst
///     DateOrder(pattern: "MM/dd/yyyy")   // .monthFirst
public enum DateOrder: Hashable, Sendable {
    /// `1/31/2024`
    case monthFirst
    /// `31/1/2024`
    case dayFirst
    /// `2024-01-31`
    case yearFirst
    /// Days as Excel counts them: `45322`.
    case serial
    /// Days counted from this one, which is 0.
    case days(since: CalendarDate)

    /// Reads a pattern in the letters of Unicode: `dd.MM.yy`, `M/d/yyyy HH:mm`, also `DD/MM/YYYY` and `%d/%m/%Y`; only where year, month
    /// and day come first counts. `iso` is year first, `excel` the days of Excel, `days since 2020-12-31` a count of days.
    public init?(pattern: String) {
        let text = pattern.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text == "iso" || text == "iso8601" {
            self = .yearFirst
            return
        }
        if text == "excel" || text == "serial" {
            self = .serial
            return
        }
        if text.hasPrefix("days since ") {
            guard let day = CalendarDate(String(text.dropFirst("days since ".count))) else { return nil }
            self = .days(since: day)
            return
        }
        // Minutes are written with a small m in Unicode's patterns: where there is a large one, it is the month.
        let hasMonth = pattern.contains("M")
        var letters = ""
        var isQuoted = false
        // The word "day" has a y that means no year.
        for letter in pattern.replacing("day", with: "d").replacing("DAY", with: "D").replacing("Day", with: "D") {
            if letter == "'" { isQuoted.toggle() }
            if isQuoted || (hasMonth && letter == "m") { continue }
            for letter in letter.lowercased() where "ymd".contains(letter) && !letters.contains(letter) { letters.append(letter) }
        }
        switch letters {
        case "mdy": self = .monthFirst
        case "dmy": self = .dayFirst
        case "ymd": self = .yearFirst
        default: return nil
        }
    }

    /// The order as a pattern that `init(pattern:)` reads.
    public var pattern: String {
        switch self {
        case .monthFirst: "MM/dd/yyyy"
        case .dayFirst: "dd/MM/yyyy"
        case .yearFirst: "yyyy-MM-dd"
        case .serial: "excel"
        case .days(let since): "days since \(since)"
        }
    }
}

extension DateOrder: CustomStringConvertible {
    public var description: String {
        switch self {
        case .monthFirst: "month/day/year"
        case .dayFirst: "day/month/year"
        case .yearFirst: "year-month-day"
        case .serial: "days as Excel counts them"
        case .days(let since): "days since \(since)"
        }
    }
}
