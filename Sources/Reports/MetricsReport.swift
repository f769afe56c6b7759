import Analytics
public import Charts
public import Purchases

/// The key figures.
public struct MetricsReport: Report {
    private let facts: Facts
    private let metrics: Metrics

    /// - Parameter history: all purchases of the subject's user, in order of date.
    public init(_ subject: Subject, from history: [Purchase]) {
        self.init(Facts(subject, history))
    }

    init(_ facts: Facts) {
        self.facts = facts
        metrics = Metrics(of: facts.purchases)
    }

    public var json: JSON {
        var members = facts.heading
        members.append("total_spending", .money(metrics.totalSpending))
        members.append(
            "purchase_frequency",
            [
                "orders": .integer(metrics.orderCount), "orders_per_month": .number(metrics.ordersPerMonth),
                "mean_days_between_orders": .optional(metrics.meanDaysBetweenOrders, JSON.number),
            ]
        )
        members.append("average_order_value", .money(metrics.averageOrderValue ?? .zero))
        members.append("product_diversity", .integer(metrics.productDiversity))
        members.append("units", .integer(metrics.units))
        members.append("items", .integer(metrics.lineCount))
        members.append("top_category", .optional(metrics.topCategory, JSON.string))
        members.append(
            "category_distribution",
            .array(metrics.categories.map { ["category": .string($0.category), "share": .number($0.share)] })
        )
        return .object(members)
    }

    public var table: Table {
        let figures: [(String, Table.Cell)] = [
            ("total_spending", .money(metrics.totalSpending)),
            ("orders", .integer(metrics.orderCount)),
            ("orders_per_month", .number(metrics.ordersPerMonth)),
            ("mean_days_between_orders", metrics.meanDaysBetweenOrders.map(Table.Cell.number) ?? .empty),
            ("average_order_value", .money(metrics.averageOrderValue ?? .zero)),
            ("product_diversity", .integer(metrics.productDiversity)),
            ("units", .integer(metrics.units)),
            ("items", .integer(metrics.lineCount)),
            ("top_category", metrics.topCategory.map(Table.Cell.text) ?? .empty),
        ]
        return Table(
            columns: ["metric", "category", "value"],
            rows: figures.map { [.text($0), .empty, $1] }
                + metrics.categories.map { [.text("category_share"), .text($0.category), .number($0.share)] }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        Chart(
            presentation.title ?? "Key figures",
            subtitle: facts.subtitle("", in: presentation.locale),
            marks: metrics.orderCount == 0 ? [] : cards(presentation).map(Mark.card),
            locale: presentation.locale, emptyMessage: facts.emptyMessage
        )
    }

    /// The key figures in words and large numbers.
    public func cards(_ presentation: Presentation) -> [Mark.Card] {
        let locale = presentation.locale
        let money = NumberFormat.currency(presentation.currency)
        let count = NumberFormat.count
        let rhythm = metrics.meanDaysBetweenOrders.map { "one every \(count.text(($0 * 10).rounded() / 10, in: locale)) days" }
        let top = metrics.categories.first
        let rate = metrics.orderCount == 0 ? nil : (metrics.ordersPerMonth * 10).rounded() / 10
        let lines = metrics.orderCount == 0 ? 0 : (Double(metrics.lineCount) / Double(metrics.orderCount) * 10).rounded() / 10
        return [
            Mark.Card(
                label: "Total spending", figure: money.text(metrics.totalSpending.amount, in: locale),
                note: rate.map { "\(count.text($0, in: locale)) \($0 == 1 ? "order" : "orders") a month" } ?? ""
            ),
            Mark.Card(label: "Orders", figure: count.text(Double(metrics.orderCount), in: locale), note: rhythm ?? "no rhythm yet"),
            Mark.Card(
                label: "Average order", figure: money.text((metrics.averageOrderValue ?? .zero).amount, in: locale),
                note: "\(count.text(lines, in: locale)) \(lines == 1 ? "line" : "lines") an order"
            ),
            Mark.Card(
                label: "Top category", figure: top?.category ?? "–",
                note: top.map { "\(NumberFormat.percent.text($0.share, in: locale)) of spending" } ?? ""
            ),
            Mark.Card(
                label: "Units", figure: count.text(Double(metrics.units), in: locale),
                note: "on \(count.text(Double(metrics.lineCount), in: locale)) order lines"
            ),
            Mark.Card(
                label: "Different items", figure: count.text(Double(metrics.productDiversity), in: locale),
                note: "in \(count.text(Double(metrics.categories.count), in: locale)) categories"
            ),
        ]
    }
}
