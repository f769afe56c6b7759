import Analytics
public import Charts
import Purchases

/// What a shopper paid for one of an item, each time.
public struct PriceHistoryReport: Report {
    let facts: Facts
    /// As the log spells it.
    let itemName: String
    let history: PriceHistory

    init(_ facts: Facts, item: String) {
        self.facts = facts
        itemName = facts.history.itemName(matching: item) ?? item
        history = PriceHistory(of: facts.purchases, item: itemName)
    }

    public var json: JSON {
        var members = facts.heading
        members.append("item_name", .string(itemName))
        members.append(
            "prices", .array(history.prices.map { ["date": .date($0.date), "unit_price": .money($0.unitPrice)] })
        )
        members.append("minimum", .optional(history.minimum, JSON.money))
        members.append("maximum", .optional(history.maximum, JSON.money))
        members.append("latest", .optional(history.latest, JSON.money))
        members.append("change", .optional(history.change, JSON.money))
        members.append("change_share", .optional(history.changeShare, JSON.number))
        return .object(members)
    }

    public var table: Table {
        Table(columns: ["date", "unit_price"], rows: history.prices.map { [.date($0.date), .money($0.unitPrice)] })
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let (item, code) = (itemName.isolated, presentation.currency.code)
        return Chart(
            presentation.title
                ?? locale.phrase("Price of \(item)", de: "Preis: \(item)", fr: "Prix\u{A0}: \(item)", es: "Precio: \(item)"),
            subtitle: facts.subtitle(
                locale.phrase(
                    "Paid for one, \(code)", de: "Bezahlt pro Stück, \(code)", fr: "Payé à l’unité, \(code)",
                    es: "Pagado por unidad, \(code)"
                ),
                in: locale
            ),
            footnote: history.prices.isEmpty
                ? ""
                : locale.phrase(
                    "A price holds until the next purchase; discounts are in it, refunds are not.",
                    de: "Ein Preis gilt bis zum nächsten Kauf; Rabatte sind enthalten, Erstattungen nicht.",
                    fr: "Un prix vaut jusqu’à l’achat suivant\u{202F}; remises comprises, remboursements exclus.",
                    es: "Un precio vale hasta la compra siguiente; incluye descuentos, no devoluciones."
                ),
            y: Axis(
                locale.phrase("unit price", de: "Stückpreis", fr: "prix unitaire", es: "precio unitario"),
                format: .currency(presentation.currency)
            ),
            marks: history.prices.isEmpty ? [] : [line], locale: locale, headline: headline(presentation),
            emptyMessage: facts.emptyMessage(in: locale)
        )
    }

    private var line: Mark {
        .line(
            Mark.Line(
                positions: history.prices.map { .day($0.date.dayNumber) },
                series: [Mark.Series(name: itemName, values: history.prices.map(\.unitPrice.amount), color: .accent)],
                interpolation: .step, includesZero: false
            )
        )
    }

    private func headline(_ presentation: Presentation) -> String? {
        guard let low = history.minimum, let high = history.maximum, let latest = history.latest, let change = history.change,
            let first = history.prices.first
        else { return nil }
        let locale = presentation.locale
        let (least, most, last) = (presentation.text(of: low), presentation.text(of: high), presentation.text(of: latest))
        let start = locale.text(of: first.date).isolated
        guard low < high else {
            return locale.phrase(
                "\(last), the same since \(start).", de: "\(last), unverändert seit \(start).", fr: "\(last), inchangé depuis le \(start).",
                es: "\(last), igual desde \(start)."
            )
        }
        let difference = presentation.difference(change, share: history.changeShare)
        return locale.phrase(
            "latest \(last), lowest \(least), highest \(most); \(difference) since \(start).",
            de: "zuletzt \(last), Tiefstwert \(least), Höchstwert \(most); \(difference) seit \(start).",
            fr: "dernier \(last), minimum \(least), maximum \(most)\u{202F}; \(difference) depuis le \(start).",
            es: "último \(last), mínimo \(least), máximo \(most); \(difference) desde \(start)."
        )
    }
}
