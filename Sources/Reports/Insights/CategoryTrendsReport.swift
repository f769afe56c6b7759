import Analytics
public import Charts
import Purchases

extension Insight {
    public static let categoryTrends = Insight(
        "category-trends", "Spending by category and month", chart: "a line for each category", reliance: .unfinishedMonth
    ) { _, selection, _ in CategoryTrendsReport(selection) }
}

extension Question {
    public static let categoryTrends = Question(.categoryTrends)
}

/// How the spending on each category went from month to month.
public struct CategoryTrendsReport: SelectionReport {
    let selection: SelectedPurchases
    private let trends: MonthlyTrends

    init(_ selection: SelectedPurchases) {
        self.selection = selection
        trends = MonthlyTrends(of: selection.purchases, in: selection.subject.filter)
    }

    private struct Series {
        var category: String
        /// One for each month.
        var values: [Money]
        /// The values as indices of their average.
        var indices: [Double?]
    }

    private var series: [Series] {
        let unfinished = trends.index(of: selection.unfinishedMonth)
        return trends.categories.map { category in
            let values = trends.rows.map { $0.byCategory[category] ?? .zero }
            let indices = Redaction.indices(of: values.map(\.amount), to: .average, unfinished: unfinished)
            return Series(category: category, values: values, indices: indices)
        }
    }

    private static let months = Member<Self>.list("months", .month) { $0.trends.rows.map { .text($0.month.description) } }

    static let members: [Member<Self>] = [
        .user, .filters, months,
        .array(
            "series",
            [
                .value("category", .text) { .text($0.category) }, .list("values", .money) { $0.values.map(Table.Cell.money) },
                .value("total", .money) { .money($0.values.reduce(.zero, +)) },
            ]
        ) { $0.series },
    ]

    static let trendMembers: [Member<Self>]? = [
        .user, .filters, months,
        .array(
            "series",
            [
                .value("category", .text) { .text($0.category) },
                .list("index", .index, isOptional: true) { $0.indices.map { .optional($0, Table.Cell.number) } },
            ]
        ) { $0.series },
    ]

    public func makeTable(_ presentation: Presentation) -> Table {
        let isTrend = presentation.redaction.isTrend
        let categories = series.map { series in
            Column<Int>(series.category, isTrend ? .index : .money, .name(series.category)) { month in
                isTrend ? .optional(series.indices[month], Table.Cell.number) : .money(series.values[month])
            }
        }
        let month = Column<Int>("month", .month, .month) { [trends] in .text(trends.rows[$0].month.description) }
        return Table([month] + categories, rows: trends.rows.indices, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let series = series
        let measure =
            presentation.keepsMoney
            ? presentation.inCurrency(
                locale.phrase(
                    "Amount spent a month", de: "Ausgaben pro Monat", fr: "Montant dépensé par mois", es: "Importe gastado al mes"))
            : presentation.amountSpent
        let line = line(of: series, presentation)
        var chart = Chart(
            presentation.title
                ?? locale.phrase(
                    "Spending by category over time", de: "Ausgaben nach Kategorie im Zeitverlauf",
                    fr: "Dépenses par catégorie au fil du temps", es: "Gasto por categoría a lo largo del tiempo"
                ),
            subtitle: selection.subtitle(measure, presentation), footnote: omission(of: series.count - Self.lineLimit, in: locale),
            y: presentation.spent, marks: line.series.isEmpty ? [] : [.line(line)], locale: locale,
            headline: presentation.redaction.isTrend ? peak(among: series, in: locale) : headline(presentation),
            emptyMessage: selection.emptyMessage(in: locale)
        )
        // Five lines in one plot are a tangle.
        if line.series.count >= 5 { chart.facets = Facets(fromWidth: 560, height: 320) }
        return chart.saying(
            MessageWriter(presentation).trends(
                line.series.map { ($0.name, $0.values.map { $0 ?? 0 }) }, trends.rows.map(\.month), unfinished: line.unfinished),
            presentation)
    }

    /// The most lines of a chart: a log may name thousands of categories, and a hundred lines are none any more.
    private static let lineLimit = 60

    /// Says that categories have no line; nothing where all have one.
    private func omission(of count: Int, in locale: Locale) -> String {
        guard count > 0 else { return "" }
        let number = locale.text(of: count)
        return locale.phrase(
            "\(number) smaller categories have no line here; the table has all of them.",
            de: "\(number) kleinere Kategorien haben hier keine Linie; die Tabelle hat alle.",
            fr: "\(number) catégories plus petites n’ont pas de ligne ici ; le tableau les a toutes.",
            es: "\(number) categorías menores no tienen línea aquí; la tabla las tiene todas.")
    }

    private func line(of series: [Series], _ presentation: Presentation) -> Mark.Line {
        let (redaction, color) = (presentation.redaction, selection.categoryColors())
        let shown = series.prefix(Self.lineLimit).map { series in
            let values = redaction.isTrend ? series.indices : series.values.map { redaction.amount($0) }
            return Mark.Series(name: series.category, values: values, color: color(series.category))
        }
        return Mark.Line(
            positions: trends.rows.map { .month(year: $0.month.year, month: $0.month.month) },
            series: gathered(ranked(shown.filter { $0.values.contains { $0 != nil } }), presentation),
            unfinished: trends.index(of: selection.unfinishedMonth))
    }

    /// Smaller plots than these many would have say nothing.
    private static let plotLimit = 8

    /// Returns the first series, and the others together where there are many; what has no sum is left as it is.
    private func gathered(_ series: [Mark.Series], _ presentation: Presentation) -> [Mark.Series] {
        guard series.count > Self.plotLimit, !presentation.redaction.isTrend else { return series }
        let (shown, rest) = (series.prefix(Self.plotLimit - 1), series.dropFirst(Self.plotLimit - 1))
        let sums = trends.rows.indices.map { month in rest.reduce(0) { $0 + ($1.values[month] ?? 0) } }
        return shown + [Mark.Series(name: presentation.locale.other(rest.count), values: sums, color: .neutral)]
    }

    /// Returns the series by how much happens in them: where refunds cancel purchases, a sum would put the liveliest last.
    private func ranked(_ series: [Mark.Series]) -> [Mark.Series] {
        let sizes = series.map { $0.values.reduce(0) { $0 + abs($1 ?? 0) } }
        return zip(series, sizes).enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }

    /// Returns which category was farthest above its average, and when.
    private func peak(among series: [Series], in locale: Locale) -> String? {
        let points = series.flatMap { part in
            zip(trends.rows, part.indices).compactMap { row, index in index.map { (part.category, row.month, $0) } }
        }
        guard let (category, month, index) = points.max(by: { $0.2 < $1.2 }) else { return nil }
        let (name, when) = (category.clipped(to: 30).isolated, locale.text(of: month).isolated)
        let times = NumberFormat.decimal(1).text(index, in: locale).isolated
        return locale.phrase(
            "the strongest peak is \(name) in \(when), \(times) times its average month.",
            de: "am stärksten ist \(name) im \(when), das \(times)-Fache des Durchschnittsmonats.",
            fr: "le plus marqué est \(name) en \(when), \(times) fois le mois moyen.",
            es: "lo más marcado es \(name) en \(when), \(times) veces su mes medio."
        )
    }

    private func headline(_ presentation: Presentation) -> String? {
        let sums = CategorySpending(of: selection.purchases).rows
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
