import Analytics
public import Charts
public import Purchases

/// What can be asked about all shoppers together, by the name it has in addresses.
public enum ShopQuestion: String, CaseIterable, Sendable {
    case months = "monthly-trends"
    case categories = "spending-summary"
}

/// What all shoppers bought, of the sums that an import keeps.
public struct ShopReport: Report {
    struct Row {
        var lines = 0
        var units = 0
        var total = Money.zero

        mutating func add(_ part: CategoryMonth) {
            lines += part.lines
            units += part.units
            total += part.total
        }
    }

    let question: ShopQuestion
    /// Every month from the first to the last; where these are as far apart as a date that is wrong by millennia, those of purchases.
    let months: [(month: Month, row: Row, byCategory: [String: Money])]
    /// The largest first.
    private let categories: [(name: String, row: Row)]
    let all: Row

    public init(_ statistics: [CategoryMonth], _ question: ShopQuestion) {
        self.question = question
        var (byCategory, all) = ([String: Row](), Row())
        for part in statistics {
            byCategory[part.category, default: Row()].add(part)
            all.add(part)
        }
        self.all = all
        categories = byCategory.map { ($0.key, $0.value) }.sorted { ($1.row.total, $0.name) < ($0.row.total, $1.name) }
        let byMonth = Dictionary(grouping: statistics, by: \.month.index)
        guard let first = byMonth.keys.min(), let last = byMonth.keys.max() else {
            months = []
            return
        }
        let shown = last - first < MonthlyTrends.maximumMonthCount ? Array(first...last) : byMonth.keys.sorted()
        months = shown.map { index in
            let parts = byMonth[index] ?? []
            var row = Row()
            for part in parts { row.add(part) }
            return (Month(index: index), row, Dictionary(parts.map { ($0.category, $0.total) }) { $0 + $1 })
        }
    }

    public var json: JSON {
        switch question {
        case .months:
            [
                "monthly_trends": .array(
                    months.map { month, row, byCategory in
                        [
                            "month": .string(month.description), "total_spent": .money(row.total), "num_items": .integer(row.lines),
                            "units": .integer(row.units),
                            "by_category": .object(
                                JSON.Members(categories.compactMap { part in byCategory[part.name].map { (part.name, .money($0)) } })),
                        ]
                    })
            ]
        case .categories:
            [
                "total_spent": .money(all.total),
                "spending_summary": .array(
                    categories.map { name, row in
                        [
                            "category": .string(name), "total_spent": .money(row.total), "num_items": .integer(row.lines),
                            "units": .integer(row.units), "share": .number(share(of: row)),
                        ]
                    }),
            ]
        }
    }

    public var table: Table {
        switch question {
        case .months:
            Table(
                columns: ["month", "total_spent", "num_items", "units"] + categories.map(\.name),
                rows: months.map { month, row, byCategory in
                    [.text(month.description), .money(row.total), .integer(row.lines), .integer(row.units)]
                        + categories.map { .money(byCategory[$0.name] ?? .zero) }
                }
            )
        case .categories:
            Table(
                columns: ["category", "total_spent", "num_items", "units", "share"],
                rows: categories.map { name, row in
                    [.text(name), .money(row.total), .integer(row.lines), .integer(row.units), .number(share(of: row))]
                }
            )
        }
    }

    private func share(of row: Row) -> Double { all.total > .zero ? row.total.amount / all.total.amount : 0 }
}

extension ShopReport {
    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let y = Axis(
            locale.phrase("spent", de: "ausgegeben", fr: "dépensé", es: "gastado"), format: .currency(presentation.currency))
        let everybody = locale.phrase("All shoppers", de: "Alle Kunden", fr: "Tous les clients", es: "Todos los clientes")
        let subtitle = "\(everybody), \(presentation.tellsAmounts ? presentation.currency.code : presentation.amountSpent)"
        return switch question {
        case .months:
            Chart(
                presentation.title
                    ?? locale.phrase("Sales by month", de: "Umsatz nach Monaten", fr: "Ventes par mois", es: "Ventas por mes"),
                subtitle: subtitle, y: y,
                marks: months.isEmpty
                    ? []
                    : [.bar(months, position: { .month(year: $0.month.year, month: $0.month.month) }, value: \.row.total.amount)],
                locale: locale
            )
        case .categories:
            Chart(
                presentation.title
                    ?? locale.phrase(
                        "Sales by category", de: "Umsatz nach Kategorien", fr: "Ventes par catégorie", es: "Ventas por categoría"),
                subtitle: subtitle, y: y,
                marks: categories.isEmpty ? [] : [.bar(categories, .horizontal, position: { .name($0.name) }, value: \.row.total.amount)],
                locale: locale
            )
        }
    }

    /// The sums in words and large numbers.
    public func cards(_ presentation: Presentation) -> [Mark.Card] {
        let locale = presentation.locale
        let money = NumberFormat.currency(presentation.currency)
        let mean = months.isEmpty ? 0 : all.total.amount / Double(months.count)
        let best = months.max { ($0.row.total, $1.month.index) < ($1.row.total, $0.month.index) }
        let top = categories.first
        func count(_ number: Int) -> String { NumberFormat.count.text(Double(number), in: locale) }
        return [
            Mark.Card(
                label: locale.phrase("Sales", de: "Umsatz", fr: "Ventes", es: "Ventas"), figure: money.text(all.total.amount, in: locale),
                note: locale.phrase(
                    "\(count(all.lines)) order lines", de: "\(count(all.lines)) Positionen", fr: "\(count(all.lines)) lignes",
                    es: "\(count(all.lines)) líneas"),
                value: presentation.number(all.total)
            ),
            Mark.Card(
                label: locale.phrase("A month", de: "Im Monat", fr: "Par mois", es: "Al mes"), figure: money.text(mean, in: locale),
                note: locale.phrase(
                    "mean of \(count(months.count))", de: "Mittel aus \(count(months.count))", fr: "moyenne de \(count(months.count))",
                    es: "media de \(count(months.count))")
            ),
            Mark.Card(
                label: locale.phrase("Best month", de: "Bester Monat", fr: "Meilleur mois", es: "Mejor mes"),
                figure: best.map { locale.text(ofMonth: $0.month.month, year: $0.month.year) } ?? "–",
                note: best.map { money.text($0.row.total.amount, in: locale) } ?? ""
            ),
            Mark.Card(
                label: locale.phrase("Top category", de: "Stärkste Kategorie", fr: "Première catégorie", es: "Categoría principal"),
                figure: top?.name ?? "–", note: top.map { NumberFormat.percent.text(share(of: $0.row), in: locale) } ?? ""
            ),
        ]
    }
}
