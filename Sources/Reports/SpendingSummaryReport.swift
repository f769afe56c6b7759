import Analytics
public import Charts
import Purchases

/// Where the money went: spending by category.
public struct SpendingSummaryReport: Report {
    public enum Form: String, CaseIterable, Sendable { case donut, bar }

    private let facts: Facts
    private let spending: CategorySpending
    private let form: Form

    init(_ facts: Facts, form: Form) {
        self.facts = facts
        self.form = form
        spending = CategorySpending(of: facts.purchases)
    }

    public var json: JSON {
        var members = facts.heading
        members.append("total_spent", .money(spending.total))
        members.append(
            "spending_summary",
            .array(
                spending.rows.map { row in
                    [
                        "category": .string(row.category), "total_spent": .money(row.total), "num_orders": .integer(row.orderCount),
                        "num_items": .integer(row.lineCount), "units": .integer(row.units), "share": .number(row.share),
                    ]
                }
            )
        )
        return .object(members)
    }

    public var table: Table {
        Table(
            columns: ["category", "total_spent", "num_orders", "num_items", "units", "share"],
            rows: spending.rows.map { row in
                [
                    .text(row.category), .money(row.total), .integer(row.orderCount), .integer(row.lineCount), .integer(row.units),
                    .share(row.share),
                ]
            }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        // A ring has no place for a category that gave back more than it took, so bars stand in for it.
        let color = facts.categoryColors()
        let isRing = form == .donut && !spending.rows.contains { $0.total < .zero }
        return Chart(
            presentation.title
                ?? locale.phrase(
                    "Spending by category", de: "Ausgaben nach Kategorie", fr: "Dépenses par catégorie", es: "Gasto por categoría"
                ),
            subtitle: facts.subtitle(presentation.amountSpent, in: locale),
            footnote: form == .donut && !isRing ? Self.barReason(in: locale) : "",
            y: presentation.spent,
            marks: [
                isRing
                    ? .donut(spending.rows, name: \.category, value: \.total.amount, color: { color($0.category) })
                    : .bar(
                        spending.rows, .horizontal, position: { .name($0.category) }, value: \.total.amount,
                        color: { color($0.category) }
                    )
            ],
            locale: locale, emptyMessage: facts.emptyMessage(in: locale)
        )
    }

    private static func barReason(in locale: Locale) -> String {
        locale.phrase(
            "Shown as bars, since refunds exceed purchases in a category.",
            de: "Als Balken gezeigt, da in einer Kategorie mehr erstattet als gekauft wurde.",
            fr: "Présenté en barres, car dans une catégorie les remboursements dépassent les achats.",
            es: "Se muestra en barras porque en una categoría las devoluciones superan a las compras."
        )
    }
}
