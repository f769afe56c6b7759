import Analytics
public import Charts
import Purchases

/// In which months and on which weekdays a shopper spends more than on average.
public struct SeasonalPatternsReport: Report {
    /// What the chart shows.
    public enum Form: String, CaseIterable, Sendable {
        /// Each category by calendar month.
        case heatmap
        /// All of them by weekday.
        case weekdays
    }

    let facts: Facts
    let patterns: SeasonalPatterns
    private let form: Form

    /// More rows than these could not be read in a picture of usual size.
    private static let rowLimit = 12
    /// A month that was seen in fewer years may be high by chance.
    private static let sureYears = 3
    private static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    init(_ facts: Facts, form: Form) {
        self.facts = facts
        self.form = form
        patterns = SeasonalPatterns(
            of: facts.purchases, in: facts.subject.filter, within: facts.span, unfinished: facts.unfinishedMonth
        )
    }

    public var json: JSON {
        var members = facts.heading
        members.append(
            "by_calendar_month",
            .array(
                patterns.calendarMonths.map { part in
                    [
                        "month": .integer(part.number), "mean_spent": .optional(part.mean, JSON.money),
                        "index": .optional(part.index, JSON.number), "months": .integer(part.count),
                    ]
                }
            )
        )
        members.append(
            "by_weekday",
            .array(
                patterns.weekdays.map { part in
                    [
                        "weekday": .integer(part.number), "name": .string(Self.weekdayNames[part.number - 1]),
                        "mean_spent": .optional(part.mean, JSON.money), "index": .optional(part.index, JSON.number),
                        "days": .integer(part.count),
                    ]
                }
            )
        )
        members.append("category_index", .array(patterns.categoryIndices.map(Self.json)))
        members.append("peaks", .array(patterns.peaks.map(Self.json)))
        return .object(members)
    }

    private static func json(_ row: SeasonalPatterns.CategoryIndex) -> JSON {
        ["category": .string(row.category), "month": .integer(row.month), "index": .number(row.index)]
    }

    public var table: Table {
        func cells(_ part: SeasonalPatterns.Part) -> [Table.Cell] {
            [part.mean.map(Table.Cell.money) ?? .empty, part.index.map(Table.Cell.number) ?? .empty]
        }
        return Table(
            columns: ["pattern", "category", "month", "weekday", "mean_spent", "index"],
            rows: patterns.calendarMonths.map { [.text("calendar_month"), .empty, .integer($0.number), .empty] + cells($0) }
                + patterns.weekdays.map { [.text("weekday"), .empty, .empty, .integer($0.number)] + cells($0) }
                + patterns.categoryIndices.map {
                    [.text("category"), .text($0.category), .integer($0.month), .empty, .empty, .number($0.index)]
                }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
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
            subtitle: facts.subtitle(
                locale.phrase(
                    "Spending by calendar month, 1.0 is the category’s average month",
                    de: "Ausgaben nach Kalendermonat, 1,0 ist der Durchschnittsmonat der Kategorie",
                    fr: "Dépenses par mois de l’année, 1,0 est le mois moyen de la catégorie",
                    es: "Gasto por mes del año, 1,0 es el mes medio de la categoría"
                ),
                in: locale
            ),
            footnote: footnote(in: locale),
            y: Axis(locale.phrase("index", de: "Index", fr: "indice", es: "índice"), format: .decimal(1)),
            marks: categories.isEmpty ? [] : [.heatmap(heatmap)], locale: locale, headline: headline(in: locale),
            emptyMessage: facts.purchases.contains { $0.totalPrice < .zero }
                ? locale.phrase(
                    "Refunds exceed purchases", de: "Mehr erstattet als gekauft", fr: "Remboursements supérieurs aux achats",
                    es: "Más devoluciones que compras"
                ) : facts.emptyMessage(in: locale)
        )
    }

    /// Those with an index, the largest sum first.
    private var categories: [String] {
        patterns.categoryIndices.reduce(into: []) { names, row in if names.last != row.category { names.append(row.category) } }
    }

    private var heatmap: Mark.Heatmap {
        let months = patterns.calendarMonths.filter { $0.count > 0 }.map(\.number)
        let rows = Dictionary(grouping: patterns.categoryIndices, by: \.category)
        let shown = categories.prefix(Self.rowLimit)
        return Mark.Heatmap(
            columns: months.map(Position.calendarMonth), rows: Array(shown),
            values: shown.map { category in months.map { month in rows[category]?.first { $0.month == month }?.index } },
            scale: .diverging(around: 1)
        )
    }

    private func headline(in locale: Locale) -> String {
        guard let peak = patterns.peaks.first else {
            return locale.phrase(
                "no category stands out in any month.", de: "keine Kategorie ragt in einem Monat heraus.",
                fr: "aucune catégorie ne se distingue un mois donné.", es: "ninguna categoría destaca en ningún mes."
            )
        }
        let (category, month) = (peak.category.clipped(to: 30).isolated, locale.fullName(ofMonth: peak.month).isolated)
        let index = NumberFormat.decimal(1).text(peak.index, in: locale).isolated
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
