import Analytics
public import Charts
import Purchases

extension MetricsReport {
    /// When a shopper shops, in words and large numbers.
    public func rhythmCards(_ presentation: Presentation) -> [Mark.Card] {
        let locale = presentation.locale
        return [
            Mark.Card(
                label: locale.phrase("Orders a month", de: "Bestellungen im Monat", fr: "Commandes par mois", es: "Pedidos al mes"),
                figure: NumberFormat.decimal(1).text(metrics.ordersPerMonth, in: locale), note: locale.text(of: metrics.orderCount, .order),
                change: cardChange({ Double($0.orderCount) }, presentation)
            ),
            Mark.Card(
                label: locale.phrase(
                    "Days between orders", de: "Tage zwischen Bestellungen", fr: "Jours entre commandes", es: "Días entre pedidos"),
                figure: metrics.meanDaysBetweenOrders.map { NumberFormat.decimal(1).text($0, in: locale) } ?? "–", note: rhythm(in: locale),
                change: cardChange({ $0.meanDaysBetweenOrders ?? 0 }, presentation)
            ),
            mainDay(presentation),
            Mark.Card(
                label: locale.phrase("Last order", de: "Letzte Bestellung", fr: "Dernière commande", es: "Último pedido"),
                figure: selection.purchases.last.map { locale.text(of: $0.date) } ?? "–",
                note: selection.purchases.last.map { locale.name(ofWeekday: $0.date.weekday) } ?? ""
            ),
        ]
    }

    /// The weekday on which most is spent.
    private func mainDay(_ presentation: Presentation) -> Mark.Card {
        let locale = presentation.locale
        let sums = selection.purchases.reduce(into: [Int: Money]()) { $0[$1.date.weekday, default: .zero] += $1.totalPrice }
        let main = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let isPositive = metrics.totalSpending > .zero
        return Mark.Card(
            label: locale.phrase("Main shopping day", de: "Haupteinkaufstag", fr: "Jour principal", es: "Día principal"),
            figure: main.map { locale.name(ofWeekday: $0.key) } ?? "–",
            note: main.flatMap { isPositive ? share($0.value.amount / metrics.totalSpending.amount, presentation) : nil } ?? ""
        )
    }
}
