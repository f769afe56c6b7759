public import Analytics
public import Purchases
public import Recommendations

/// What can be asked about a shopper's purchases.
///
///     let report = Question.topItems(limit: 10, by: .count).report(on: subject, from: history)
public enum Question: Hashable, Sendable {
    case metrics
    case spendingSummary(SpendingSummaryReport.Form)
    case monthlyTrends(MonthlyTrendsReport.Form)
    case categoryTrends
    case topItems(limit: Int, by: TopItems.Ranking)
    /// `bins` is a wish; nil leaves their number to the data.
    case amountDistribution(of: AmountDistribution.Unit, bins: Int?)
    case seasonalPatterns(SeasonalPatternsReport.Form)
    /// The item's name is matched as `checkItem(in:)` does.
    case priceHistory(item: String)
    /// Why spending changed; of the regulars that are new, gone or dearer, so many are listed.
    case spendingChanges(against: ComparedPeriods.Base, by: SpendingChangesReport.Form, limit: Int)
    /// What to buy next.
    case recommendations(RecommendationList.Method, limit: Int, kind: Recommendation.Kind?)
    /// What will probably be bought within so many days.
    case alerts(days: Int)
    /// What is probably still at home.
    case pantry

    /// Answers the question.
    ///
    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date; the subject's filter is applied here.
    ///   - everyone: what all shoppers bought, for a question that `needsStatistics`; the others do not look at it.
    public func report(on subject: Subject, from history: [Purchase], among everyone: ShopStatistics = .none) -> any Report {
        report(on: Facts(subject, history), among: everyone)
    }

    /// Answers the question from facts that several questions share.
    public func report(on facts: Facts, among everyone: ShopStatistics = .none) -> any Report {
        switch self {
        case .metrics: MetricsReport(facts)
        case .spendingSummary(let form): SpendingSummaryReport(facts, form: form)
        case .monthlyTrends(let form): MonthlyTrendsReport(facts, form: form)
        case .categoryTrends: CategoryTrendsReport(facts)
        case .topItems(let limit, let ranking): TopItemsReport(facts, limit: limit, by: ranking)
        case .amountDistribution(let unit, let bins): AmountDistributionReport(facts, by: unit, binCount: bins)
        case .seasonalPatterns(let form): SeasonalPatternsReport(facts, form: form)
        case .priceHistory(let item): PriceHistoryReport(facts, item: item)
        case .spendingChanges(let base, let form, let limit): SpendingChangesReport(facts, against: base, form: form, limit: limit)
        case .recommendations(let method, let limit, let kind):
            RecommendationsReport(
                Outlook(facts.subject, facts.history, everyone),
                by: .init(method: method, limit: limit, kind: kind, categories: facts.subject.filter.categories))
        case .alerts(let days): AlertsReport(Outlook(facts.subject, facts.history, everyone), days: days)
        case .pantry: PantryReport(Outlook(facts.subject, facts.history, everyone))
        }
    }

    /// Whether the answer depends on what other shoppers bought.
    public var needsStatistics: Bool {
        switch self {
        case .metrics, .spendingSummary, .monthlyTrends, .categoryTrends, .topItems, .amountDistribution, .seasonalPatterns, .priceHistory,
            .spendingChanges:
            false
        case .recommendations, .alerts, .pantry: true
        }
    }

    /// What a page about a shopper shows, in order, each with the name of its insight.
    public static let overview: [(insight: String, question: Question)] = [
        ("spending-summary", .spendingSummary(.donut)), ("monthly-trends", .monthlyTrends(.bar)),
        ("top-items", .topItems(limit: 10, by: .count)), ("amount-distribution", .amountDistribution(of: .item, bins: nil)),
    ]
}
