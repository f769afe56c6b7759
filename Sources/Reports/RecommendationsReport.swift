public import Charts
public import Purchases
public import Recommendations

/// What to buy next, each with its reason.
public struct RecommendationsReport: Report {
    private let outlook: Outlook
    private let criteria: RecommendationList.Criteria
    let list: RecommendationList

    init(_ outlook: Outlook, by criteria: RecommendationList.Criteria) {
        self.outlook = outlook
        self.criteria = criteria
        list = RecommendationList(for: outlook.history, among: outlook.everyone, by: criteria)
    }

    /// Makes the list that is shown when nothing else is asked for, or one of a kind.
    public init(
        on subject: Subject, from history: [Purchase], among everyone: ShopStatistics, kind: Recommendation.Kind? = nil, limit: Int = 15
    ) {
        self.init(Outlook(subject, history, everyone), by: .init(limit: limit, kind: kind, categories: subject.filter.categories))
    }

    /// The day that counts as today.
    public var today: CalendarDate { outlook.today }

    /// What to buy, as it goes on a shopper's list.
    public struct Suggestion: Sendable {
        public var item: String
        public var category: String
        public var price: Money?
        public var reason: String
        public var dueDate: CalendarDate?
        /// Whether the shopper will want it at the next visit, or should have it already.
        public var isDue: Bool
        /// What state it is in, in a word or two.
        public var state: String
        /// Something much like it that costs so much less; nil where nothing does.
        public var alternative: (item: String, price: Money, saving: Money)?
    }

    public func suggestions(_ presentation: Presentation) -> [Suggestion] { list.rows.map { $0.suggestion(presentation) } }

    public var json: JSON { json(Presentation()) }
    public var table: Table { table(Presentation()) }

    public func json(_ presentation: Presentation) -> JSON {
        [
            "user_id": .optional(outlook.subject.name, JSON.string),
            "recommendations": .array(list.rows.map { .object(json(of: $0, presentation)) }),
            "count": .integer(list.rows.count),
            "criteria": .object(criteriaJSON),
        ]
    }

    private func json(of row: Recommendation, _ presentation: Presentation) -> JSON.Members {
        var members: JSON.Members = [
            "item": .string(row.item), "category": .string(row.category), "kind": .string(row.kind.rawValue), "score": .exact(row.score),
            "purchase_count": .integer(row.purchaseCount), "avg_interval_days": .optional(row.averageInterval, JSON.number),
            "last_purchased": .optional(row.lastPurchased, JSON.date), "due_date": .optional(row.dueDate, JSON.date),
            "avg_price": .optional(row.averagePrice, JSON.money),
        ]
        if case .rules = criteria.method {
            members.append("price_variation", .optional(row.priceVariation, JSON.number))
            members.append("days_since_last_purchase", .optional(row.daysSinceLast, JSON.integer))
        }
        if let alternative = row.alternative {
            members.append("alternative", .string(alternative.item))
            members.append("saving", .money(alternative.saving))
        }
        members.append("recommendation_reason", .string(row.reasonText(presentation)))
        return members
    }

    private var criteriaJSON: JSON.Members {
        var members: JSON.Members = ["limit": .integer(criteria.limit), "as_of": .date(outlook.today)]
        switch criteria.method {
        case .learned:
            members.append("method", "learned")
            members.append("kind", .optional(criteria.kind) { .string($0.rawValue) })
            members.append("monthly_saving", .money(list.monthlySaving))
        case .rules(let rules):
            members.append("method", "rules")
            members.append("min_purchases", .integer(rules.minPurchases))
            members.append("target_interval", .integer(rules.targetInterval))
            members.append("min_interval_days", .number(rules.intervals.lowerBound))
            members.append("max_interval_days", .number(rules.intervals.upperBound))
        }
        members.append("filters", .object(outlook.subject.filtersJSON))
        return members
    }

    public func table(_ presentation: Presentation) -> Table {
        // What only the rules report.
        var ruled: [(name: String, cell: (Recommendation) -> Table.Cell)] = []
        if case .rules = criteria.method {
            ruled.append(("price_variation", { $0.priceVariation.map(Table.Cell.number) ?? .empty }))
            ruled.append(("days_since_last_purchase", { $0.daysSinceLast.map(Table.Cell.integer) ?? .empty }))
        }
        let columns = [
            "item", "category", "kind", "score", "purchase_count", "avg_interval_days", "last_purchased", "due_date", "avg_price",
            "alternative", "saving",
        ]
        return Table(
            columns: columns + ruled.map(\.name) + ["recommendation_reason"],
            rows: list.rows.map { row in
                let cells: [Table.Cell] = [
                    .text(row.item), .text(row.category), .text(row.kind.rawValue), .number(row.score), .integer(row.purchaseCount),
                    row.averageInterval.map(Table.Cell.number) ?? .empty, row.lastPurchased.map(Table.Cell.date) ?? .empty,
                    row.dueDate.map(Table.Cell.date) ?? .empty, row.averagePrice.map(Table.Cell.money) ?? .empty,
                    row.alternative.map { .text($0.item) } ?? .empty, row.alternative.map { .money($0.saving) } ?? .empty,
                ]
                return cells + ruled.map { $0.cell(row) } + [.text(row.reasonText(presentation))]
            }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let saving = list.monthlySaving > .zero && presentation.tellsAmounts ? presentation.text(of: list.monthlySaving) : nil
        return DueTimeline(
            rows: list.rows.map { row in
                DueTimeline.Row(item: row.item, note: row.note(presentation), day: row.dueDate, isOverdue: row.state == .late)
            },
            outlook: outlook
        ).chart(
            locale.phrase("What to buy next", de: "Was als Nächstes zu kaufen ist", fr: "Que racheter ensuite", es: "Qué comprar ahora"),
            footnote: saving.map {
                locale.phrase(
                    "Cheaper alternatives would save about \($0) a month.", de: "Günstigere Alternativen sparten etwa \($0) im Monat.",
                    fr: "Des articles moins chers épargneraient environ \($0) par mois.",
                    es: "Con alternativas más baratas se ahorrarían unos \($0) al mes.")
            } ?? "",
            presentation
        )
    }
}

extension Recommendation {
    /// The recommendation as it goes on a list.
    func suggestion(_ presentation: Presentation) -> RecommendationsReport.Suggestion {
        RecommendationsReport.Suggestion(
            item: item, category: category, price: averagePrice, reason: reasonText(presentation), dueDate: dueDate,
            isDue: state == .due || state == .late, state: state.name(in: presentation.locale),
            alternative: alternative.map { ($0.item, $0.price, $0.saving) }
        )
    }

    /// What stands beside the item in a picture: how likely it is, where that can be said, or what else there is to say.
    func note(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        guard let shownProbability else { return kind.name(in: locale) }
        return NumberFormat.percent.text(shownProbability, in: locale)
    }
}
