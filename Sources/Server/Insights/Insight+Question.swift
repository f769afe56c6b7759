import Analytics
import Recommendations
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
        case .seasonalPatterns: .seasonalPatterns(reader.value(.choice("chart")) ?? .heatmap)
        case .priceHistory: .priceHistory(item: reader.required(.text("item", upTo: 500), such: "item=Whole%20Milk") ?? "")
        case .spendingChanges:
            .spendingChanges(
                against: reader.value(.choice("compare")) ?? .previous, by: reader.value(.choice("by")) ?? .effect,
                limit: reader.value(.wholeNumber("limit", in: 1...50)) ?? 10
            )
        case .recommendations: Self.recommendations(&reader)
        case .alerts: .alerts(days: reader.value(.wholeNumber("days", in: 1...90)) ?? 14)
        case .pantry: .pantry
        }
    }

    private static func recommendations(_ reader: inout QueryReader) -> Question {
        let limit = reader.value(.wholeNumber("limit", in: 1...100)) ?? 15
        let kind = reader.value(Parameter<Recommendation.Kind>.choice("kind"))
        let minPurchases = reader.value(.wholeNumber("min_purchases", in: 1...1_000))
        let targetInterval = reader.value(.wholeNumber("target_interval", in: 1...365))
        if reader.value(Parameter<Bool>.choice("method", among: ["learned": false, "rules": true])) ?? false {
            if kind != nil { reader.refuse("kind", "the rules know no kinds; leave it out, or ask for method=learned") }
            var rules = Rules()
            if let minPurchases { rules.minPurchases = minPurchases }
            if let targetInterval { rules.targetInterval = targetInterval }
            return .recommendations(.rules(rules), limit: limit, kind: nil)
        }
        for (name, value) in [("min_purchases", minPurchases), ("target_interval", targetInterval)] where value != nil {
            reader.refuse(name, "belongs to the rules; add method=rules, or leave it out")
        }
        return .recommendations(.learned, limit: limit, kind: kind)
    }
}

extension Question {
    /// The question as a query writes it, what was left out included.
    var fields: [(name: String, value: String)] {
        switch self {
        case .metrics, .categoryTrends, .pantry: []
        case .seasonalPatterns(let form): [("chart", form.rawValue)]
        case .spendingSummary(let form): [("chart", form.rawValue)]
        case .monthlyTrends(let form): [("chart", form.rawValue)]
        case .topItems(let limit, let ranking): [("limit", String(limit)), ("by", ranking.rawValue)]
        case .amountDistribution(let unit, let bins): [("of", unit.rawValue)] + (bins.map { [("bins", String($0))] } ?? [])
        case .priceHistory(let item): [("item", item)]
        case .spendingChanges(let base, let form, let limit):
            [("compare", base.rawValue), ("by", form.rawValue), ("limit", String(limit))]
        case .recommendations(.learned, let limit, let kind):
            [("method", "learned"), ("limit", String(limit))] + (kind.map { [("kind", $0.rawValue)] } ?? [])
        case .recommendations(.rules(let rules), let limit, _):
            [
                ("method", "rules"), ("limit", String(limit)), ("min_purchases", String(rules.minPurchases)),
                ("target_interval", String(rules.targetInterval)),
            ]
        case .alerts(let days): [("days", String(days))]
        }
    }
}
