import Analytics
import Reports

extension Question {
    /// Every question, in each of its forms: what must hold for all reports is tested on these.
    static let samples: [Question] = [
        .metrics, .spendingSummary(.donut), .spendingSummary(.bar), .monthlyTrends(.bar), .monthlyTrends(.stacked),
        .monthlyTrends(.area), .monthlyTrends(.line), .categoryTrends, .topItems(limit: 3, by: .count),
        .topItems(limit: 3, by: .spend), .amountDistribution(of: .item, bins: nil), .amountDistribution(of: .order, bins: 8),
        .seasonalPatterns(.heatmap), .seasonalPatterns(.weekdays), .priceHistory(item: "Milk"),
        .spendingChanges(against: .previous, by: .effect, limit: 10),
        .spendingChanges(against: .previous, by: .category, limit: 10), .spendingChanges(against: .previous, by: .item, limit: 10),
    ]
}
