public import Charts
public import Recommendations

/// A report that suggests what to buy.
public protocol SuggestingReport: Report {
    /// In the order in which they are shown.
    var suggested: [Recommendation] { get }
}

extension RecommendationsReport: SuggestingReport {
    public var suggested: [Recommendation] { list.rows }
}

extension AlertsReport: SuggestingReport {
    public var suggested: [Recommendation] { alerts.rows.map(\.recommendation) }
}

extension Locale {
    /// Returns what a kind of suggestion is called; its own name for one that this version does not know.
    public func name(ofSuggestionKind kind: String) -> String { Recommendation.Kind(rawValue: kind)?.name(in: self) ?? kind }
}
