import Purchases
import Reports
import Server

extension Question {
    /// Every question, in each of its forms, as it is asked over HTTP: what must hold for all answers is tested on these.
    static let addresses: [(insight: Insight, query: String)] = [
        (.metrics, ""), (.spendingSummary, "chart=donut"), (.spendingSummary, "chart=bar"), (.monthlyTrends, "chart=bar"),
        (.monthlyTrends, "chart=stacked"), (.monthlyTrends, "chart=area"), (.monthlyTrends, "chart=line"), (.categoryTrends, ""),
        (.topItems, "limit=3&by=count"), (.topItems, "limit=3&by=spend"), (.amountDistribution, "of=item"),
        (.amountDistribution, "of=order&bins=8"), (.seasonalPatterns, "chart=heatmap"), (.seasonalPatterns, "chart=weekdays"),
        (.priceHistory, "item=Milk"), (.spendingChanges, "by=effect"), (.spendingChanges, "by=category"), (.spendingChanges, "by=item"),
        (.spendingChanges, "compare=year"), (.recommendations, "method=learned"), (.recommendations, "kind=save"),
        (.recommendations, "method=rules"), (.alerts, "days=14"), (.pantry, ""),
    ]

    static let samples: [Question] = addresses.compactMap { insight, query in
        try? InsightRequest(insight, of: UserID(rawValue: "U1"), query: Query(encoded: query)).question
    }
}
