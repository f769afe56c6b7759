/// What can be asked about a shopper, by the name it has in addresses and on the command line.
public enum Insight: String, CaseIterable, Sendable {
    case metrics
    case spendingSummary = "spending-summary"
    case monthlyTrends = "monthly-trends"
    case categoryTrends = "category-trends"
    case topItems = "top-items"
    case amountDistribution = "amount-distribution"
    case seasonalPatterns = "seasonal-patterns"
    case priceHistory = "price-history"
    case spendingChanges = "spending-changes"
    case recommendations
    case alerts
    case pantry
}
