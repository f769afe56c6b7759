import Analytics
public import Charts
public import Purchases

extension Insight {
    public static let metrics = Insight(
        "metrics", "Key figures, and how they changed", chart: "cards", reliance: .comparedDays
    ) { _, selection, _ in MetricsReport(selection) }
}

extension Question {
    public static let metrics = Question(.metrics)
}

/// The key figures.
public struct MetricsReport: SelectionReport {
    let selection: SelectedPurchases
    let metrics: Metrics
    private let changes: [ComparedPeriods.Base: MetricsChange]

    /// - Parameter history: all purchases of the subject's user, in order of date.
    public init(_ subject: Subject, from history: [Purchase]) {
        self.init(SelectedPurchases(subject, history))
    }

    /// Makes the figures of a selection that several questions share.
    ///
    /// - Parameter comparesRecentDays: whether changes are those of the last months where the filter names no period, and there is
    ///   nothing before all that is known.
    public init(_ selection: SelectedPurchases, comparesRecentDays: Bool = false) {
        self.selection = selection
        metrics = Metrics(of: selection.purchases)
        changes = ComparedPeriods.Base.allCases.reduce(into: [:]) { changes, base in
            let periods = comparesRecentDays ? selection.periods(against: base) : selection.comparison(with: base)
            changes[base] = periods.map { MetricsChange(selection, in: $0) }
        }
    }

    /// The difference from another period; nil where the log does not cover it.
    func change(_ base: ComparedPeriods.Base) -> MetricsChange? { changes[base] }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let cards = metrics.orderCount == 0 ? [] : cards(presentation)
        let chart = Chart(
            presentation.title ?? locale.phrase("Key figures", de: "Kennzahlen", fr: "Chiffres clés", es: "Cifras clave"),
            subtitle: selection.subtitle("", presentation), footnote: cards.isEmpty ? "" : comparisonNote(presentation),
            marks: cards.map(Mark.card), locale: locale,
            emptyMessage: metrics.orderCount == 0
                ? selection.emptyMessage(in: locale) : selection.nothingToCompare(with: .previous, in: locale)
        )
        return chart.saying(cards.isEmpty ? nil : message(presentation), presentation)
    }

    private func message(_ presentation: Presentation) -> String? {
        let writer = MessageWriter(presentation)
        if let change = change(.previous), let share = change.spendingShare {
            let redaction = presentation.redaction
            let sums = [change.then, change.now].compactMap { redaction.amount($0.totalSpending) }
            // Where no sum is told, its difference in percent is.
            let (before, after) = presentation.keepsMoney && sums.count == 2 ? (sums[0], sums[1]) : (1, 1 + redaction.ratio(share))
            return writer.change(from: before, to: after, against: .previous, days: change.periods.base.dayCount, cause: "")
        }
        guard presentation.keepsMoney, let average = metrics.averageOrderValue else { return nil }
        return writer.total(
            presentation.text(of: metrics.totalSpending), orders: metrics.orderCount, average: presentation.text(of: average))
    }

    /// The key figures in words and large numbers, as far as they are told: without sums where these would be the whole of all shares, and
    /// their changes alone where nothing else is.
    public func cards(_ presentation: Presentation) -> [Mark.Card] {
        let presentation = presentation.sharing(whole)
        let cards = allCards(presentation)
        if presentation.redaction.isTrend { return trendCards(of: cards, in: presentation.locale) }
        return presentation.keepsMoney ? cards : Array(cards[1...1] + cards[3...])
    }

    /// Cards of nothing but changes against the period before; the lines in them have no scale.
    private func trendCards(of cards: [Mark.Card], in locale: Locale) -> [Mark.Card] {
        let note = locale.phrase(
            "since the period before", de: "seit dem Zeitraum davor", fr: "depuis la période précédente", es: "desde el período anterior")
        return cards.compactMap { card in
            card.change.map { Mark.Card(label: card.label, figure: $0.text, note: note, trend: card.trend) }
        }
    }

    private func allCards(_ presentation: Presentation) -> [Mark.Card] {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        func money(_ money: Money) -> String { presentation.figure(money) }
        func change(_ value: (Metrics) -> Double) -> Mark.Card.Change? { cardChange(value, presentation) }
        func course(of values: [Double]) -> [Double?] { months.count > 1 ? redaction.course(of: values) : [] }
        func compact(_ money: Money) -> String? {
            redaction.amount(money).map { presentation.amountFormat.compactText($0, in: locale) }
        }
        let months = selection.precedingMonths
        let top = metrics.categories.first
        var cards = [
            Mark.Card(
                label: locale.phrase("Total spending", de: "Gesamtausgaben", fr: "Dépenses totales", es: "Gasto total"),
                figure: money(metrics.totalSpending), note: rate(in: locale), change: change(\.totalSpending.amount),
                trend: course(of: months.map(\.total.amount)), value: redaction.amount(metrics.totalSpending)
            ),
            Mark.Card(
                label: locale.phrase("Orders", de: "Bestellungen", fr: "Commandes", es: "Pedidos"),
                figure: locale.text(of: metrics.orderCount), note: rhythm(in: locale), change: change { Double($0.orderCount) },
                trend: months.count > 1 ? redaction.course(ofCounts: months.map(\.orderCount)) : [], value: Double(metrics.orderCount)
            ),
            Mark.Card(
                label: locale.phrase("Average order", de: "Mittlere Bestellung", fr: "Commande moyenne", es: "Pedido medio"),
                figure: money(metrics.averageOrderValue ?? .zero), note: lines(in: locale),
                change: change { $0.averageOrderValue?.amount ?? 0 },
                trend: course(of: months.map { $0.orderCount == 0 ? 0 : $0.total.amount / Double($0.orderCount) }),
                value: redaction.amount(metrics.averageOrderValue ?? .zero)
            ),
            Mark.Card(
                label: locale.phrase("Top category", de: "Stärkste Kategorie", fr: "Première catégorie", es: "Categoría principal"),
                figure: top?.category ?? "–", note: top.flatMap { share($0.share, presentation) } ?? "",
                change: change { metrics in metrics.categories.first { $0.category == top?.category }?.total.amount ?? 0 }
            ),
            Mark.Card(
                label: locale.phrase("Units", de: "Stück", fr: "Unités", es: "Unidades"), figure: locale.text(of: metrics.units),
                note: orderLines(in: locale), change: change { $0.units.amount }, value: metrics.units.amount
            ),
            Mark.Card(
                label: locale.phrase("Different items", de: "Verschiedene Artikel", fr: "Articles différents", es: "Artículos distintos"),
                figure: locale.text(of: metrics.productDiversity), note: categories(in: locale),
                change: change { Double($0.productDiversity) }, value: Double(metrics.productDiversity)
            ),
        ]
        for index in cards.indices where !cards[index].trend.isEmpty {
            cards[index].isTrendUnfinished = months.last?.month == selection.unfinishedMonth
        }
        cards[0].compactFigure = compact(metrics.totalSpending)
        cards[2].compactFigure = compact(metrics.averageOrderValue ?? .zero)
        return cards
    }
}
