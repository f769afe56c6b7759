import Charts
import Purchases
import Recommendations

extension RecommendationsReport {
    private struct Row {
        var item: Recommendation
        /// Whether plain rules found it, which say more of prices and days.
        var isRuled: Bool
    }

    private var rows: [Row] { list.rows.map { Row(item: $0, isRuled: isRuled) } }
    private var isRuled: Bool { if case .rules = criteria.method { true } else { false } }

    private static let columns: [Column<Row>] = [
        Column("item", .text, .item) { .text($0.item.item) }, Column("category", .text, .category) { .text($0.item.category) },
        Column("kind", .choice(Recommendation.Kind.allCases.map(\.rawValue)), .kind) { .text($0.item.kind.rawValue) },
        Column("state", .choice(Timing.State.allCases.map(\.rawValue)), .state) { .text($0.item.state.rawValue) },
        Column("score", .score, .score) { .number($0.item.score) },
        Column("purchase_count", .count, .timesBought) { .integer($0.item.purchaseCount) },
        Column("avg_interval_days", .days, .daysBetween, isOptional: true) { .optional($0.item.averageInterval, Table.Cell.number) },
        Column("last_purchased", .date, .lastBought, isOptional: true) { .optional($0.item.lastPurchased, Table.Cell.date) },
        Column("due_date", .date, .dueDate, isOptional: true) { .optional($0.item.dueDate, Table.Cell.date) },
        Column("avg_price", .price, .averagePrice, isOptional: true) { .optional($0.item.averagePrice, Table.Cell.money) },
    ]

    /// What only the rules report.
    private static let ruled: [Column<Row>] = [
        Column("price_variation", .number, .priceVariation, isOptional: true) { .optional($0.item.priceVariation, Table.Cell.number) },
        Column("days_since_last_purchase", .integer, .daysSinceLast, isOptional: true) {
            .optional($0.item.daysSinceLast, Table.Cell.integer)
        },
    ]

    private static let alternatives: [Column<Row>] = [
        Column("alternative", .text, .alternative) { .optional($0.item.alternative?.item, Table.Cell.text) },
        Column("saving", .price, .saving) { .optional($0.item.alternative?.saving, Table.Cell.money) },
    ]

    private static let cart = Column<Row>.cart { $0.item.cartProduct }
    private static let reason = Column<Row>("recommendation_reason", .text, .reason) { .text($0.item.reasonText($1)) }

    private static let recommendation: [Member<Row>] =
        columns.members() + ruled.map { column in .value(column, where: \.isRuled) }
        + alternatives.map { .value($0, isRequired: false) } + [.cart(cart), .value(reason)]

    private static let criteria: [Member<Self>] = [
        .value("limit", .count) { .integer($0.criteria.limit) }, .value("as_of", .date) { .date($0.context.today) },
        .value("method", .choice(MethodName.allCases.map(\.rawValue))) {
            .text(($0.isRuled ? MethodName.rules : MethodName.learned).rawValue)
        },
        .value(
            Column("kind", .choice(Recommendation.Kind.allCases.map(\.rawValue)), .kind, isOptional: true) {
                .optional($0.criteria.kind?.rawValue, Table.Cell.text)
            }, where: { !$0.isRuled }),
        .value(Column("monthly_saving", .price, .saving) { .money($0.list.monthlySaving) }, where: { !$0.isRuled }),
        .value("min_purchases", .count, isRequired: false) { .optional($0.rules?.minPurchases, Table.Cell.integer) },
        .value("target_interval", .count, isRequired: false) { .optional($0.rules?.targetInterval, Table.Cell.integer) },
        .value("min_interval_days", .days, isRequired: false) { .optional($0.rules?.intervals.lowerBound, Table.Cell.number) },
        .value("max_interval_days", .days, isRequired: false) { .optional($0.rules?.intervals.upperBound, Table.Cell.number) },
        Member("constants", constants.schema(), isRequired: false) { report, presentation in
            report.isRuled ? nil : .object(constants.json(of: report.context.everyone.ranking, presentation))
        },
        Member("filters", .named("Filters")) { report, _ in .object(report.context.subject.filtersJSON) },
    ]

    /// What lists are ranked by. It is about no shopper, and told in full.
    private static let constants: [Member<RankingConstants>] = [
        Member("memory_days", .number) { constants, _ in .number(constants.memory) },
        Member("order_decay", .number) { constants, _ in .number(constants.orderDecay) },
        Member("size_exponent", .number) { constants, _ in .number(constants.sizeExponent) },
        Member("pseudo_orders", .number) { constants, _ in .number(constants.pseudoOrders) },
        Member("uses_order_share", .boolean) { constants, _ in .boolean(constants.usesOrderShare) },
        Member("are_standard", .boolean) { constants, _ in .boolean(constants == .standard) },
    ]

    private var rules: Rules? { if case .rules(let rules) = criteria.method { rules } else { nil } }

    static let members: [Member<Self>] = [
        .user, .array("recommendations", recommendation) { $0.rows }, .value("count", .count) { .integer($0.list.rows.count) },
        .object("criteria", criteria) { $0 },
    ]

    public func makeTable(_ presentation: Presentation) -> Table {
        Table(
            Self.columns + Self.alternatives + (isRuled ? Self.ruled : []) + (presentation.cartLink == nil ? [] : [Self.cart])
                + [Self.reason], rows: rows, presentation)
    }
}
