import Analytics
public import Charts
public import Purchases

/// Everything about one shopper in one document: key figures, a comparison with as many days before, and every chart with its table.
///
///     let document = ShopperReport(subject, from: history).document(Presentation(locale: locale))
///     let pages = try document.pages(on: .a4, theme: .light, measuring: typesetter)
public struct ShopperReport: Sendable {
    let selection: SelectedPurchases
    private let history: [Purchase]

    /// - Parameter history: all purchases of the subject's user, in order of date.
    public init(_ subject: Subject, from history: [Purchase]) {
        selection = SelectedPurchases(subject, history)
        self.history = history
    }

    /// The day of the last purchase that the report is about; where there is none, the last day it could be of.
    public var lastDay: CalendarDate {
        selection.purchases.last?.date ?? selection.subject.asOf ?? selection.subject.filter.to ?? selection.span?.upperBound
            ?? CalendarDate(dayNumber: 0)
    }

    public func document(_ presentation: Presentation) -> Document {
        let locale = presentation.locale
        var untitled = presentation.sharing(selection.total)
        untitled.title = nil
        let isEmpty = selection.purchases.isEmpty
        return Document(
            presentation.title
                ?? locale.phrase("Shopping report", de: "Einkaufsbericht", fr: "Rapport d’achats", es: "Informe de compras"),
            subtitle: selection.subtitle("", presentation),
            cards: isEmpty ? [] : MetricsReport(selection).cards(untitled),
            remarks: isEmpty ? [selection.emptyMessage(in: locale)] : [comparison(untitled)].compactMap { $0 },
            sections: isEmpty
                ? []
                : parts(in: presentation).map { Document.Section($0.question, on: $0.subject, from: history, untitled) },
            locale: locale
        )
    }

    /// A question, and what it is asked about.
    public struct Part: Hashable, Sendable {
        public var question: Question
        public var subject: Subject
    }

    /// Returns the questions that a presentation does not rule out, in order.
    public func parts(in presentation: Presentation) -> [Part] { parts.filter { $0.question.refusal(in: presentation) == nil } }

    private var parts: [Part] {
        let subject = selection.subject
        var parts = [
            Part(question: .spendingSummary(categoryCount > Self.mostSlices ? .bar : .donut), subject: subject),
            Part(question: Question(.monthlyTrends), subject: surroundings),
        ]
        if months.count > 1, lastMonthOfShortPeriod == nil { parts.append(Part(question: Question(.categoryTrends), subject: subject)) }
        parts += [Part(question: Question(.topItems), subject: subject), Part(question: Question(.amountDistribution), subject: subject)]
        return parts
    }

    private var categoryCount: Int { Set(selection.purchases.lazy.map(\.category)).count }
    /// A ring of more would be read from its legend.
    private static let mostSlices = 6

    private var months: Set<Month> { Set(selection.purchases.lazy.map(\.date.month)) }

    /// One month alone is one bar, and a week is a part of one: they are shown at the end of the year of their month.
    private var surroundings: Subject {
        var subject = selection.subject
        guard let month = lastMonthOfShortPeriod else { return subject }
        subject.filter.month = nil
        subject.filter.from = month.adding(months: -11).firstDay
        subject.filter.to = month.lastDay
        return subject
    }

    /// The last month of a period in which there are not two whole ones; nil for longer periods and open ones.
    private var lastMonthOfShortPeriod: Month? {
        let filter = selection.subject.filter
        if case .everyYear = filter.month { return nil }
        guard case (let from?, let to?) = filter.bounds, from <= to else { return nil }
        let first = from == from.month.firstDay ? from.month : from.month.adding(months: 1)
        let last = to == to.month.lastDay ? to.month : to.month.adding(months: -1)
        return first < last ? nil : to.month
    }

    /// How the period differs from as many days before it, and by which rule; nil where the filter names no period.
    private func comparison(_ presentation: Presentation) -> String? {
        let (filter, locale) = (selection.subject.filter, presentation.locale)
        guard filter.month != nil || filter.from != nil || filter.to != nil else { return nil }
        guard let periods = selection.comparison(with: .previous) else {
            return selection.nothingToCompare(with: .previous, in: locale) + "."
        }
        let change = MetricsChange(selection, in: periods)
        let rule = selection.rule(of: periods, against: .previous, in: locale)
        guard presentation.keepsMoney else { return Self.shares(change, rule, presentation) }
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
    private static func shares(_ change: MetricsChange, _ rule: String, _ presentation: Presentation) -> String {
        func text(_ share: Double?) -> String { share.map { presentation.difference(share: $0) } ?? "–" }
        let locale = presentation.locale
        let spending = text(change.spendingShare)
        let orders = text(change.share { Double($0.orderCount) })
        return locale.phrase(
            "Spending \(spending), orders \(orders). \(rule)", de: "Ausgaben \(spending), Bestellungen \(orders). \(rule)",
            fr: "Dépenses \(spending), commandes \(orders). \(rule)", es: "Gasto \(spending), pedidos \(orders). \(rule)"
        )
    }
}
