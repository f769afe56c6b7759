import Analytics
import Charts
import Purchases

extension SeasonalPatternsReport {
    /// What is spent on each day of the week, on average over all such days.
    func weekdayChart(_ presentation: Presentation) -> Chart {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        func value(_ day: SeasonalPatterns.Part) -> Double? {
            redaction.isTrend ? day.index.map { redaction.ratio($0) } : day.mean.flatMap { redaction.amount($0) }
        }
        let days = selection.purchases.isEmpty ? [] : patterns.weekdays.filter { value($0) != nil }
        let measure =
            redaction.isTrend
            ? locale.phrase(
                "Index, 1.0 is the average day", de: "Index, 1,0 ist der Durchschnittstag", fr: "Indice, 1,0 est le jour moyen",
                es: "Índice, 1,0 es el día medio") : presentation.amountSpent
        return Chart(
            presentation.title
                ?? locale.phrase(
                    "Spending by weekday", de: "Ausgaben nach Wochentag", fr: "Dépenses par jour de la semaine",
                    es: "Gasto por día de la semana"),
            subtitle: selection.subtitle(measure, presentation),
            footnote: days.isEmpty
                ? ""
                : locale.phrase(
                    "Means over all such days, those without a purchase as zero.", de: "Mittel über alle solchen Tage, ohne Kauf als null.",
                    fr: "Moyennes de tous ces jours, sans achat comptés pour zéro.",
                    es: "Medias de todos esos días; sin compras cuentan como cero."),
            y: presentation.spent,
            marks: days.isEmpty
                ? [] : [.bar(days, position: { .name(locale.name(ofWeekday: $0.number)) }, value: { value($0) ?? 0 })],
            locale: locale, headline: redaction.isTrend ? nil : weekdayHeadline(days, presentation),
            emptyMessage: selection.emptyMessage(in: locale)
        )
    }

    private func weekdayHeadline(_ days: [SeasonalPatterns.Part], _ presentation: Presentation) -> String? {
        func isBefore(_ a: SeasonalPatterns.Part, _ b: SeasonalPatterns.Part) -> Bool { (a.mean ?? .zero) < (b.mean ?? .zero) }
        guard let most = days.max(by: isBefore), let least = days.min(by: isBefore), most.number != least.number else { return nil }
        let locale = presentation.locale
        func text(_ day: SeasonalPatterns.Part) -> String {
            "\(locale.name(ofWeekday: day.number).isolated) (\(presentation.text(of: day.mean ?? .zero)))"
        }
        let (high, low) = (text(most), text(least))
        guard presentation.redaction.amount(least.mean ?? .zero) ?? 0 > 0 else {
            return locale.phrase("most is spent on \(high).", de: "am meisten \(high).", fr: "le plus \(high).", es: "lo máximo \(high).")
        }
        return locale.phrase(
            "most is spent on \(high), least on \(low).", de: "am meisten \(high), am wenigsten \(low).",
            fr: "le plus \(high), le moins \(low).", es: "lo máximo \(high), lo mínimo \(low)."
        )
    }
}
