import Analytics
public import Charts
public import Purchases

/// Everything about one shopper in one document: key figures, a comparison with as many days before, and every chart with its table.
///
///     let document = ShopperReport(subject, from: history).document(Presentation(locale: locale))
///     let pages = try document.pages(on: .a4, theme: .light, measuring: typesetter)
public struct ShopperReport: Sendable {
    let facts: Facts
    private let history: [Purchase]

    /// - Parameter history: all purchases of the subject's user, in order of date.
    public init(_ subject: Subject, from history: [Purchase]) {
        facts = Facts(subject, history)
        self.history = history
    }

    /// The day of the last purchase that the report is about; where there is none, the last day it could be of.
    public var lastDay: CalendarDate {
        facts.purchases.last?.date ?? facts.subject.asOf ?? facts.subject.filter.to ?? facts.span?.upperBound ?? CalendarDate(dayNumber: 0)
    }

    public func document(_ presentation: Presentation) -> Document {
        let locale = presentation.locale
        var untitled = presentation.sharing(facts.total)
        untitled.title = nil
        let isEmpty = facts.purchases.isEmpty
        return Document(
            presentation.title
                ?? locale.phrase("Shopping report", de: "Einkaufsbericht", fr: "Rapport d’achats", es: "Informe de compras"),
            subtitle: facts.subtitle("", in: locale),
            cards: isEmpty ? [] : MetricsReport(facts).cards(untitled),
            remarks: isEmpty ? [facts.emptyMessage(in: locale)] : [comparison(untitled)].compactMap { $0 },
            sections: isEmpty
                ? []
                : parts(telling: presentation.disclosure).map {
                    Document.Section($0.insight, $0.question, on: $0.subject, from: history, untitled)
                },
            locale: locale
        )
    }

    /// A question, and what it is asked about.
    public struct Part: Hashable, Sendable {
        public var insight: String
        public var question: Question
        public var subject: Subject
    }

    /// Returns the questions that are answered where so much is told, in order.
    public func parts(telling disclosure: Disclosure) -> [Part] { parts.filter { $0.question.refusal(at: disclosure) == nil } }

    private var parts: [Part] {
        let subject = facts.subject
        var parts = [
            Part(insight: "spending-summary", question: .spendingSummary(.donut), subject: subject),
            Part(insight: "monthly-trends", question: .monthlyTrends(.bar), subject: surroundings),
        ]
        if months.count > 1, lastMonthOfShortPeriod == nil {
            parts.append(Part(insight: "category-trends", question: .categoryTrends, subject: subject))
        }
        parts += [
            Part(insight: "top-items", question: .topItems(limit: 10, by: .count), subject: subject),
            Part(insight: "amount-distribution", question: .amountDistribution(of: .item, bins: nil), subject: subject),
        ]
        return parts
    }

    private var months: Set<Month> { Set(facts.purchases.lazy.map(\.date.month)) }

    /// One month alone is one bar, and a week is a part of one: they are shown at the end of the year of their month.
    private var surroundings: Subject {
        var subject = facts.subject
        guard let month = lastMonthOfShortPeriod else { return subject }
        subject.filter.month = nil
        subject.filter.from = month.adding(months: -11).firstDay
        subject.filter.to = month.lastDay
        return subject
    }

    /// The last month of a period in which there are not two whole ones; nil for longer periods and open ones.
    private var lastMonthOfShortPeriod: Month? {
        let filter = facts.subject.filter
        if case .everyYear = filter.month { return nil }
        guard case (let from?, let to?) = filter.bounds, from <= to else { return nil }
        let first = from == from.month.firstDay ? from.month : from.month.adding(months: 1)
        let last = to == to.month.lastDay ? to.month : to.month.adding(months: -1)
        return first < last ? nil : to.month
    }

    /// How the period differs from as many days before it, and by which rule; nil where the filter names no period.
    private func comparison(_ presentation: Presentation) -> String? {
        let (filter, locale) = (facts.subject.filter, presentation.locale)
        guard filter.month != nil || filter.from != nil || filter.to != nil else { return nil }
        guard let periods = facts.comparison(with: .previous) else {
            return facts.nothingToCompare(with: .previous, in: locale) + "."
        }
        let change = MetricsChange(facts, in: periods)
        let rule = facts.rule(of: periods, against: .previous, in: locale)
        guard presentation.tellsAmounts else { return Self.shares(change, rule, locale) }
        let (then, now) = (presentation.text(of: change.then.totalSpending), presentation.text(of: change.now.totalSpending))
        let share = change.spendingShare.map { " (\(presentation.difference(share: $0)))" } ?? ""
        let orders = (then: locale.text(of: change.then.orderCount).isolated, now: locale.text(of: change.now.orderCount).isolated)
        return locale.phrase(
            "Spending from \(then) to \(now)\(share), orders from \(orders.then) to \(orders.now). \(rule)",
            de: "Ausgaben von \(then) auf \(now)\(share), Bestellungen von \(orders.then) auf \(orders.now). \(rule)",
            fr: "Dépenses de \(then) à \(now)\(share), commandes de \(orders.then) à \(orders.now). \(rule)",
            es: "Gasto de \(then) a \(now)\(share), pedidos de \(orders.then) a \(orders.now). \(rule)"
        )
    }

    /// The same without saying what was compared: differences alone, in percent.
    private static func shares(_ change: MetricsChange, _ rule: String, _ locale: Locale) -> String {
        func text(_ share: Double?) -> String { share.map { Presentation(locale: locale).difference(share: $0) } ?? "–" }
        let spending = text(change.spendingShare)
        let orders = text(MetricsChange.share(Double(change.now.orderCount), Double(change.then.orderCount)))
        return locale.phrase(
            "Spending \(spending), orders \(orders). \(rule)", de: "Ausgaben \(spending), Bestellungen \(orders). \(rule)",
            fr: "Dépenses \(spending), commandes \(orders). \(rule)", es: "Gasto \(spending), pedidos \(orders). \(rule)"
        )
    }
}
