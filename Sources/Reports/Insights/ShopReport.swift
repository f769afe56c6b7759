import Analytics
public import Charts
public import Purchases

/// What can be asked about all shoppers together, by the name it has in addresses.
public enum ShopQuestion: String, CaseIterable, Sendable {
    case months = "monthly-trends"
    case categories = "spending-summary"

    /// Returns the reason for which a presentation rules out this question, or nil.
    public func refusal(in presentation: Presentation) -> String? {
        self == .categories && presentation.redaction.isTrend ? .comparesSums : nil
    }

    /// The JSON of the answer, however much is told.
    package var schema: Schema { ShopReport.schema(of: self) }
}

/// What all shoppers bought, of the sums that an import keeps.
public struct ShopReport: Report {
    private struct Row {
        var lines = 0
        var units = Quantity.zero
        var total = Money.zero

        mutating func add(_ part: CategoryMonth) {
            lines += part.lines
            units += part.units
            total += part.total
        }
    }

    private struct MonthRow {
        var month: Month
        var row: Row
        var byCategory: [String: Money]
        /// In the order of all months.
        var categories: [String]
    }

    private struct CategoryRow {
        var name: String
        var row: Row
        var share: Double
    }

    private let question: ShopQuestion
    /// Every month from the first to the last; where these are as far apart as a date that is wrong by millennia, those of purchases.
    private let months: [MonthRow]
    /// The largest first.
    private let categories: [CategoryRow]
    private let all: Row

    public var whole: Money { all.total }

    public init(_ statistics: [CategoryMonth], _ question: ShopQuestion) {
        self.question = question
        var (byCategory, all) = ([String: Row](), Row())
        for part in statistics {
            byCategory[part.category, default: Row()].add(part)
            all.add(part)
        }
        self.all = all
        let total = all.total
        let categories = byCategory.map { name, row in
            CategoryRow(name: name, row: row, share: total > .zero ? row.total.amount / total.amount : 0)
        }.sorted { ($1.row.total, $0.name) < ($0.row.total, $1.name) }
        self.categories = categories
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
            return MonthRow(
                month: Month(index: index), row: row, byCategory: Dictionary(parts.map { ($0.category, $0.total) }) { $0 + $1 },
                categories: categories.map(\.name))
        }
    }

    private static let monthColumns: [Column<MonthRow>] = [
        Column("month", .month, .month) { .text($0.month.description) }, Column("total_spent", .money, .spent) { .money($0.row.total) },
        Column("num_items", .count, .orderLines) { .integer($0.row.lines) }, Column("units", .quantity, .units) { .quantity($0.row.units) },
    ]

    private static let categoryColumns: [Column<CategoryRow>] = [
        Column("category", .text, .category) { .text($0.name) }, Column("total_spent", .money, .spent) { .money($0.row.total) },
        Column("num_items", .count, .orderLines) { .integer($0.row.lines) }, Column("units", .quantity, .units) { .quantity($0.row.units) },
        Column("share", .share, .share) { .share($0.share) },
    ]

    /// A month as an index of the average month.
    private struct IndexRow {
        var month: Month
        var index: Double?
    }

    private static let indexColumns: [Column<IndexRow>] = [
        Column("month", .month, .month) { .text($0.month.description) },
        Column("index", .index, .index, isOptional: true) { .optional($0.index, Table.Cell.number) },
    ]

    private var indexRows: [IndexRow] {
        zip(months, Redaction.indices(of: months.map(\.row.total.amount), to: .average)).map { IndexRow(month: $0.month, index: $1) }
    }

    private static let monthMembers: [Member<Self>] = [
        .array(
            "monthly_trends",
            monthColumns.members() + [
                .dictionary("by_category", .money) { row in
                    row.categories.compactMap { name in row.byCategory[name].map { (name, .money($0)) } }
                }
            ]
        ) { $0.months }
    ]

    private static let indexMembers: [Member<Self>] = [.rows("monthly_trends", indexColumns) { $0.indexRows }]

    private static let categoryMembers: [Member<Self>] = [
        .value("total_spent", .money) { .money($0.all.total) }, .rows("spending_summary", categoryColumns) { $0.categories },
    ]

    public func makeJSON(_ presentation: Presentation) -> JSON.Members {
        switch question {
        case .months: (presentation.redaction.isTrend ? Self.indexMembers : Self.monthMembers).json(of: self, presentation)
        case .categories: Self.categoryMembers.json(of: self, presentation)
        }
    }

    /// The JSON of the answers to a question, however much is told.
    package static func schema(of question: ShopQuestion) -> Schema {
        switch question {
        case .months: .either(answer(monthMembers), answer(indexMembers))
        case .categories: answer(categoryMembers)
        }
    }

    public func makeTable(_ presentation: Presentation) -> Table {
        switch question {
        case .months where presentation.redaction.isTrend: return Table(Self.indexColumns, rows: indexRows, presentation)
        case .months:
            let categories = categories.map { category in
                Column<MonthRow>(category.name, .money, .name(category.name)) { .money($0.byCategory[category.name] ?? .zero) }
            }
            return Table(Self.monthColumns + categories, rows: months, presentation)
        case .categories: return Table(Self.categoryColumns, rows: categories, presentation)
        }
    }
}

