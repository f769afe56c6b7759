import Analytics
public import Charts
import Purchases

/// What was spent in each month.
public struct MonthlyTrendsReport: Report {
    public enum Form: String, CaseIterable, Sendable { case bar }

    private let facts: Facts
    private let trends: MonthlyTrends
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
        let isEmpty = facts.purchases.isEmpty
        return Chart(
            presentation.title ?? "Spending by month",
            subtitle: facts.subtitle("Amount spent, \(presentation.currency.code)", in: presentation.locale),
            y: Axis("spent", format: .currency(presentation.currency)),
            marks: [
                .bar(
                    isEmpty ? [] : trends.rows, position: { .month(year: $0.month.year, month: $0.month.month) }, value: \.total.amount
                )
            ],
            locale: presentation.locale, emptyMessage: facts.emptyMessage
        )
    }
}
