import Analytics
import Charts
import Purchases

extension MetricsReport {
    private static let frequency: [Member<Metrics>] = [
        .value("orders", .count) { .integer($0.orderCount) }, .value("orders_per_month", .number) { .number($0.ordersPerMonth) },
        .value("mean_days_between_orders", .number, isOptional: true) { .optional($0.meanDaysBetweenOrders, Table.Cell.number) },
    ]

    private static let category: [Member<CategorySpending.Row>] = [
        .value("category", .text) { .text($0.category) }, .value("share", .share) { .share($0.share) },
    ]

    private static let days: [Member<MetricsChange>] = [
        .value("from", .date) { .date($0.periods.base.lowerBound) }, .value("to", .date) { .date($0.periods.base.upperBound) },
        .value("days", .count) { .integer($0.periods.base.dayCount) },
        .value("compared_from", .date) { .date($0.periods.current.lowerBound) },
        .value("compared_to", .date) { .date($0.periods.current.upperBound) },
    ]

    private static let change: [Member<MetricsChange>] =
        days + [
            .value("total_spending", .money) { .money($0.then.totalSpending) }, .value("change", .money) { .money($0.spending) },
            .value("change_share", .change, isOptional: true) { .optional($0.spendingShare, Table.Cell.number) },
            .value("orders", .count) { .integer($0.then.orderCount) },
            .value("orders_change", .integer) { .integer($0.now.orderCount - $0.then.orderCount) },
            .value("average_order_value", .money) { .optional($0.then.averageOrderValue, Table.Cell.money) },
            .value("units", .quantity) { .quantity($0.then.units) },
        ]

    private static func changes(_ members: [Member<MetricsChange>]) -> [Member<Self>] {
        [
            .object("previous_period", members, isOptional: true) { $0.change(.previous) },
            .object("year_ago", members, isOptional: true) { $0.change(.year) },
        ]
    }

    static let members: [Member<Self>] = [
        .user, .filters, .value("total_spending", .money) { .money($0.metrics.totalSpending) },
        .object("purchase_frequency", frequency) { $0.metrics },
        .value("average_order_value", .money) { .money($0.metrics.averageOrderValue ?? .zero) },
        .value("product_diversity", .count) { .integer($0.metrics.productDiversity) },
        .value("units", .quantity) { .quantity($0.metrics.units) }, .value("items", .count) { .integer($0.metrics.lineCount) },
        .value("top_category", .text, isOptional: true) { .optional($0.metrics.topCategory, Table.Cell.text) },
        .array("category_distribution", category) { $0.metrics.categories }, .object("changes", changes(change)) { $0 },
    ]

    /// The values whose changes are told where nothing else is.
    private static let changed: [(name: String, value: @Sendable (Metrics) -> Double)] = [
        ("change_share", { $0.totalSpending.amount }), ("orders_change_share", { Double($0.orderCount) }),
        ("average_order_change_share", { $0.averageOrderValue?.amount ?? 0 }), ("units_change_share", { $0.units.amount }),
    ]

    static let trendMembers: [Member<Self>]? = [
        .user, .filters,
        .object(
            "changes",
            changes(
                days
                    + changed.map { changed in
                        .value(changed.name, .change, isOptional: true) { .optional($0.share(of: changed.value), Table.Cell.number) }
                    })
        ) { $0 },
    ]

    /// A row of the table: a value and what it is.
    private struct Row {
        var metric: String
        var category: String?
        var value: Table.Cell
    }

    private static let columns: [Column<Row>] = [
        Column("metric", .text, .metric) { .text($0.metric) },
        Column("category", .text, .category, isOptional: true) { .optional($0.category, Table.Cell.text) },
        Column("value", .mixed, .value, isOptional: true) { $0.value },
    ]

    public func makeTable(_ presentation: Presentation) -> Table {
        Table(Self.columns, rows: presentation.redaction.isTrend ? trendRows : rows, presentation)
    }

    private var rows: [Row] {
        [
            Row(metric: "total_spending", value: .money(metrics.totalSpending)), Row(metric: "orders", value: .integer(metrics.orderCount)),
            Row(metric: "orders_per_month", value: .number(metrics.ordersPerMonth)),
            Row(metric: "mean_days_between_orders", value: .optional(metrics.meanDaysBetweenOrders, Table.Cell.number)),
            Row(metric: "average_order_value", value: .money(metrics.averageOrderValue ?? .zero)),
            Row(metric: "product_diversity", value: .integer(metrics.productDiversity)),
            Row(metric: "units", value: .quantity(metrics.units)),
            Row(metric: "items", value: .integer(metrics.lineCount)),
            Row(metric: "top_category", value: .optional(metrics.topCategory, Table.Cell.text)),
        ] + metrics.categories.map { Row(metric: "category_share", category: $0.category, value: .share($0.share)) }
            + periods.flatMap { name, change -> [Row] in
                let values: [(String, Table.Cell)] = [
                    ("from", .optional(change?.periods.base.lowerBound, Table.Cell.date)),
                    ("to", .optional(change?.periods.base.upperBound, Table.Cell.date)),
                    ("days", .optional(change?.periods.base.dayCount, Table.Cell.integer)),
                    ("total_spending", .optional(change?.then.totalSpending, Table.Cell.money)),
                    ("change", .optional(change?.spending, Table.Cell.money)),
                    ("change_share", .optional(change?.spendingShare, Table.Cell.share)),
                    ("orders", .optional(change?.then.orderCount, Table.Cell.integer)),
                ]
                return values.map { Row(metric: "\(name)_\($0)", value: $1) }
            }
    }

    private var trendRows: [Row] {
        periods.flatMap { name, change in
            Self.changed.map { Row(metric: "\(name)_\($0.name)", value: .optional(change?.share(of: $0.value), Table.Cell.share)) }
        }
    }

    private var periods: [(name: String, change: MetricsChange?)] {
        [("previous_period", change(.previous)), ("year_ago", change(.year))]
    }
}
