import Analytics
public import Charts
import Purchases

extension Insight {
    public static let seasonalPatterns = Insight(
        "seasonal-patterns", "Spending by calendar month and weekday against the average", chart: "heatmap, or bars by weekday",
        parameters: [SeasonalPatternsReport.form.parameter], reliance: .unfinishedMonth
    ) { question, selection, _ in SeasonalPatternsReport(selection, form: question[SeasonalPatternsReport.form]) }
}

extension Question {
    public static func seasonalPatterns(_ form: SeasonalPatternsReport.Form) -> Question {
        Question(.seasonalPatterns, values: ["chart": form.rawValue])
    }
}

/// In which months and on which weekdays a shopper spends more than on average.
public struct SeasonalPatternsReport: SelectionReport {
    /// What the chart shows.
    public enum Form: String, CaseIterable, Sendable {
        /// Each category by calendar month.
        case heatmap
        /// All of them by weekday.
        case weekdays
    }

    static let form = TypedParameter.choice("chart", default: Form.heatmap, .chartForm)

    let selection: SelectedPurchases
    let patterns: SeasonalPatterns
    private let form: Form

    /// More rows than these could not be read in a picture of usual size.
    private static let rowLimit = 12
    /// A month that was seen in fewer years may be high by chance.
    private static let sureYears = 3
    private static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    init(_ selection: SelectedPurchases, form: Form) {
        self.selection = selection
        self.form = form
        patterns = SeasonalPatterns(
            of: selection.purchases, in: selection.subject.filter, within: selection.span, unfinished: selection.unfinishedMonth
        )
    }

    private static let part: [Member<SeasonalPatterns.Part>] = [
        .value("mean_spent", .money, isOptional: true) { .optional($0.mean, Table.Cell.money) },
        .value("index", .index, isOptional: true) { .optional($0.index, Table.Cell.number) },
    ]

    private static let categoryIndex: [Member<SeasonalPatterns.CategoryIndex>] = [
        .value("category", .text) { .text($0.category) }, .value("month", .calendarMonth) { .integer($0.month) },
        .value("index", .index) { .number($0.index) },
    ]

    static let members: [Member<Self>] = [
        .user, .filters,
        .array(
            "by_calendar_month",
            [.value("month", .calendarMonth) { .integer($0.number) }] + part + [.value("months", .count) { .integer($0.count) }]
        ) { $0.patterns.calendarMonths },
        .array(
            "by_weekday",
            [
                .value("weekday", .weekday) { .integer($0.number) },
                .value("name", .choice(weekdayNames)) { .text(weekdayNames[$0.number - 1]) },
            ] + part + [.value("days", .count) { .integer($0.count) }]
        ) { $0.patterns.weekdays },
        .array("category_index", categoryIndex) { $0.patterns.categoryIndices },
        .array("peaks", categoryIndex) { $0.patterns.peaks },
    ]

    /// A row of the table, which has all patterns below one another.
    private struct Row {
        var pattern: String
        var category: String?
        var month: Int?
        var weekday: Int?
        var mean: Money?
        var index: Double?
    }

    private static let columns: [Column<Row>] = [
        Column("pattern", .choice(["calendar_month", "weekday", "category"]), .pattern) { .text($0.pattern) },
        Column("category", .text, .category, isOptional: true) { .optional($0.category, Table.Cell.text) },
        Column("month", .calendarMonth, .month, isOptional: true) { .optional($0.month, Table.Cell.integer) },
        Column("weekday", .weekday, .weekday, isOptional: true) { .optional($0.weekday, Table.Cell.integer) },
        Column("mean_spent", .money, .meanSpent, isOptional: true) { .optional($0.mean, Table.Cell.money) },
        Column("index", .index, .index, isOptional: true) { .optional($0.index, Table.Cell.number) },
    ]

