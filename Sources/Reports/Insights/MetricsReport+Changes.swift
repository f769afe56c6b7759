import Analytics
public import Charts
import Purchases

/// The key figures of two periods of as many days.
struct MetricsChange: Sendable {
    let periods: ComparedPeriods
    /// Those of the later period, which ends before the filter's does where that is not over.
    let now: Metrics
    let then: Metrics

    init(_ selection: SelectedPurchases, in periods: ComparedPeriods) {
        self.periods = periods
        now = Metrics(of: selection.purchases(in: periods.current))
        then = Metrics(of: selection.purchases(in: periods.base))
    }

    var spending: Money { now.totalSpending - then.totalSpending }

    /// What part of the earlier sum the difference is; nil where that sum was nothing.
    var spendingShare: Double? { Self.share(now.totalSpending.amount, then.totalSpending.amount) }

    /// Returns how much larger a value is than in the earlier period, as a fraction of that.
    func share(of value: (Metrics) -> Double) -> Double? { Self.share(value(now), value(then)) }

    /// Returns how much larger a number is than an earlier one, as a fraction of that; nil where the earlier one is not positive.
    static func share(_ now: Double, _ then: Double) -> Double? { then > 0 ? (now - then) / then : nil }
}

extension MetricsReport {
    /// What key figures are compared with, and the change against the year before, which no card has room for.
    func comparisonNote(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        let filter = selection.subject.filter
        // Nobody asked for a comparison of all there is.
        if filter.month == nil, filter.from == nil, filter.to == nil, change(.previous) == nil, change(.year) == nil { return "" }
        if case .everyYear = filter.month { return selection.nothingToCompare(with: .previous, in: locale) + "." }
        var words = [
            change(.previous).map { selection.rule(of: $0.periods, against: .previous, in: locale) }
                ?? selection.nothingToCompare(with: .previous, in: locale) + "."
        ]
        if presentation.redaction.isTrend { return words[0] }
        if let year = change(.year) {
            let (range, sum) = (locale.text(of: year.periods.base).isolated, presentation.text(of: year.then.totalSpending))
            let difference = presentation.difference(year.spending, share: year.spendingShare)
            words.append(
                locale.phrase(
                    "As many days a year before, \(range): \(sum), since then \(difference).",
                    de: "Ebenso viele Tage im Vorjahr, \(range): \(sum), seither \(difference).",
                    fr: "Autant de jours un an avant, \(range)\u{A0}: \(sum), depuis \(difference).",
                    es: "Los mismos días un año antes, \(range): \(sum), desde entonces \(difference)."
                )
            )
        } else {
            words.append(selection.nothingToCompare(with: .year, in: locale) + ".")
        }
        return words.joined(separator: " ")
    }

    /// Returns which days the changes of the cards compare; nil where there are none.
    public func changeRule(in locale: Locale) -> String? {
        guard let periods = change(.previous)?.periods else { return nil }
        let (period, rule) = (locale.text(of: periods.current).isolated, selection.rule(of: periods, against: .previous, in: locale))
        return locale.phrase(
            "Changes: \(period). \(rule)", de: "Veränderungen: \(period). \(rule)", fr: "Évolutions\u{A0}: \(period). \(rule)",
            es: "Cambios: \(period). \(rule)")
    }

    /// Returns how a value differs from that of the period before, as a card shows it.
    func cardChange(_ value: (Metrics) -> Double, _ presentation: Presentation) -> Mark.Card.Change? {
        guard let share = change(.previous)?.share(of: value) else { return nil }
        let told = presentation.redaction.ratio(share)
        let direction: Mark.Card.Change.Direction = told > 0 ? .up : told < 0 ? .down : .level
        return Mark.Card.Change(text: presentation.difference(share: share), direction: direction)
    }
}
