import Charts
import Purchases

extension Facts {
    /// The members that begin every report's JSON.
    var heading: JSON.Members {
        ["user_id": .string(subject.user.rawValue), "filters": .object(subject.filter.json)]
    }

    /// Returns a subtitle: what is measured, whose it is, and the filters in force, as in `U001 · Jan 2024 – Dec 2024 · Dairy`.
    func subtitle(_ measure: String, in locale: Locale) -> String {
        var parts = [measure, subject.user.rawValue]
        if let period = period(in: locale) { parts.append(period) }
        if !subject.filter.categories.isEmpty { parts.append(subject.filter.categories.sorted().joined(separator: ", ")) }
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The days that the figures cover, in words: the filter's where it says so, the purchases' otherwise.
    func period(in locale: Locale) -> String? {
        let filter = subject.filter
        if case .only(let month) = filter.month { return locale.text(of: month) }
        guard let first = filter.from ?? span?.lowerBound, let last = filter.to ?? span?.upperBound else { return nil }
        let range: String
        if (first == first.month.firstDay || filter.from == nil) && (last == last.month.lastDay || filter.to == nil) {
            range =
                first.month == last.month
                ? locale.text(of: first.month) : "\(locale.text(of: first.month)) – \(locale.text(of: last.month))"
        } else {
            range = first == last ? first.description : "\(first) – \(last)"
        }
        if case .everyYear(let month) = filter.month { return "every \(locale.name(ofMonth: month)), \(range)" }
        return range
    }

    /// What a picture says when no purchase passes the filter.
    var emptyMessage: String {
        span == nil ? "No purchases yet" : "No purchases in this selection"
    }
}

extension Locale {
    func text(of month: Month) -> String { text(ofMonth: month.month, year: month.year) }
}
