public import Purchases

/// An insight, and what was chosen about it.
///
///     let report = Question.topItems(limit: 10, by: .count).report(on: subject, from: history)
public struct Question: Hashable, Sendable {
    public let insight: Insight
    /// By the names of parameters, as a query writes them, with what was left out.
    private let values: [String: String]

    /// - Parameter values: by the names of the insight's parameters, each one that its parameter can have.
    package init(_ insight: Insight, values: [String: String]) {
        self.insight = insight
        let defaults = insight.parameters.compactMap { parameter in parameter.defaultValue.map { (parameter.name, $0) } }
        self.values = values.merging(defaults) { given, _ in given }
    }

    /// Asks with every parameter left out that may be.
    public init(_ insight: Insight) { self.init(insight, values: [:]) }

    subscript<Value>(parameter: TypedParameter<Value>) -> Value {
        values[parameter.name].flatMap(parameter.read) ?? parameter.defaultValue
    }

    /// The question as a query writes it, what was left out included.
    public var fields: [(name: String, value: String)] {
        insight.parameters.compactMap { parameter in values[parameter.name].map { (parameter.name, $0) } }
    }

    /// Whether the answer depends on what other shoppers bought.
    public var needsStatistics: Bool { insight.needsStatistics }

    /// Answers the question.
    ///
    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date; the subject's filter is applied here.
    ///   - everyone: what all shoppers bought, for a question that `needsStatistics`; the others do not look at it.
    public func report(on subject: Subject, from history: [Purchase], among everyone: ShopStatistics = .none) -> any Report {
        report(on: SelectedPurchases(subject, history), among: everyone)
    }

    /// Answers the question from a selection that several questions share.
    public func report(on selection: SelectedPurchases, among everyone: ShopStatistics = .none) -> any Report {
        insight.report(self, selection, everyone)
    }
}
