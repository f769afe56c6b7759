import Analytics
import Charts
import Purchases

extension SpendingChangesReport {
    static let columns: [Column<SpendingChanges.Row>] =
        [
            Column("category", .text, .category, rank: 1) { .text($0.category) },
            Column("item_name", .text, .item, rank: 2) { .text($0.itemName ?? "") },
        ] + sums + effects { $0.effects }

    private static let sums: [Column<SpendingChanges.Row>] = [
        Column("before", .money, .before, rank: 3) { .money($0.before) }, Column("after", .money, .after, rank: 4) { .money($0.after) },
        Column("difference", .money, .change, rank: 5) { .money($0.effects.total) },
    ]

    /// The parts of a difference, in the order of all forms.
    private static let parts: [(name: String, heading: Heading, money: @Sendable (SpendingEffects) -> Money)] = [
        ("price", .byPrice, { $0.price }), ("quantity", .byQuantity, { $0.quantity }), ("mix", .byMix, { $0.mix }),
        ("new", .new, { $0.new }), ("gone", .gone, { $0.gone }), ("refunds", .refunds, { $0.refunds }),
    ]

    private static func effects<Row>(of effects: @escaping @Sendable (Row) -> SpendingEffects) -> [Column<Row>] {
        parts.map { part in Column(part.name, .money, part.heading) { .money(part.money(effects($0))) } }
    }

    private struct Period {
        var days: ClosedRange<CalendarDate>
        var total: Money
    }

    private static let days: [Member<Period>] = [
        .value("from", .date) { .date($0.days.lowerBound) }, .value("to", .date) { .date($0.days.upperBound) },
        .value("days", .count) { .integer($0.days.dayCount) },
    ]

    private static func periods(_ members: [Member<Period>]) -> [Member<Self>] {
        [
            .object("period", members, isOptional: true) { report in
                report.periods.map { Period(days: $0.current, total: report.changes.after) }
            },
            .object("compared_with", members, isOptional: true) { report in
                report.periods.map { Period(days: $0.base, total: report.changes.before) }
            },
        ]
    }

    private static let row: [Member<SpendingChanges.Row>] =
        [
            .value("item_name", .text, isRequired: false) { .optional($0.itemName, Table.Cell.text) },
            .value("category", .text) { .text($0.category) },
        ] + (sums + effects { $0.effects }).members()

    private static let regular: [Member<RegularChanges.Row>] = [
        .value("item_name", .text) { .text($0.itemName) }, .value("category", .text) { .text($0.category) },
        .value("total_spent", .money) { .money($0.total) },
    ]

    private static let dearer: [Member<RegularChanges.PriceRow>] = [
        .value("item_name", .text) { .text($0.itemName) }, .value("category", .text) { .text($0.category) },
        .value("price_before", .price) { .money($0.priceBefore) }, .value("price_after", .price) { .money($0.priceAfter) },
        .value("change", .price) { .money($0.priceAfter - $0.priceBefore) },
        .value("change_share", .change, isOptional: true) { .optional($0.share, Table.Cell.number) },
        .value("extra", .money) { .money($0.extra) },
    ]

    private static let head: [Member<Self>] = [
        .user, .filters, .value("compare", .choice(ComparedPeriods.Base.allCases.map(\.rawValue))) { .text($0.base.rawValue) },
    ]

    static let members: [Member<Self>] =
        head + periods(days + [.value("total_spent", .money) { .money($0.total) }]) + [
            .value("difference", .money) { $0.periods == nil ? .empty : .money($0.changes.effects.total) },
            .object("contributions", effects { $0 }.members(), isOptional: true) { $0.periods == nil ? nil : $0.changes.effects },
            .array("by_category", row) { $0.changes.categories }, .array("by_item", row) { $0.changes.items },
            .array("new_items", regular) { Array($0.regulars?.new.prefix($0.limit) ?? []) },
            .array("gone_items", regular) { Array($0.regulars?.gone.prefix($0.limit) ?? []) },
            .array("dearer_items", dearer) { Array($0.regulars?.dearer.prefix($0.limit) ?? []) },
        ]

    /// A part of the difference as a fraction of the sum before.
    struct EffectRow {
        var name: String
        var share: Double?
    }

    static let effectColumns: [Column<EffectRow>] = [
        Column("effect", .text, .effect) { .text($0.name) },
        Column("change_share", .change, .change, isOptional: true) { .optional($0.share, Table.Cell.share) },
    ]

    static let trendMembers: [Member<Self>]? =
        head + periods(days) + [
            .value("change_share", .change, isOptional: true) { .optional($0.share(of: $0.changes.effects.total), Table.Cell.number) },
            .object(
                "contributions",
                parts.map { part in
                    .value(part.name, .change, isOptional: true) { report in
                        .optional(report.share(of: part.money(report.changes.effects)), Table.Cell.number)
                    }
                }
            ) { $0 },
        ]

    private func share(of money: Money) -> Double? {
        changes.before > .zero && periods != nil ? money.amount / changes.before.amount : nil
    }

    /// The parts of the difference, and all of it.
    var effectRows: [EffectRow] {
        Self.parts.map { EffectRow(name: $0.name, share: share(of: $0.money(changes.effects))) }
            + [EffectRow(name: "all", share: share(of: changes.effects.total))]
    }
}

extension RegularChanges.PriceRow {
    var share: Double? {
        priceBefore > .zero ? Double((priceAfter - priceBefore).thousandths) / Double(priceBefore.thousandths) : nil
    }
}
