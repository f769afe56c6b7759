public import Charts
public import Purchases
public import Recommendations

extension Insight {
    public static let recommendations = Insight(
        "recommendations", "What to buy next, and why", chart: "a timeline by due date",
        parameters: [
            RecommendationsReport.limit.parameter, RecommendationsReport.kind.parameter, RecommendationsReport.method.parameter,
            RecommendationsReport.minPurchases.parameter, RecommendationsReport.targetInterval.parameter,
        ],
        needsStatistics: true, conflicts: RecommendationsReport.conflicts
    ) { question, selection, everyone in
        RecommendationsReport(ForecastContext(selection, everyone), by: RecommendationsReport.criteria(of: question, selection.subject))
    }
}

extension Question {
    public static func recommendations(_ method: RecommendationList.Method, limit: Int, kind: Recommendation.Kind?) -> Question {
        var values = ["limit": String(limit), "kind": kind?.rawValue].compactMapValues { $0 }
        if case .rules(let rules) = method {
            values["method"] = RecommendationsReport.MethodName.rules.rawValue
            values["min_purchases"] = String(rules.minPurchases)
            values["target_interval"] = String(rules.targetInterval)
        }
        return Question(.recommendations, values: values)
    }
}

/// What to buy next, each with its reason.
public struct RecommendationsReport: ForecastReport {
    enum MethodName: String, CaseIterable, Sendable { case learned, rules }

    static let limit = TypedParameter.number("limit", in: 1...100, default: 15, .rowLimit)
    static let kind = TypedParameter<Recommendation.Kind?>.choice("kind", "Only suggestions of this kind.")
    static let method = TypedParameter.choice(
        "method", default: MethodName.learned, "`learned` from all purchases, the default, or by plain `rules`.")
    static let minPurchases = TypedParameter<Int?>.number(
        "min_purchases", in: 1...1_000, "With the rules: how often an item was bought at least; 2 unless told.")
    static let targetInterval = TypedParameter<Int?>.number(
        "target_interval", in: 1...365,
        "With the rules: the days between two purchases that are looked for, give or take half; 30 unless told.")

    /// Returns what was asked of one method and belongs to the other.
    static func conflicts(_ given: [String: String]) -> [(parameter: String, reason: String)] {
        if given["method"] == MethodName.rules.rawValue {
            return given["kind"] == nil ? [] : [("kind", "the rules know no kinds; leave it out, or ask for method=learned")]
        }
        return [minPurchases.name, targetInterval.name].filter { given[$0] != nil }
            .map { ($0, "belongs to the rules; add method=rules, or leave it out") }
    }

    static func criteria(of question: Question, _ subject: Subject) -> RecommendationList.Criteria {
        var criteria = RecommendationList.Criteria(
            limit: question[limit], kind: question[kind], categories: subject.filter.categories)
        guard question[method] == .rules else { return criteria }
        var rules = Rules()
        if let count = question[minPurchases] { rules.minPurchases = count }
        if let days = question[targetInterval] { rules.targetInterval = days }
        criteria.method = .rules(rules)
        return criteria
    }

    let context: ForecastContext
    let criteria: RecommendationList.Criteria
    let list: RecommendationList

    init(_ context: ForecastContext, by criteria: RecommendationList.Criteria) {
        self.context = context
        self.criteria = criteria
        list = RecommendationList(for: context.history, among: context.everyone, by: criteria)
    }

    /// Makes the list that is shown when nothing else is asked for, or one of a kind.
    public init(
        on subject: Subject, from history: [Purchase], among everyone: ShopStatistics, kind: Recommendation.Kind? = nil, limit: Int = 15
    ) {
        self.init(ForecastContext(subject, history, everyone), by: .init(limit: limit, kind: kind, categories: subject.filter.categories))
    }

    /// The day that counts as today.
    public var today: CalendarDate { context.today }

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
        /// What puts it into the shop's cart; nil where there is no such address.
        public var cart: String?
        /// Something much like it that costs so much less; nil where nothing does.
        public var alternative: (item: String, price: Money, saving: Money)?
    }

    public func suggestions(_ presentation: Presentation) -> [Suggestion] { list.rows.map { $0.suggestion(presentation) } }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let saving = list.monthlySaving > .zero && presentation.keepsMoney ? presentation.text(ofPrice: list.monthlySaving) : nil
        return DueTimeline(
            rows: list.rows.map { row in
                DueTimeline.Row(item: row.item, note: row.note(presentation), day: row.dueDate, isOverdue: row.state == .late)
            },
            context: context
        ).chart(
            locale.buyNext,
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
            cart: presentation.cartLink?.address(of: cartProduct),
            alternative: alternative.map { ($0.item, $0.price, $0.saving) }
        )
    }

    /// What stands beside the item in a picture: how likely it is, where that can be said, or what else there is to say.
    func note(_ presentation: Presentation) -> String {
        let locale = presentation.locale
        guard let shownProbability else { return kind.name(in: locale) }
        return NumberFormat.percent.text(presentation.redaction.number(shownProbability), in: locale)
    }
}
