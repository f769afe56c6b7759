import Analytics
public import Charts
public import Purchases

/// The key figures.
public struct MetricsReport: Report {
    let facts: Facts
    let metrics: Metrics
    private let changes: [ComparedPeriods.Base: MetricsChange]

    /// - Parameter history: all purchases of the subject's user, in order of date.
    public init(_ subject: Subject, from history: [Purchase]) {
        self.init(Facts(subject, history))
    }

    /// Makes the figures of facts that several questions share.
    ///
    /// - Parameter comparesRecentDays: whether changes are those of the last months where the filter names no period, and there is
    ///   nothing before all that is known.
    public init(_ facts: Facts, comparesRecentDays: Bool = false) {
        self.facts = facts
        metrics = Metrics(of: facts.purchases)
        changes = ComparedPeriods.Base.allCases.reduce(into: [:]) { changes, base in
            let periods = comparesRecentDays ? facts.periods(against: base) : facts.comparison(with: base)
            changes[base] = periods.map { MetricsChange(facts, in: $0) }
        }
    }

    /// The difference from another period; nil where the log does not cover it.
    func change(_ base: ComparedPeriods.Base) -> MetricsChange? { changes[base] }

    public var json: JSON {
        var members = facts.heading
        members.append("total_spending", .money(metrics.totalSpending))
        members.append(
            "purchase_frequency",
            [
                "orders": .integer(metrics.orderCount), "orders_per_month": .number(metrics.ordersPerMonth),
                "mean_days_between_orders": .optional(metrics.meanDaysBetweenOrders, JSON.number),
            ]
        )
        members.append("average_order_value", .money(metrics.averageOrderValue ?? .zero))
        members.append("product_diversity", .integer(metrics.productDiversity))
        members.append("units", .integer(metrics.units))
        members.append("items", .integer(metrics.lineCount))
        members.append("top_category", .optional(metrics.topCategory, JSON.string))
        members.append(
            "category_distribution",
            .array(metrics.categories.map { ["category": .string($0.category), "share": .number($0.share)] })
        )
        members.append("changes", changesJSON)
        return .object(members)
    }

    public var table: Table {
        let figures: [(String, Table.Cell)] = [
            ("total_spending", .money(metrics.totalSpending)),
            ("orders", .integer(metrics.orderCount)),
            ("orders_per_month", .number(metrics.ordersPerMonth)),
            ("mean_days_between_orders", metrics.meanDaysBetweenOrders.map(Table.Cell.number) ?? .empty),
            ("average_order_value", .money(metrics.averageOrderValue ?? .zero)),
            ("product_diversity", .integer(metrics.productDiversity)),
            ("units", .integer(metrics.units)),
            ("items", .integer(metrics.lineCount)),
            ("top_category", metrics.topCategory.map(Table.Cell.text) ?? .empty),
        ]
        return Table(
            columns: ["metric", "category", "value"],
            rows: figures.map { [.text($0), .empty, $1] }
                + metrics.categories.map { [.text("category_share"), .text($0.category), .number($0.share)] }
                + changeRows
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let cards = metrics.orderCount == 0 ? [] : cards(presentation)
        return Chart(
            presentation.title ?? locale.phrase("Key figures", de: "Kennzahlen", fr: "Chiffres clés", es: "Cifras clave"),
            subtitle: facts.subtitle("", in: locale), footnote: cards.isEmpty ? "" : comparisonNote(presentation),
            marks: cards.map(Mark.card), locale: locale,
            emptyMessage: metrics.orderCount == 0 ? facts.emptyMessage(in: locale) : facts.nothingToCompare(with: .previous, in: locale)
        )
    }

    /// The key figures in words and large numbers, as far as they are told: without sums where these would be the whole of all shares, and
    /// their changes alone where nothing else is.
    public func cards(_ presentation: Presentation) -> [Mark.Card] {
        let cards = allCards(presentation)
        return switch presentation.disclosure {
        case .full, .rounded: cards
        case .share: Array(cards[1...1] + cards[3...])
        case .trend: courseCards(of: cards, in: presentation.locale)
        }
    }

    private func allCards(_ presentation: Presentation) -> [Mark.Card] {
        let locale = presentation.locale
        func money(_ money: Money) -> String { NumberFormat.currency(presentation.currency).text(money.amount, in: locale) }
        func change(_ figure: (Metrics) -> Double) -> Mark.Card.Change? { cardChange(figure, in: locale) }
        func trend(_ figure: (MonthlyTrends.Row) -> Double) -> [Double?] { months.count > 1 ? months.map(figure) : [] }
        let months = facts.precedingMonths
        let top = metrics.categories.first
        return [
            Mark.Card(
                label: locale.phrase("Total spending", de: "Gesamtausgaben", fr: "Dépenses totales", es: "Gasto total"),
                figure: money(metrics.totalSpending), note: rate(in: locale), change: change(\.totalSpending.amount),
                trend: trend(\.total.amount), value: presentation.number(metrics.totalSpending)
            ),
            Mark.Card(
                label: locale.phrase("Orders", de: "Bestellungen", fr: "Commandes", es: "Pedidos"),
                figure: locale.text(of: metrics.orderCount), note: rhythm(in: locale), change: change { Double($0.orderCount) },
                trend: trend { Double($0.orderCount) }, value: Double(metrics.orderCount)
            ),
            Mark.Card(
                label: locale.phrase("Average order", de: "Mittlere Bestellung", fr: "Commande moyenne", es: "Pedido medio"),
                figure: money(metrics.averageOrderValue ?? .zero), note: lines(in: locale),
                change: change { $0.averageOrderValue?.amount ?? 0 },
                trend: trend { $0.orderCount == 0 ? 0 : $0.total.amount / Double($0.orderCount) },
                value: presentation.number(metrics.averageOrderValue ?? .zero)
            ),
            Mark.Card(
                label: locale.phrase("Top category", de: "Stärkste Kategorie", fr: "Première catégorie", es: "Categoría principal"),
                figure: top?.category ?? "–", note: top.map { share($0.share, in: locale) } ?? "",
                change: change { metrics in metrics.categories.first { $0.category == top?.category }?.total.amount ?? 0 }
            ),
            Mark.Card(
                label: locale.phrase("Units", de: "Stück", fr: "Unités", es: "Unidades"), figure: locale.text(of: metrics.units),
                note: orderLines(in: locale), change: change { Double($0.units) }, value: Double(metrics.units)
            ),
            Mark.Card(
                label: locale.phrase("Different items", de: "Verschiedene Artikel", fr: "Articles différents", es: "Artículos distintos"),
                figure: locale.text(of: metrics.productDiversity), note: categories(in: locale),
                change: change { Double($0.productDiversity) }, value: Double(metrics.productDiversity)
            ),
        ]
    }
}
