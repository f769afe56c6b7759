import Analytics
import Charts

/// What stands below the key figures.
extension MetricsReport {
    func rate(in locale: Locale) -> String {
        guard metrics.orderCount > 0 else { return "" }
        let orders = locale.text(of: metrics.ordersPerMonth, .order)
        return locale.phrase("\(orders) a month", de: "\(orders) pro Monat", fr: "\(orders) par mois", es: "\(orders) al mes")
    }

    func rhythm(in locale: Locale) -> String {
        guard let days = metrics.meanDaysBetweenOrders else {
            return locale.phrase("no rhythm yet", de: "noch kein Rhythmus", fr: "pas encore de rythme", es: "aún sin ritmo")
        }
        switch (days * 10).rounded() / 10 {
        case ..<1:
            return locale.phrase("more than one a day", de: "mehr als eine pro Tag", fr: "plus d’une par jour", es: "más de uno al día")
        case 1: return locale.phrase("one a day", de: "eine pro Tag", fr: "une par jour", es: "uno al día")
        default:
            let days = locale.text(of: days, .day)
            return locale.phrase("one every \(days)", de: "eine alle \(days)", fr: "une tous les \(days)", es: "uno cada \(days)")
        }
    }

    func lines(in locale: Locale) -> String {
        let count = metrics.orderCount == 0 ? 0 : Double(metrics.lineCount) / Double(metrics.orderCount)
        let lines = locale.text(of: count, .line)
        return locale.phrase("\(lines) an order", de: "\(lines) je Bestellung", fr: "\(lines) par commande", es: "\(lines) por pedido")
    }

    /// Returns what part of the spending it is; nil where refunds distort the sum that it would be a part of.
    func share(_ share: Double, _ presentation: Presentation) -> String? {
        guard metrics.categories.allSatisfy({ $0.share >= 0 }), share <= 1 else { return nil }
        let locale = presentation.locale
        let percent = NumberFormat.percent.text(presentation.redaction.share(share) ?? 0, in: locale).isolated
        return locale.phrase(
            "\(percent) of spending", de: "\(percent) der Ausgaben", fr: "\(percent) des dépenses", es: "\(percent) del gasto")
    }

    func orderLines(in locale: Locale) -> String {
        let lines = locale.text(of: metrics.lineCount, .orderLine)
        return locale.phrase("on \(lines)", de: "in \(lines)", fr: "sur \(lines)", es: "en \(lines)")
    }

    func categories(in locale: Locale) -> String {
        let count = metrics.categories.count
        let categories = locale.text(of: count, .category)
        // The dative of one category is its nominative, and so is the plural's.
        return locale.phrase("in \(categories)", de: "in \(categories)", fr: "dans \(categories)", es: "en \(categories)")
    }
}
