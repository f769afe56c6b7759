import Analytics
public import Charts
public import Purchases

/// Everything about one shopper in one document: key figures, a comparison with the period before, and every chart with its table.
///
///     let document = ShopperReport(subject, from: history).document(Presentation(locale: locale))
///     let booklet = try document.pages(on: .a4, theme: .light, measuring: typesetter)
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
        if months.count > 1 { parts.append(Part(insight: "category-trends", question: .categoryTrends, subject: subject)) }
        parts += [
            Part(insight: "top-items", question: .topItems(limit: 10, by: .count), subject: subject),
            Part(insight: "amount-distribution", question: .amountDistribution(of: .item, bins: nil), subject: subject),
        ]
        return parts
    }

    private var months: Set<Month> { Set(facts.purchases.lazy.map(\.date.month)) }

    /// One month alone is one bar: it is shown at the end of its year.
    private var surroundings: Subject {
        var subject = facts.subject
        guard case .only(let month) = subject.filter.month, subject.filter.from == nil, subject.filter.to == nil else { return subject }
        subject.filter.month = nil
        subject.filter.from = month.adding(months: -11).firstDay
        subject.filter.to = month.lastDay
        return subject
    }

    /// How the period differs from the one before, in a sentence; nil where no period is before it.
    private func comparison(_ presentation: Presentation) -> String? {
        guard let filter = facts.subject.filter.before else { return nil }
        let locale = presentation.locale
        let before = Facts(Subject(user: facts.subject.user, filter: filter, asOf: facts.subject.asOf), history)
        guard let period = before.period(in: locale)?.isolated else { return nil }
        guard !before.purchases.isEmpty else {
            return locale.phrase(
                "There is no purchase in \(period) to compare with.", de: "Zum Vergleich gibt es keinen Einkauf in \(period).",
                fr: "Aucun achat en \(period) pour comparer.", es: "No hay compras en \(period) para comparar."
            )
        }
        let (now, then) = (MetricsReport(facts).totals, MetricsReport(before).totals)
        let spending = (then: presentation.text(of: then.spending), now: presentation.text(of: now.spending))
        let orders = (then: locale.text(of: then.orders).isolated, now: locale.text(of: now.orders).isolated)
        var change = ""
        if then.spending > .zero {
            let share = (now.spending - then.spending).amount / then.spending.amount
            change = " (\("\(share > 0 ? "+" : "")\(NumberFormat.percent.text(share, in: locale))".isolated))"
        }
        guard presentation.tellsAmounts else { return comparison(with: period, MetricsReport(facts).totals, then, locale) }
        return locale.phrase(
            "Compared with \(period): spending from \(spending.then) to \(spending.now)\(change), orders from \(orders.then) to \(orders.now).",
            de:
                "Verglichen mit \(period): Ausgaben von \(spending.then) auf \(spending.now)\(change), Bestellungen von \(orders.then) auf \(orders.now).",
            fr:
                "Par rapport à \(period)\u{A0}: dépenses de \(spending.then) à \(spending.now)\(change), commandes de \(orders.then) à \(orders.now).",
            es:
                "En comparación con \(period): gasto de \(spending.then) a \(spending.now)\(change), pedidos de \(orders.then) a \(orders.now)."
        )
    }

    /// The same without saying what was compared: differences alone, in percent.
    private func comparison(
        with period: String, _ now: (spending: Money, orders: Int), _ then: (spending: Money, orders: Int), _ locale: Locale
    ) -> String? {
        func change(_ now: Double, _ then: Double) -> String {
            MetricsChange.share(now, then).map { Presentation(locale: locale).difference(share: $0) } ?? "–"
        }
        let spending = change(now.spending.amount, then.spending.amount)
        let orders = change(Double(now.orders), Double(then.orders))
        return locale.phrase(
            "Compared with \(period): spending \(spending), orders \(orders).",
            de: "Verglichen mit \(period): Ausgaben \(spending), Bestellungen \(orders).",
            fr: "Par rapport à \(period)\u{A0}: dépenses \(spending), commandes \(orders).",
            es: "En comparación con \(period): gasto \(spending), pedidos \(orders)."
        )
    }
}
