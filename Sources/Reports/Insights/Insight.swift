import Purchases

/// What can be asked about a shopper: all that the program knows of it but the answer itself.
///
/// Each stands beside its report. HTTP, the command line, the description of the API, pages and the documentation's table read it here.
public struct Insight: Sendable {
    /// As in addresses and on the command line.
    public let name: String
    /// In a few words, what it says.
    public let summary: String
    /// What its chart is, in a few words.
    public let chart: String
    public let parameters: [InsightParameter]
    /// Whether the answer depends on what other shoppers bought.
    let needsStatistics: Bool
    let reliance: Reliance
    /// The JSON of the answer, however much is told.
    package let schema: Schema
    /// The reasons for which a question is ruled out where no more is told.
    let refusals: @Sendable (Question) -> Refusals
    /// Returns what is wrong with values that were given together, by the names of their parameters.
    package let conflicts: @Sendable (_ given: [String: String]) -> [(parameter: String, reason: String)]
    let report: @Sendable (Question, SelectedPurchases, ShopStatistics) -> any Report

    /// What an answer depends on of the day it is, where its subject ends with no day.
    enum Reliance: Sendable {
        case none
        /// On the month that is not over.
        case unfinishedMonth
        /// On the days of a period that are still to come, or on the month that is not over.
        case comparedDays
    }

    init<Answer: DeclaredReport>(
        _ name: String, _ summary: String, chart: String, parameters: [InsightParameter] = [], needsStatistics: Bool = false,
        reliance: Reliance = .none, refusals: @escaping @Sendable (Question) -> Refusals = { _ in [:] },
        conflicts: @escaping @Sendable ([String: String]) -> [(parameter: String, reason: String)] = { _ in [] },
        report: @escaping @Sendable (Question, SelectedPurchases, ShopStatistics) -> Answer
    ) {
        self.name = name
        self.summary = summary
        self.chart = chart
        self.parameters = parameters
        self.needsStatistics = needsStatistics
        self.reliance = reliance
        self.refusals = refusals
        self.conflicts = conflicts
        self.report = report
        schema = Answer.schema
    }
}

extension Insight: CaseIterable {
    /// Every insight, in the order in which they are listed.
    public static let allCases: [Insight] = [
        .metrics, .spendingSummary, .monthlyTrends, .categoryTrends, .topItems, .amountDistribution, .seasonalPatterns, .priceHistory,
        .spendingChanges, .recommendations, .alerts, .pantry,
    ]

    /// Every parameter of an insight, each name once, with the words of all insights that take it.
    public static let parameters: [InsightParameter] = allCases.flatMap(\.parameters).reduce(into: []) { parameters, parameter in
        guard let index = parameters.firstIndex(where: { $0.name == parameter.name }) else { return parameters.append(parameter) }
        if case .choice(let known) = parameters[index].kind, case .choice(let words) = parameter.kind {
            parameters[index].kind = .choice(known + words.filter { !known.contains($0) })
        }
    }

    /// Returns the insight of a name, or nil.
    public init?(named name: String) {
        guard let insight = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = insight
    }
}

extension Insight: Hashable, CustomStringConvertible {
    public static func == (a: Insight, b: Insight) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    public var description: String { name }
}

/// Reasons that several insights have in common.
extension String {
    static let comparesSums =
        "leaves nothing of this insight, which compares sums and has no course over time; use 'share', or ask for monthly-trends"
    static let isAboutPrices = "leaves nothing of this insight, which is about prices: they are no parts of a whole; use 'rounded'"
}
