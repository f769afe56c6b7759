/// The order in which a log writes the day, the month and the year.
///
///     DateOrder(pattern: "%d/%m/%Y")     // .dayFirst
///     DateOrder(pattern: "MM/DD/YYYY")   // .monthFirst
public enum DateOrder: Hashable, Sendable, CaseIterable {
    /// `1/31/2024`
    case monthFirst
    /// `31/1/2024`
    case dayFirst
    /// `2024-01-31`
    case yearFirst

    /// Reads the order off a date pattern: only where its letters y, m and d come first counts. `iso` is year first.
    public init?(pattern: String) {
        var letters = ""
        // The word "day" has a y that means no year.
        for letter in pattern.lowercased().replacing("day", with: "d") where "ymd".contains(letter) && !letters.contains(letter) {
            letters.append(letter)
        }
        switch letters {
        case "mdy": self = .monthFirst
        case "dmy": self = .dayFirst
        case "ymd": self = .yearFirst
        case "" where pattern.lowercased() == "iso": self = .yearFirst
        default: return nil
        }
    }
}

extension DateOrder: CustomStringConvertible {
    public var description: String {
        switch self {
        case .monthFirst: "month/day/year"
        case .dayFirst: "day/month/year"
        case .yearFirst: "year-month-day"
        }
    }
}
