import Analytics
import Charts
import Purchases

/// In which calendar months more is spent than on average.
extension SeasonalPatternsReport {
    /// More rows than these could not be read in a picture of usual size.
    private static let rowLimit = 12
    /// What is less of the spending, or was bought less often, jumps by chance.
    private static let least = (share: 0.03, purchases: 6)
    /// Of less than a year nothing can be said of its seasons.
    private static let fewestMonths = 12
    /// A month that was seen in fewer years may be high by chance.
    private static let sureYears = 3
    /// A season is told where so many months in a row have so many times their average.
    private static let season = (months: 3, index: 1.5)

    /// The categories of the picture, and those that are left out of it.
    private struct Rows {
        var shown: [String] = []
        /// Because they are too small or were bought too seldom.
        var small: [String] = []
        /// Because they gave back as much as they took.
        var refunded: [String] = []
    }

    private func rows(_ redaction: Redaction) -> Rows {
        let spending = CategorySpending(of: selection.purchases)
        let known = Set(patterns.categoryIndices.map(\.category))
        let counts = Dictionary(selection.purchases.map { ($0.category, $0.totalPrice > .zero ? 1 : 0) }, uniquingKeysWith: +)
        var rows = Rows()
        for row in spending.rows {
            if !known.contains(row.category) {
                rows.refunded.append(row.category)
                // Where neither sums nor counts are told, no row is left out for what they are.
            } else if redaction.isTrend
                || redaction.share(row.share) ?? 0 >= Self.least.share && counts[row.category] ?? 0 >= Self.least.purchases
            {
                rows.shown.append(row.category)
            } else {
                rows.small.append(row.category)
            }
        }
        rows.small = rows.shown.dropFirst(Self.rowLimit) + rows.small
        rows.shown = Array(rows.shown.prefix(Self.rowLimit))
        return rows
    }

    private var isLongEnough: Bool { patterns.monthCount >= Self.fewestMonths }

    func calendarChart(_ presentation: Presentation) -> Chart {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        let rows = isLongEnough ? rows(redaction) : Rows()
        let chart = Chart(
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
            footnote: footnote(rows, in: locale),
            y: Axis(locale.index, format: .decimal(1)),
            marks: rows.shown.isEmpty ? [] : [.heatmap(heatmap(of: rows.shown, redaction))], locale: locale,
            headline: rows.shown.isEmpty ? nil : headline(rows.shown, presentation), emptyMessage: emptyMessage(rows, in: locale)
        )
        return chart.saying(rows.shown.isEmpty ? nil : message(rows.shown, presentation), presentation)
    }

    private func emptyMessage(_ rows: Rows, in locale: Locale) -> String {
        // Also where nothing cost anything.
        if selection.purchases.allSatisfy({ $0.totalPrice == .zero }) { return selection.emptyMessage(in: locale) }
        guard isLongEnough else {
            let months = locale.text(of: patterns.monthCount, .month)
            return locale.phrase(
                "Seasons show in twelve whole months or more; here are \(months)",
                de: "Saisons zeigen sich ab zwölf ganzen Monaten; hier sind es \(months)",
                fr: "Les saisons se voient à partir de douze mois entiers\u{202F}; ici, il y a \(months)",
                es: "Las temporadas se ven a partir de doce meses enteros; aquí hay \(months)")
        }
        if rows.small.isEmpty, !rows.refunded.isEmpty {
            return locale.phrase(
                "Refunds exceed purchases", de: "Mehr erstattet als gekauft", fr: "Remboursements supérieurs aux achats",
                es: "Más devoluciones que compras")
        }
        return locale.phrase(
            "Too few purchases for seasons to show", de: "Zu wenige Käufe für saisonale Muster",
            fr: "Trop peu d’achats pour voir des saisons", es: "Muy pocas compras para ver temporadas")
    }

    private func heatmap(of categories: [String], _ redaction: Redaction) -> Mark.Heatmap {
        let months = patterns.calendarMonths.filter { $0.count > 0 }.map(\.number)
        let rows = Dictionary(grouping: patterns.categoryIndices, by: \.category)
        return Mark.Heatmap(
            columns: months.map(Position.calendarMonth), rows: categories,
            values: categories.map { category in
                months.map { month in (rows[category]?.first { $0.month == month }?.index).map { redaction.ratio($0) } }
            },
            scale: .ratios
        )
    }

    /// Returns the season that lasts longest, of the category on which more is spent where several do; a month that was seen once is none.
    private func message(_ categories: [String], _ presentation: Presentation) -> String? {
        guard (patterns.calendarMonths.map(\.count).min() ?? 0) >= 2 else { return nil }
        let seasons = categories.compactMap { category -> (category: String, months: [Int], peak: Double)? in
            let indices = patterns.categoryIndices.filter { $0.category == category }
            let told = Dictionary(indices.map { ($0.month, presentation.redaction.ratio($0.index)) }) { first, _ in first }
            let runs = (1...12).map { start in
                (0..<12).map { (start - 1 + $0) % 12 + 1 }.prefix { told[$0] ?? 0 >= Self.season.index }
            }
            guard let longest = runs.max(by: { $0.count < $1.count }), (Self.season.months..<12).contains(longest.count),
                let peak = longest.compactMap({ told[$0] }).max()
            else { return nil }
            return (category, Array(longest), peak)
        }
        var best = seasons.first
        for season in seasons where season.months.count > best?.months.count ?? 0 { best = season }
        guard let best, let first = best.months.first, let last = best.months.last else { return nil }
        return MessageWriter(presentation).season(of: best.category, from: first, to: last, peak: best.peak)
    }

    private func headline(_ categories: [String], _ presentation: Presentation) -> String {
        let locale = presentation.locale
        guard let peak = patterns.peaks.first(where: { categories.contains($0.category) }) else {
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

    /// What the means are over, how far they can be trusted, and what is left out.
    private func footnote(_ rows: Rows, in locale: Locale) -> String {
        guard !rows.shown.isEmpty else { return "" }
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
        if !rows.small.isEmpty {
            let names = names(rows.small, in: locale)
            words.append(
                locale.phrase(
                    "Left out as too small: \(names).", de: "Als zu klein weggelassen: \(names).", fr: "Trop petites\u{A0}: \(names).",
                    es: "Sin las más pequeñas: \(names)."))
        }
        if !rows.refunded.isEmpty {
            let names = names(rows.refunded, in: locale)
            words.append(
                locale.phrase(
                    "Left out, since refunds exceed purchases: \(names).", de: "Weggelassen, da mehr erstattet als gekauft: \(names).",
                    fr: "Exclues, remboursements supérieurs aux achats\u{A0}: \(names).",
                    es: "Sin las de más devoluciones que compras: \(names)."
                ))
        }
        return words.joined(separator: " ")
    }

    private func names(_ categories: [String], in locale: Locale) -> String {
        let most = 4
        let names = categories.prefix(most).map { $0.clipped(to: 30).isolated }
        let rest = categories.count - most
        return (names + (rest > 0 ? [locale.other(rest)] : [])).joined(separator: ", ")
    }
}