    public func makeTable(_ presentation: Presentation) -> Table {
        let months = patterns.calendarMonths.map { Row(pattern: "calendar_month", month: $0.number, mean: $0.mean, index: $0.index) }
        let weekdays = patterns.weekdays.map { Row(pattern: "weekday", weekday: $0.number, mean: $0.mean, index: $0.index) }
        let categories = patterns.categoryIndices.map {
            Row(pattern: "category", category: $0.category, month: $0.month, index: $0.index)
        }
        return Table(Self.columns, rows: months + weekdays + categories, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        switch form {
        case .heatmap: calendarChart(presentation)
        case .weekdays: weekdayChart(presentation)
        }
    }

    private func calendarChart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        return Chart(
            presentation.title
                ?? locale.phrase(
                    "Seasonal patterns", de: "Saisonale Muster", fr: "Tendances saisonnières", es: "Patrones estacionales"
                ),
            subtitle: selection.subtitle(
                locale.phrase(
                    "Spending by calendar month, 1.0 is the category’s average month",
                    de: "Ausgaben nach Kalendermonat, 1,0 ist der Durchschnittsmonat der Kategorie",
                    fr: "Dépenses par mois de l’année, 1,0 est le mois moyen de la catégorie",
                    es: "Gasto por mes del año, 1,0 es el mes medio de la categoría"
                ), presentation
            ),
            footnote: footnote(in: locale),
            y: Axis(locale.index, format: .decimal(1)),
            marks: categories.isEmpty ? [] : [.heatmap(heatmap(presentation.redaction))], locale: locale,
            headline: headline(presentation),
            emptyMessage: selection.purchases.contains { $0.totalPrice < .zero }
                ? locale.phrase(
                    "Refunds exceed purchases", de: "Mehr erstattet als gekauft", fr: "Remboursements supérieurs aux achats",
                    es: "Más devoluciones que compras"
                ) : selection.emptyMessage(in: locale)
        )
    }

    /// Those with an index, the largest sum first.
    private var categories: [String] {
        patterns.categoryIndices.reduce(into: []) { names, row in if names.last != row.category { names.append(row.category) } }
    }

    private func heatmap(_ redaction: Redaction) -> Mark.Heatmap {
        let months = patterns.calendarMonths.filter { $0.count > 0 }.map(\.number)
        let rows = Dictionary(grouping: patterns.categoryIndices, by: \.category)
        let shown = categories.prefix(Self.rowLimit)
        return Mark.Heatmap(
            columns: months.map(Position.calendarMonth), rows: Array(shown),
            values: shown.map { category in
                months.map { month in (rows[category]?.first { $0.month == month }?.index).map { redaction.ratio($0) } }
            },
            scale: .diverging(around: 1)
        )
    }

    private func headline(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        guard let peak = patterns.peaks.first else {
            return locale.phrase(
                "no category stands out in any month.", de: "keine Kategorie ragt in einem Monat heraus.",
                fr: "aucune catégorie ne se distingue un mois donné.", es: "ninguna categoría destaca en ningún mes."
            )
        }
        let (category, month) = (peak.category.clipped(to: 30).isolated, locale.fullName(ofMonth: peak.month).isolated)
        let index = NumberFormat.decimal(1).text(presentation.redaction.ratio(peak.index), in: locale).isolated
        return locale.phrase(
            "the strongest peak is \(category) in \(month), \(index) times its average month.",
            de: "am stärksten ist \(category) im \(month), das \(index)-Fache des Durchschnittsmonats.",
            fr: "le plus marqué est \(category) en \(month), \(index) fois le mois moyen.",
            es: "lo más marcado es \(category) en \(month), \(index) veces su mes medio."
        )
    }

    /// What the means are over, what is left out, and how far they can be trusted.
    private func footnote(in locale: Locale) -> String {
        guard !categories.isEmpty else { return "" }
        let months = locale.text(of: patterns.monthCount, .month)
        var words = [
            locale.phrase(
                "Means over \(months), those without a purchase as zero.", de: "Mittel über \(months), ohne Kauf als null gezählt.",
                fr: "Moyennes sur \(months), sans achat comptés pour zéro.", es: "Medias de \(months), sin compras cuentan como cero."
            )
        ]
        let years = patterns.calendarMonths.map(\.count).max() ?? 0
        if years < Self.sureYears {
            words.append(
                years < 2
                    ? locale.phrase(
                        "Each calendar month was seen once: a peak may be chance.",
                        de: "Jeder Kalendermonat kam einmal vor: Spitzen können Zufall sein.",
                        fr: "Chaque mois n’a été vu qu’une fois\u{A0}: un pic peut être un hasard.",
                        es: "Cada mes se ha visto una sola vez: un pico puede ser casualidad."
                    )
                    : locale.phrase(
                        "Each calendar month was seen twice at most: a peak may be chance.",
                        de: "Jeder Kalendermonat kam höchstens zweimal vor: Spitzen können Zufall sein.",
                        fr: "Chaque mois n’a été vu que deux fois au plus\u{A0}: un pic peut être un hasard.",
                        es: "Cada mes se ha visto dos veces como máximo: un pico puede ser casualidad."
                    )
            )
        }
        if categories.count > Self.rowLimit {
            let (shown, all) = (locale.text(of: Self.rowLimit), locale.text(of: categories.count, .category))
            words.append(
                locale.phrase(
                    "The largest \(shown) of \(all).", de: "Die größten \(shown) von \(all).", fr: "Les \(shown) plus grandes sur \(all).",
                    es: "Las \(shown) mayores de \(all)."
                )
            )
        }
        return words.joined(separator: " ")
    }
}
