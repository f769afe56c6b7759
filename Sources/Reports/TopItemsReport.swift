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

    /// Sums of a list that is cut would mislead, so the sentence names its ends.
    private func headline(_ presentation: Presentation) -> String? {
        guard let first = items.rows.first, let last = items.rows.last else { return nil }
        let format = NumberFormat.currency(presentation.currency)
        func amount(_ row: TopItems.Row) -> String {
            switch ranking {
            case .count: "\(row.purchaseCount) \(row.purchaseCount == 1 ? "time" : "times")"
            case .spend: format.text(row.total.amount, in: presentation.locale)
            }
        }
        guard items.rows.count > 1 else { return "\(first.itemName), \(amount(first))." }
        return
            "\(first.itemName.prefix(40)) leads with \(amount(first)), number \(items.rows.count) of \(items.itemCount) has \(amount(last))."
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let isCount = ranking == .count
        return Chart(
            presentation.title ?? (isCount ? "Items bought most often" : "Items with the highest spending"),
            subtitle: facts.subtitle(isCount ? "Times bought" : "Amount spent, \(presentation.currency.code)", in: presentation.locale),
            footnote: items.itemCount > items.rows.count ? "The first \(items.rows.count) of \(items.itemCount) items." : "",
            y: Axis(isCount ? "purchases" : "spent", format: isCount ? .count : .currency(presentation.currency)),
            marks: [
                .bar(
                    items.rows, .horizontal, position: { .name($0.itemName) },
                    value: { isCount ? Double($0.purchaseCount) : $0.total.amount }
                )
            ],
            locale: presentation.locale, headline: headline(presentation), emptyMessage: facts.emptyMessage
        )
    }
}
