import Analytics
import Reports

extension Insight {
    /// Reads what the insight lets a client choose.
    func question(_ reader: inout QueryReader) -> Question {
        switch self {
        case .metrics: .metrics
        case .spendingSummary: .spendingSummary(reader.value(.choice("chart")) ?? .donut)
        case .monthlyTrends: .monthlyTrends(reader.value(.choice("chart")) ?? .bar)
        case .categoryTrends: .categoryTrends
        case .topItems:
            .topItems(limit: reader.value(.wholeNumber("limit", in: 1...50)) ?? 10, by: reader.value(.choice("by")) ?? .count)
        case .amountDistribution:
            .amountDistribution(of: reader.value(.choice("of")) ?? .item, bins: reader.value(.wholeNumber("bins", in: 1...40)))
        case .seasonalPatterns: .seasonalPatterns
        case .priceHistory: .priceHistory(item: reader.required(.text("item", upTo: 500), such: "item=Whole%20Milk") ?? "")
        case .spendingChanges:
            .spendingChanges(
                against: reader.value(.choice("compare")) ?? .previous, by: reader.value(.choice("by")) ?? .effect,
                limit: reader.value(.wholeNumber("limit", in: 1...50)) ?? 10
            )
        }
    }
}

extension Question {
    /// The question as a query writes it, what was left out included.
    var fields: [(name: String, value: String)] {
        switch self {
        case .metrics, .categoryTrends, .seasonalPatterns: []
        case .spendingSummary(let form): [("chart", form.rawValue)]
        case .monthlyTrends(let form): [("chart", form.rawValue)]
        case .topItems(let limit, let ranking): [("limit", String(limit)), ("by", ranking.rawValue)]
        case .amountDistribution(let unit, let bins): [("of", unit.rawValue)] + (bins.map { [("bins", String($0))] } ?? [])
        case .priceHistory(let item): [("item", item)]
        case .spendingChanges(let base, let form, let limit):
            [("compare", base.rawValue), ("by", form.rawValue), ("limit", String(limit))]
        }
    }
}
