import Analytics
public import Charts
import Purchases

extension Insight {
    public static let monthlyTrends = Insight(
        "monthly-trends", "Spending by month", chart: "bars, areas or a line", parameters: [MonthlyTrendsReport.form.parameter],
        reliance: .unfinishedMonth,
        refusals: { question in
            switch question[MonthlyTrendsReport.form] {
            case .bar, .line: [:]
            case .stacked, .area: [.trend: "tells no parts of a whole, which this chart is made of; use chart=bar or chart=line"]
            }
        }
    ) { question, selection, _ in MonthlyTrendsReport(selection, form: question[MonthlyTrendsReport.form]) }
}

extension Question {
    public static func monthlyTrends(_ form: MonthlyTrendsReport.Form) -> Question {
        Question(.monthlyTrends, values: ["chart": form.rawValue])
    }
}

/// What was spent in each month.
public struct MonthlyTrendsReport: SelectionReport {
    public enum Form: String, CaseIterable, Sendable { case bar, stacked, area, line }

    static let form = TypedParameter.choice("chart", default: Form.bar, .chartForm)

    let selection: SelectedPurchases
    let trends: MonthlyTrends
    private let form: Form

    init(_ selection: SelectedPurchases, form: Form) {
        self.selection = selection
        self.form = form
        trends = MonthlyTrends(of: selection.purchases, in: selection.subject.filter)
    }

    private struct Row {
        var month: MonthlyTrends.Row
        /// In the order of all months.
        var categories: [String]
    }

    private var rows: [Row] { trends.rows.map { Row(month: $0, categories: trends.categories) } }

    private static let columns: [Column<Row>] = [
        Column("month", .month, .month, rank: 1) { .text($0.month.month.description) },
        Column("total_spent", .money, .spent, rank: 2) { .money($0.month.total) },
        Column("num_orders", .count, .orders, rank: 3) { .integer($0.month.orderCount) },
        Column("num_items", .count, .orderLines, rank: 4) { .integer($0.month.lineCount) },
    ]

    static let members: [Member<Self>] = [
        .user, .filters,
        .array(
            "monthly_trends",
            columns.members() + [
                .dictionary("by_category", .money) { row in
                    row.categories.compactMap { name in row.month.byCategory[name].map { (name, .money($0)) } }
                }
            ]
        ) { $0.rows },
    ]

    /// A month as an index of the average month, and each category as one of its own.
    private struct IndexRow {
        var month: Month
        var index: Double?
        var byCategory: [(name: String, index: Double?)]
    }

    private static let indexColumns: [Column<IndexRow>] = [
        Column("month", .month, .month, rank: 1) { .text($0.month.description) },
        Column("index", .index, .index, isOptional: true, rank: 2) { .optional($0.index, Table.Cell.number) },
    ]

    static let trendMembers: [Member<Self>]? = [
        .user, .filters,
        .array(
            "monthly_trends",
            indexColumns.members() + [
                .dictionary("by_category", .index) { $0.byCategory.map { ($0.name, .optional($0.index, Table.Cell.number)) } }
            ]
        ) { $0.indexRows },
    ]

    private var unfinished: Int? { trends.index(of: selection.unfinishedMonth) }

    private var indexRows: [IndexRow] {
        let indices = Redaction.indices(of: trends.rows.map(\.total.amount), to: .average, unfinished: unfinished)
        let parts = trends.categories.map {
            (name: $0, indices: Redaction.indices(of: trends.values(of: $0), to: .average, unfinished: unfinished))
        }
        return trends.rows.indices.map { row in
            IndexRow(month: trends.rows[row].month, index: indices[row], byCategory: parts.map { ($0.name, $0.indices[row]) })
        }
    }

    public func makeTable(_ presentation: Presentation) -> Table {
        guard presentation.redaction.isTrend else {
            let categories = trends.categories.map { name in
                Column<Row>(name, .money, .name(name)) { .money($0.month.byCategory[name] ?? .zero) }
            }
            return Table(Self.columns + categories, rows: rows, presentation)
        }
        let categories = trends.categories.enumerated().map { place, name in
            Column<IndexRow>(name, .index, .name(name)) { .optional($0.byCategory[place].index, Table.Cell.number) }
        }
        return Table(Self.indexColumns + categories, rows: indexRows, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let (locale, months) = (presentation.locale, shown(presentation.redaction))
        // An area has no room below its line, so bars stand in for it.
        let form: Form = form == .area && hasNegativePart(presentation.redaction) ? .stacked : form
        var chart = Chart(
            presentation.title
                ?? locale.phrase("Spending by month", de: "Ausgaben nach Monat", fr: "Dépenses par mois", es: "Gasto por mes"),
            subtitle: selection.subtitle(presentation.amountSpent, presentation),
            footnote: form == self.form ? "" : Self.barReason(in: locale),
            y: presentation.spent,
            marks: selection.purchases.isEmpty ? [] : marks(form, of: months, presentation),
            locale: locale, emptyMessage: selection.emptyMessage(in: locale)
        )
        chart.total = presentation.total(selection.total)
        chart.yearNotes = form == .bar ? yearNotes(months, presentation) : [:]
        return chart.saying(selection.purchases.isEmpty ? nil : message(months, presentation), presentation)
    }

    private static func barReason(in locale: Locale) -> String {
        locale.phrase(
            "Shown as bars, since refunds exceed purchases of a category in some month.",
            de: "Als Balken gezeigt, da in einem Monat für eine Kategorie mehr erstattet als gekauft wurde.",
            fr: "Présenté en barres, car certains mois les remboursements d’une catégorie dépassent les achats.",
            es: "Se muestra en barras porque algún mes las devoluciones de una categoría superan a las compras."
        )
    }
}

extension MonthlyTrends {
    /// Returns what was spent on a category in each month.
    func values(of category: String) -> [Double] { rows.map { ($0.byCategory[category] ?? .zero).amount } }

    /// Returns where a month stands; nil for none and for one that is not among them.
    func index(of month: Month?) -> Int? { rows.firstIndex { $0.month == month } }
}
