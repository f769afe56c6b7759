import Analytics
import Recommendations

/// What the views of a page about a shopper show, in order, each with the name of its insight.
extension Question {
    public static let analytics: [(insight: String, question: Question)] = [
        ("spending-summary", .spendingSummary(.donut)), ("monthly-trends", .monthlyTrends(.bar)),
    ]

    public static let patterns: [(insight: String, question: Question)] = [
        ("top-items", .topItems(limit: 10, by: .count)), ("amount-distribution", .amountDistribution(of: .item, bins: nil)),
        ("seasonal-patterns", .seasonalPatterns(.weekdays)),
    ]

    public static let bucketList: [(insight: String, question: Question)] = [
        ("recommendations", .recommendations(.learned, limit: 15, kind: nil))
    ]

    public static let trends: [(insight: String, question: Question)] = [
        ("spending-changes", .spendingChanges(against: .previous, by: .effect, limit: 10)), ("category-trends", .categoryTrends),
        ("monthly-trends", .monthlyTrends(.area)), ("seasonal-patterns", .seasonalPatterns(.heatmap)),
    ]
}
