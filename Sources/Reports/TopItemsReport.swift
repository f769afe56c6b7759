import Analytics
public import Charts
import Purchases

/// The items bought most, by order lines or by money.
public struct TopItemsReport: Report {
    private let facts: Facts
    private let items: TopItems
    private let ranking: TopItems.Ranking

    init(_ facts: Facts, limit: Int, by ranking: TopItems.Ranking) {
        self.facts = facts
        self.ranking = ranking
        items = TopItems(of: facts.purchases, limit: limit, by: ranking)
    }

    public var json: JSON {
        var members = facts.heading
        members.append(
            "top_items",
            .array(
                items.rows.map { row in
                    [
                        "item_name": .string(row.itemName), "category": .string(row.category),
                        "purchase_count": .integer(row.purchaseCount), "units": .integer(row.units), "total_spent": .money(row.total),
                        "average_price": .optional(row.averagePrice, JSON.money), "last_purchased": .date(row.lastPurchased),
                    ]
                }
            )
        )
        return .object(members)
    }

    public var table: Table {
        Table(
            columns: ["item_name", "category", "purchase_count", "units", "total_spent", "average_price", "last_purchased"],
            rows: items.rows.map { row in
                [
                    .text(row.itemName), .text(row.category), .integer(row.purchaseCount), .integer(row.units), .money(row.total),
                    row.averagePrice.map(Table.Cell.money) ?? .empty, .date(row.lastPurchased),
                ]
            }
        )
    }

    /// The sum of a list that is cut would mislead, so the sentence names the sum of all items and both ends of the list.
    private func headline(_ presentation: Presentation) -> String? {
        guard let first = items.rows.first, let last = items.rows.last else { return nil }
        let locale = presentation.locale
        func text(_ row: TopItems.Row) -> String {
            let amount = ranking == .count ? locale.text(of: row.purchaseCount, .time) : presentation.text(of: row.total)
            return "\(row.itemName.clipped(to: 30).isolated), \(amount)"
        }
        let total =
            ranking == .count
            ? locale.text(of: facts.purchases.count, .purchase)
            : presentation.text(of: facts.purchases.lazy.map(\.totalPrice).reduce(.zero, +))
        let sum = locale.phrase("\(total) in all", de: "insgesamt \(total)", fr: "\(total) au total", es: "\(total) en total")
        guard items.rows.count > 1 else {
            let only = text(first)
            return locale.phrase(
                "\(sum); first \(only).", de: "\(sum); Platz 1 \(only).", fr: "\(sum)\u{202F}; nº 1 \(only).", es: "\(sum); n.º 1 \(only).")
        }
        let (place, count) = (locale.text(of: items.rows.count), locale.text(of: items.itemCount))
        return locale.phrase(
            "\(sum); first \(text(first)); number \(place) of \(count) \(text(last)).",
            de: "\(sum); Platz 1 \(text(first)); Platz \(place) von \(count) \(text(last)).",
            fr: "\(sum)\u{202F}; nº 1 \(text(first))\u{202F}; nº \(place) sur \(count) \(text(last)).",
            es: "\(sum); n.º 1 \(text(first)); n.º \(place) de \(count) \(text(last))."
        )
    }

    private func title(in locale: Locale) -> String {
        switch ranking {
        case .count:
            locale.phrase(
                "Items bought most often", de: "Am häufigsten gekaufte Artikel", fr: "Articles achetés le plus souvent",
                es: "Artículos comprados con más frecuencia"
            )
        case .spend:
            locale.phrase(
                "Items with the highest spending", de: "Artikel mit den höchsten Ausgaben", fr: "Articles aux dépenses les plus élevées",
                es: "Artículos con mayor gasto"
            )
        }
    }

    /// What is left out of the picture; nothing where all items are in it.
    private func footnote(in locale: Locale) -> String {
        guard items.itemCount > items.rows.count else { return "" }
        let (shown, all) = (locale.text(of: items.rows.count), locale.text(of: items.itemCount))
        return locale.phrase(
            "The first \(shown) of \(all) items.", de: "Die ersten \(shown) von \(all) Artikeln.",
            fr: "Les \(shown) premiers articles sur \(all).",
            es: "Los primeros \(shown) de \(all) artículos."
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let isCount = ranking == .count
        let locale = presentation.locale
        let times = locale.phrase("Times bought", de: "Anzahl Käufe", fr: "Nombre d’achats", es: "Veces comprado")
        return Chart(
            presentation.title ?? title(in: locale), subtitle: facts.subtitle(isCount ? times : presentation.amountSpent, in: locale),
            footnote: footnote(in: locale), y: isCount ? Axis(locale.plural(of: .purchase)) : presentation.spent,
            marks: [
                .bar(
                    items.rows, .horizontal, position: { .name($0.itemName) },
                    value: { isCount ? Double($0.purchaseCount) : $0.total.amount }
                )
            ],
            locale: locale, headline: headline(presentation), emptyMessage: facts.emptyMessage(in: locale)
        )
    }
}
