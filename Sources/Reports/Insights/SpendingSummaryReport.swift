import Analytics
public import Charts
import Purchases

extension Insight {
    public static let spendingSummary = Insight(
        "spending-summary", "Spending by category", chart: "donut or bars", parameters: [SpendingSummaryReport.form.parameter],
        refusals: { _ in [.trend: .comparesSums] }
    ) { question, selection, _ in SpendingSummaryReport(selection, form: question[SpendingSummaryReport.form]) }
}

extension Question {
    public static func spendingSummary(_ form: SpendingSummaryReport.Form) -> Question {
        Question(.spendingSummary, values: ["chart": form.rawValue])
    }
}

/// Where the money went: spending by category.
public struct SpendingSummaryReport: SelectionReport {
    public enum Form: String, CaseIterable, Sendable { case donut, bar }

    static let form = TypedParameter.choice("chart", default: Form.donut, .chartForm)

    let selection: SelectedPurchases
    private let spending: CategorySpending
    private let form: Form

    init(_ selection: SelectedPurchases, form: Form) {
        self.selection = selection
        self.form = form
        spending = CategorySpending(of: selection.purchases)
    }

    private static let columns: [Column<CategorySpending.Row>] = [
        Column("category", .text, .category, rank: 1) { .text($0.category) },
        Column("total_spent", .money, .spent, rank: 2) { .money($0.total) },
        Column("num_orders", .count, .orders, rank: 4) { .integer($0.orderCount) },
        Column("num_items", .count, .orderLines) { .integer($0.lineCount) },
        Column("units", .quantity, .units, rank: 5) { .quantity($0.units) },
        Column("share", .share, .share, rank: 3) { .share($0.share) },
    ]

    static let members: [Member<Self>] = [
        .user, .filters, .value("total_spent", .money) { .money($0.spending.total) },
        .rows("spending_summary", columns) { $0.spending.rows },
    ]

    public func makeTable(_ presentation: Presentation) -> Table { Table(Self.columns, rows: spending.rows, presentation) }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        func value(_ row: CategorySpending.Row) -> Double { redaction.amount(row.total) ?? 0 }
        // A ring has no place for a category that gave back more than it took, so bars stand in for it.
        let isRing = form == .donut && !spending.rows.contains { value($0) < 0 }
        let color = selection.categoryColors()
        let mark: Mark =
            isRing ? .donut(spending.rows, name: \.category, value: value, color: { color($0.category) }) : .bar(bar(value, color))
        var chart = Chart(
            presentation.title
                ?? locale.phrase(
                    "Spending by category", de: "Ausgaben nach Kategorie", fr: "Dépenses par catégorie", es: "Gasto por categoría"
                ),
            subtitle: selection.subtitle(presentation.amountSpent, presentation),
            footnote: form == .donut && !isRing ? Self.barReason(in: locale) : "",
            y: presentation.spent, marks: redaction.tellsAmounts ? [mark] : [], locale: locale,
            emptyMessage: selection.emptyMessage(in: locale)
        )
        chart.total = presentation.total(spending.total)
        return chart.saying(
            redaction.tellsAmounts
                ? MessageWriter(presentation).categories(
                    spending.rows.map { ($0.category, value($0)) }, total: redaction.amount(spending.total) ?? 0) : nil,
            presentation)
    }

    /// Names say which bar is which, so that colors are for the first few alone.
    private func bar(_ value: (CategorySpending.Row) -> Double, _ color: (String) -> MarkColor) -> Mark.Bar {
        var bar = Mark.Bar(
            rows: spending.rows.enumerated().map { place, row in
                Mark.Bar.Row(
                    position: .name(row.category), value: value(row), color: place < Self.colorLimit ? color(row.category) : .neutral)
            }, orientation: .horizontal)
        bar.showsShares = true
        return bar
    }

    private static let colorLimit = 4

    private static func barReason(in locale: Locale) -> String {
        locale.phrase(
            "Shown as bars, since refunds exceed purchases in a category.",
            de: "Als Balken gezeigt, da in einer Kategorie mehr erstattet als gekauft wurde.",
            fr: "Présenté en barres, car dans une catégorie les remboursements dépassent les achats.",
            es: "Se muestra en barras porque en una categoría las devoluciones superan a las compras."
        )
    }
}