extension ShopReport {
    public func makeChart(_ presentation: Presentation) -> Chart {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        let everybody = locale.phrase("All shoppers", de: "Alle Kunden", fr: "Tous les clients", es: "Todos los clientes")
        var chart = Chart(
            presentation.title ?? title(in: locale),
            subtitle: redaction.isTrend
                ? presentation.amountSpent
                : presentation.keepsMoney ? presentation.inCurrency(everybody) : "\(everybody), \(presentation.amountSpent)",
            y: presentation.spent, marks: [mark(redaction)].compactMap { $0 }, locale: locale)
        chart.total = presentation.total(all.total)
        return chart
    }

    private func title(in locale: Locale) -> String {
        switch question {
        case .months: locale.phrase("Sales by month", de: "Umsatz nach Monaten", fr: "Ventes par mois", es: "Ventas por mes")
        case .categories:
            locale.phrase("Sales by category", de: "Umsatz nach Kategorien", fr: "Ventes par catégorie", es: "Ventas por categoría")
        }
    }

    /// Returns nothing where nothing is told of amounts.
    private func mark(_ redaction: Redaction) -> Mark? {
        switch question {
        case .months:
            let values = redaction.isTrend ? indexRows.map(\.index) : months.map { redaction.amount($0.row.total) }
            guard values.contains(where: { $0 != nil }) else { return nil }
            return .bar(
                zip(months, values).map { $0 }, position: { .month(year: $0.0.month.year, month: $0.0.month.month) }, value: { $0.1 ?? 0 })
        case .categories:
            guard redaction.tellsAmounts, !categories.isEmpty else { return nil }
            return .bar(categories, .horizontal, position: { .name($0.name) }, value: { redaction.amount($0.row.total) ?? 0 })
        }
    }

    /// The sums in words and large numbers.
    public func cards(_ presentation: Presentation) -> [Mark.Card] {
        let (locale, presentation) = (presentation.locale, presentation.sharing(whole))
        let redaction = presentation.redaction
        func money(_ amount: Double) -> String {
            redaction.amount(amount).map { presentation.amountFormat.text($0, in: locale) } ?? "–"
        }
        let mean = months.isEmpty ? 0 : all.total.amount / Double(months.count)
        let best = months.max { ($0.row.total, $1.month.index) < ($1.row.total, $0.month.index) }
        let top = categories.first
        func count(_ number: Int) -> String { NumberFormat.count.text(Double(number), in: locale) }
        return [
            Mark.Card(
                label: locale.phrase("Sales", de: "Umsatz", fr: "Ventes", es: "Ventas"), figure: money(all.total.amount),
                note: locale.phrase(
                    "\(count(all.lines)) order lines", de: "\(count(all.lines)) Positionen", fr: "\(count(all.lines)) lignes",
                    es: "\(count(all.lines)) líneas"),
                value: redaction.amount(all.total)
            ),
            Mark.Card(
                label: locale.phrase("A month", de: "Im Monat", fr: "Par mois", es: "Al mes"), figure: money(mean),
                note: locale.phrase(
                    "mean of \(count(months.count))", de: "Mittel aus \(count(months.count))", fr: "moyenne de \(count(months.count))",
                    es: "media de \(count(months.count))")
            ),
            Mark.Card(
                label: locale.phrase("Best month", de: "Bester Monat", fr: "Meilleur mois", es: "Mejor mes"),
                figure: best.map { locale.text(ofMonth: $0.month.month, year: $0.month.year) } ?? "–",
                note: best.map { money($0.row.total.amount) } ?? ""
            ),
            Mark.Card(
                label: locale.phrase("Top category", de: "Stärkste Kategorie", fr: "Première catégorie", es: "Categoría principal"),
                figure: top?.name ?? "–", note: top.map { NumberFormat.percent.text(redaction.share($0.share) ?? 0, in: locale) } ?? ""
            ),
        ]
    }
}
