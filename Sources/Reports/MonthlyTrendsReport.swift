import Analytics
public import Charts
import Purchases

/// What was spent in each month.
public struct MonthlyTrendsReport: Report {
    public enum Form: String, CaseIterable, Sendable { case bar, stacked, area, line }

    let facts: Facts
    let trends: MonthlyTrends
    private let form: Form

    init(_ facts: Facts, form: Form) {
        self.facts = facts
        self.form = form
        trends = MonthlyTrends(of: facts.purchases, in: facts.subject.filter)
    }

    public var json: JSON {
        var members = facts.heading
        members.append(
            "monthly_trends",
            .array(
                trends.rows.map { row in
                    [
                        "month": .string(row.month.description), "total_spent": .money(row.total), "num_orders": .integer(row.orderCount),
                        "num_items": .integer(row.lineCount),
                        "by_category": .object(
                            JSON.Members(trends.categories.compactMap { name in row.byCategory[name].map { (name, .money($0)) } })
                        ),
                    ]
                }
            )
        )
        return .object(members)
    }

    public var table: Table {
        Table(
            columns: ["month", "total_spent", "num_orders", "num_items"] + trends.categories,
            rows: trends.rows.map { row in
                [.text(row.month.description), .money(row.total), .integer(row.orderCount), .integer(row.lineCount)]
                    + trends.categories.map { .money(row.byCategory[$0] ?? .zero) }
            }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        // An area has no room below its line, so bars stand in for it.
        let form: Form = form == .area && hasNegativePart ? .stacked : form
        return Chart(
            presentation.title
                ?? locale.phrase("Spending by month", de: "Ausgaben nach Monat", fr: "Dépenses par mois", es: "Gasto por mes"),
            subtitle: facts.subtitle(presentation.amountSpent, in: locale),
            footnote: form == self.form ? "" : Self.barReason(in: locale),
            y: presentation.spent,
            marks: facts.purchases.isEmpty ? [] : [mark(form, in: locale)],
            locale: locale, emptyMessage: facts.emptyMessage(in: locale)
        )
    }

    private static func barReason(in locale: Locale) -> String {
        locale.phrase(
            "Shown as bars, since refunds exceed purchases of a category in some month.",
            de: "Als Balken gezeigt, da in einem Monat für eine Kategorie mehr erstattet als gekauft wurde.",
            fr: "Présenté en barres, car certains mois les remboursements d’une catégorie dépassent les achats.",
            es: "Se muestra en barras porque algún mes las devoluciones de una categoría superan a las compras."
        )
    }

    private func mark(_ form: Form, in locale: Locale) -> Mark {
        let positions = trends.rows.map { Position.month(year: $0.month.year, month: $0.month.month) }
        let total = Mark.Series(
            name: locale.phrase("Spending", de: "Ausgaben", fr: "Dépenses", es: "Gasto"), values: trends.rows.map(\.total.amount),
            color: .accent
        )
        let unfinished = trends.index(of: facts.unfinishedMonth)
        return switch form {
        case .bar:
            .bar(
                trends.rows, position: { .month(year: $0.month.year, month: $0.month.month) }, value: \.total.amount,
                unfinished: unfinished
            )
        case .stacked: .stack(Mark.Stack(positions: positions, series: parts(in: locale), unfinished: unfinished))
        case .area: .area(Mark.Area(positions: positions, series: parts(in: locale), unfinished: unfinished))
        case .line: .line(Mark.Line(positions: positions, series: [total], unfinished: unfinished))
        }
    }

    /// The largest categories, and the others together: more colors could not be told apart.
    private func parts(in locale: Locale) -> [Mark.Series] {
        let shown = trends.categories.count <= Self.partLimit + 1 ? trends.categories : Array(trends.categories.prefix(Self.partLimit))
        let rest = trends.categories.dropFirst(shown.count)
        let color = facts.categoryColors()
        let series = shown.map { Mark.Series(name: $0, values: trends.values(of: $0), color: color($0)) }
        guard !rest.isEmpty else { return series }
        let sums = trends.rows.map { row in rest.reduce(0) { $0 + (row.byCategory[$1] ?? .zero).amount } }
        return series + [Mark.Series(name: locale.other(rest.count), values: sums, color: .neutral)]
    }

    private static let partLimit = 7

    private var hasNegativePart: Bool { trends.rows.contains { $0.byCategory.values.contains { $0 < .zero } } }
}

extension MonthlyTrends {
    /// Returns what was spent on a category in each month.
    func values(of category: String) -> [Double?] { rows.map { ($0.byCategory[category] ?? .zero).amount } }

    /// Returns where a month stands; nil for none and for one that is not among them.
    func index(of month: Month?) -> Int? { rows.firstIndex { $0.month == month } }
}
