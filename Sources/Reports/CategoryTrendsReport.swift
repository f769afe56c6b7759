import Analytics
public import Charts
import Purchases

/// How the spending on each category went from month to month.
public struct CategoryTrendsReport: Report {
    private let facts: Facts
    private let trends: MonthlyTrends

    /// More lines than these could not be told apart by their colors.
    private static let colorLimit = 6

    init(_ facts: Facts) {
        self.facts = facts
        trends = MonthlyTrends(of: facts.purchases, in: facts.subject.filter)
    }

    public var json: JSON {
        var members = facts.heading
        members.append("months", .array(trends.rows.map { .string($0.month.description) }))
        members.append(
            "series",
            .array(
                trends.categories.map { category in
                    let values = trends.rows.map { $0.byCategory[category] ?? .zero }
                    return [
                        "category": .string(category), "values": .array(values.map(JSON.money)), "total": .money(values.reduce(.zero, +)),
                    ]
                }
            )
        )
        return .object(members)
    }

    public var table: Table {
        Table(
            columns: ["month"] + trends.categories,
            rows: trends.rows.map { row in [.text(row.month.description)] + trends.categories.map { .money(row.byCategory[$0] ?? .zero) } }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let rest = trends.categories.dropFirst(Self.colorLimit)
        return Chart(
            presentation.title ?? "Spending by category over time",
            subtitle: facts.subtitle("Amount spent a month, \(presentation.currency.code)", in: presentation.locale),
            footnote: rest.isEmpty ? "" : "In grey: \(rest.joined(separator: ", ")).",
            y: Axis("spent", format: .currency(presentation.currency)),
            marks: trends.categories.isEmpty ? [] : [.line(Mark.Line(positions: positions, series: series))],
            locale: presentation.locale, headline: headline(presentation), emptyMessage: facts.emptyMessage
        )
    }

    private var positions: [Position] { trends.rows.map { .month(year: $0.month.year, month: $0.month.month) } }

    private var series: [Mark.Series] {
        let color = facts.categoryColors()
        return trends.categories.enumerated().map { place, category in
            Mark.Series(
                name: category, values: trends.values(of: category),
                color: place < Self.colorLimit ? color(category) : .neutral
            )
        }
    }

    private func headline(_ presentation: Presentation) -> String? {
        let sums = CategorySpending(of: facts.purchases).rows
        guard let most = sums.first, let least = sums.last else { return nil }
        let format = NumberFormat.currency(presentation.currency)
        func text(_ row: CategorySpending.Row) -> String { "\(row.category) \(format.text(row.total.amount, in: presentation.locale))" }
        let total = format.text(sums.map(\.total).reduce(.zero, +).amount, in: presentation.locale)
        return sums.count == 1 ? "\(text(most)) in all." : "\(total) in all; most on \(text(most)), least on \(text(least))."
    }
}
