import Analytics
public import Charts
import Purchases

/// How the spending on each category went from month to month.
public struct CategoryTrendsReport: Report {
    let facts: Facts
    let trends: MonthlyTrends

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
        let locale = presentation.locale
        let code = presentation.currency.code
        return Chart(
            presentation.title
                ?? locale.phrase(
                    "Spending by category over time", de: "Ausgaben nach Kategorie im Zeitverlauf",
                    fr: "Dépenses par catégorie au fil du temps", es: "Gasto por categoría a lo largo del tiempo"
                ),
            subtitle: facts.subtitle(
                presentation.tellsAmounts
                    ? locale.phrase(
                        "Amount spent a month, \(code)", de: "Ausgaben pro Monat, \(code)", fr: "Montant dépensé par mois, \(code)",
                        es: "Importe gastado al mes, \(code)"
                    ) : presentation.amountSpent,
                in: locale
            ),
            y: presentation.spent,
            marks: trends.categories.isEmpty ? [] : [.line(line)],
            locale: locale, headline: headline(presentation), emptyMessage: facts.emptyMessage(in: locale)
        )
    }

    private var line: Mark.Line {
        Mark.Line(positions: positions, series: series, unfinished: trends.index(of: facts.unfinishedMonth))
    }

    private var positions: [Position] { trends.rows.map { .month(year: $0.month.year, month: $0.month.month) } }

    private var series: [Mark.Series] {
        let color = facts.categoryColors()
        return trends.categories.map { Mark.Series(name: $0, values: trends.values(of: $0), color: color($0)) }
    }

    private func headline(_ presentation: Presentation) -> String? {
        let sums = CategorySpending(of: facts.purchases).rows
        guard let most = sums.first, let least = sums.last else { return nil }
        func text(_ row: CategorySpending.Row) -> String {
            "\(row.category.clipped(to: 25).isolated) \(presentation.text(of: row.total))"
        }
        let total = presentation.text(of: sums.map(\.total).reduce(.zero, +))
        let locale = presentation.locale
        guard sums.count > 1 else {
            let sum = text(most)
            return locale.phrase("\(sum) in all.", de: "insgesamt \(sum).", fr: "\(sum) au total.", es: "\(sum) en total.")
        }
        return locale.phrase(
            "\(total) in all; most on \(text(most)), least on \(text(least)).",
            de: "insgesamt \(total); am meisten für \(text(most)), am wenigsten für \(text(least)).",
            fr: "\(total) au total\u{202F}; le plus pour \(text(most)), le moins pour \(text(least)).",
            es: "\(total) en total; lo máximo en \(text(most)), lo mínimo en \(text(least))."
        )
    }
}
