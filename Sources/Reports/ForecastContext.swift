import Charts
import Purchases
import Recommendations

/// What every report about the future starts from.
struct ForecastContext {
    let subject: Subject
    /// Of the purchases that pass the filter, categories aside: these choose among what is suggested. Nil without a purchase.
    let history: ShopperHistory?
    let everyone: ShopStatistics
    /// The day that counts as today.
    let today: CalendarDate

    init(_ subject: Subject, _ purchases: [Purchase], _ everyone: ShopStatistics) {
        self.subject = subject
        self.everyone = everyone
        var filter = subject.filter
        filter.categories = []
        history =
            filter == .none
            ? ShopperHistory(of: purchases, asOf: subject.asOf, among: everyone)
            : ShopperHistory(of: purchases.filter(filter.contains), asOf: subject.asOf, among: everyone)
        today = history.map { CalendarDate(dayNumber: $0.today) } ?? subject.asOf ?? everyone.days?.upperBound ?? CalendarDate(dayNumber: 0)
    }

    init(_ selection: SelectedPurchases, _ everyone: ShopStatistics) { self.init(selection.subject, selection.history, everyone) }
}

extension ForecastContext {
    /// Returns a subtitle: what is measured, whose it is, the day that counts as today, and the categories chosen.
    func subtitle(_ measure: String, _ presentation: Presentation) -> String {
        let locale = presentation.locale
        let day = locale.text(of: today)
        let asOf = locale.phrase("as of \(day)", de: "Stand \(day)", fr: "au \(day)", es: "a \(day)")
        var parts = [measure, subject.name(in: presentation), asOf].compactMap { $0 }
        if !subject.filter.categories.isEmpty { parts.append(subject.filter.categories.sorted().joined(separator: ", ")) }
        return parts.map(\.isolated).joined(separator: " · ")
    }

    func emptyMessage(in locale: Locale) -> String {
        history == nil
            ? locale.phrase(
                "No purchases in this selection", de: "Keine Käufe in dieser Auswahl", fr: "Aucun achat dans cette sélection",
                es: "No hay compras en esta selección")
            : locale.phrase(
                "Nothing to suggest", de: "Nichts vorzuschlagen", fr: "Rien à suggérer", es: "Nada que sugerir")
    }
}

/// A report about what comes next, of which the money is prices.
protocol ForecastReport: DeclaredReport {
    var context: ForecastContext { get }
}

extension ForecastReport {
    public var whole: Money { .zero }
}

extension Member where Root: ForecastReport {
    /// Whose purchases they are; null where that is not told.
    static var user: Member {
        Member("user_id", .optional(.string)) { report, presentation in
            .optional(report.context.subject.name(in: presentation), JSON.string)
        }
    }
}
