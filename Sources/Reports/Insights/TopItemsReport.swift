public import Analytics
public import Charts
import Purchases

extension Insight {
    public static let topItems = Insight(
        "top-items", "The items bought most often, or for most money", chart: "bars",
        parameters: [TopItemsReport.limit.parameter, TopItemsReport.ranking.parameter], refusals: { _ in [.trend: .comparesSums] }
    ) { question, selection, _ in
        TopItemsReport(selection, limit: question[TopItemsReport.limit], by: question[TopItemsReport.ranking])
    }
}

extension Question {
    public static func topItems(limit: Int, by ranking: TopItems.Ranking) -> Question {
        Question(.topItems, values: ["limit": String(limit), "by": ranking.rawValue])
    }
}

/// The items bought most, by order lines or by money.
public struct TopItemsReport: SelectionReport {
    static let limit = TypedParameter.number("limit", in: 1...50, default: 10, .rowLimit)
    static let ranking = TypedParameter.choice("by", default: TopItems.Ranking.count, .ranking)

    let selection: SelectedPurchases
    private let items: TopItems
    private let ranking: TopItems.Ranking

    init(_ selection: SelectedPurchases, limit: Int, by ranking: TopItems.Ranking) {
        self.selection = selection
        self.ranking = ranking
        items = TopItems(of: selection.purchases, limit: limit, by: ranking)
    }

    private static let columns: [Column<TopItems.Row>] = [
        Column("item_name", .text, .item, rank: 1) { .text($0.itemName) },
        Column("category", .text, .category, rank: 2) { .text($0.category) },
        Column("purchase_count", .count, .timesBought, rank: 3) { .integer($0.purchaseCount) },
        Column("units", .quantity, .units) { .quantity($0.units) },
        Column("total_spent", .money, .spent, rank: 4) { .money($0.total) },
        Column("average_price", .price, .averagePrice, isOptional: true) { .optional($0.averagePrice, Table.Cell.money) },
        Column("last_purchased", .date, .lastBought, rank: 5) { .date($0.lastPurchased) },
    ]

    static let members: [Member<Self>] = [.user, .filters, .rows("top_items", columns) { $0.items.rows }]

    public func makeTable(_ presentation: Presentation) -> Table { Table(Self.columns, rows: items.rows, presentation) }

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
            ? locale.text(of: selection.purchases.count, .purchase)
            : presentation.text(of: selection.total)
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

    public func makeChart(_ presentation: Presentation) -> Chart {
        let isCount = ranking == .count
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        let times = locale.phrase("Times bought", de: "Anzahl Käufe", fr: "Nombre d’achats", es: "Veces comprado")
        let chart = Chart(
            presentation.title ?? title(in: locale), subtitle: selection.subtitle(isCount ? times : presentation.amountSpent, presentation),
            footnote: footnote(in: locale), y: isCount ? Axis(locale.plural(of: .purchase)) : presentation.spent,
            marks: isCount || redaction.tellsAmounts
                ? [
                    .bar(
                        items.rows, .horizontal, position: { .name($0.itemName) },
                        value: { isCount ? Double($0.purchaseCount) : redaction.amount($0.total) ?? 0 }
                    )
                ] : [],
            locale: locale, headline: headline(presentation), emptyMessage: selection.emptyMessage(in: locale)
        )
        return chart.saying(message(presentation), presentation)
    }

    private func message(_ presentation: Presentation) -> String? {
        let writer = MessageWriter(presentation)
        guard ranking == .spend else { return writer.items(items.rows.map { ($0.itemName, $0.purchaseCount) }) }
        let redaction = presentation.redaction
        guard let first = items.rows.first, let most = redaction.amount(first.total), let all = redaction.amount(selection.total) else {
            return nil
        }
        return writer.leader(first.itemName, most, of: all)
    }
}
