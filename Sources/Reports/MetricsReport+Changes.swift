import Analytics
public import Charts
import Purchases

/// The key figures of two periods of as many days.
struct MetricsChange: Sendable {
    let periods: ComparedPeriods
    /// Those of the later period, which ends before the filter's does where that is not over.
    let now: Metrics
    let then: Metrics

    init(_ facts: Facts, in periods: ComparedPeriods) {
        self.periods = periods
        now = Metrics(of: facts.purchases(in: periods.current))
        then = Metrics(of: facts.purchases(in: periods.base))
    }

    var spending: Money { now.totalSpending - then.totalSpending }

    /// What part of the earlier sum the difference is; nil where that sum was nothing.
    var spendingShare: Double? { Self.share(now.totalSpending.amount, then.totalSpending.amount) }

    /// Returns how much larger a number is than an earlier one, as a fraction of that; nil where the earlier one is not positive.
    static func share(_ now: Double, _ then: Double) -> Double? { then > 0 ? (now - then) / then : nil }
}

extension MetricsReport {
    var changesJSON: JSON {
        [
            "previous_period": .optional(change(.previous), Self.json), "year_ago": .optional(change(.year), Self.json),
        ]
    }

    private static func json(_ change: MetricsChange) -> JSON {
        let (days, then) = (change.periods.base, change.then)
        return [
            "from": .date(days.lowerBound), "to": .date(days.upperBound), "days": .integer(days.dayCount),
            "compared_from": .date(change.periods.current.lowerBound), "compared_to": .date(change.periods.current.upperBound),
            "total_spending": .money(then.totalSpending), "change": .money(change.spending),
            "change_share": .optional(change.spendingShare, JSON.number), "orders": .integer(then.orderCount),
            "orders_change": .integer(change.now.orderCount - then.orderCount),
            "average_order_value": .optional(then.averageOrderValue, JSON.money), "units": .integer(then.units),
        ]
    }

    /// The same in rows; nothing stands where nothing is compared.
    var changeRows: [[Table.Cell]] {
        [("previous_period", change(.previous)), ("year_ago", change(.year))].flatMap { name, change -> [[Table.Cell]] in
            let cells: [(String, Table.Cell?)] = [
                ("from", change.map { .date($0.periods.base.lowerBound) }), ("to", change.map { .date($0.periods.base.upperBound) }),
                ("days", change.map { .integer($0.periods.base.dayCount) }),
                ("total_spending", change.map { .money($0.then.totalSpending) }), ("change", change.map { .money($0.spending) }),
                ("change_share", change?.spendingShare.map(Table.Cell.number)),
                ("orders", change.map { .integer($0.then.orderCount) }),
            ]
            return cells.map { [.text("\(name)_\($0)"), .empty, $1 ?? .empty] }
        }
    }

    /// What figures are compared with, and the change against the year before, which no card has room for.
    func comparisonNote(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        if case .everyYear = facts.subject.filter.month { return facts.nothingToCompare(with: .previous, in: locale) + "." }
        var words = [
            change(.previous).map { facts.rule(of: $0.periods, against: .previous, in: locale) }
                ?? facts.nothingToCompare(with: .previous, in: locale) + "."
        ]
        if presentation.disclosure == .trend { return words[0] }
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
            words.append(facts.nothingToCompare(with: .year, in: locale) + ".")
        }
        return words.joined(separator: " ")
    }

    /// Returns which days the changes of the cards compare; nil where there are none.
    public func changeRule(in locale: Locale) -> String? {
        guard let periods = change(.previous)?.periods else { return nil }
        let (period, rule) = (locale.text(of: periods.current).isolated, facts.rule(of: periods, against: .previous, in: locale))
        return locale.phrase(
            "Changes: \(period). \(rule)", de: "Veränderungen: \(period). \(rule)", fr: "Évolutions\u{A0}: \(period). \(rule)",
            es: "Cambios: \(period). \(rule)")
    }

    /// Returns how a figure differs from that of the period before, as a card shows it.
    func cardChange(_ figure: (Metrics) -> Double, in locale: Locale) -> Mark.Card.Change? {
        guard let change = change(.previous), let share = MetricsChange.share(figure(change.now), figure(change.then)) else { return nil }
        let text = Presentation(locale: locale).difference(share: share)
        return Mark.Card.Change(text: text, direction: share > 0 ? .up : share < 0 ? .down : .level)
    }
}
