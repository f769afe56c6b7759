public import Purchases

/// What one shopper might buy next, best first.
///
///     let list = RecommendationList(for: history, among: everyone, by: .init(limit: 10))
public struct RecommendationList: Hashable, Sendable {
    public enum Method: Hashable, Sendable {
        case learned
        case rules(Rules)
    }

    /// What a list is asked to have.
    public struct Criteria: Hashable, Sendable {
        public var method: Method
        public var limit: Int
        /// The only kind to show; nil for the best of all.
        public var kind: Recommendation.Kind?
        /// The only categories to show; empty for all.
        public var categories: Set<String>

        public init(method: Method = .learned, limit: Int = 15, kind: Recommendation.Kind? = nil, categories: Set<String> = []) {
            self.method = method
            self.limit = limit
            self.kind = kind
            self.categories = categories
        }
    }

    public var rows: [Recommendation]
    /// What a month would cost less if every alternative were taken, by how often each item is bought.
    public var monthlySaving: Money

    /// The places that belong to what the shopper buys anyway, whatever else there is.
    private static let ownPlaces = 10

    public init(for history: ShopperHistory?, among everyone: ShopStatistics, by criteria: Criteria) {
        guard let history else {
            (rows, monthlySaving) = ([], .zero)
            return
        }
        func passes(_ category: String) -> Bool { criteria.categories.isEmpty || criteria.categories.contains(category) }
        func cut(_ rows: some Sequence<Recommendation>) -> [Recommendation] {
            Array(rows.lazy.filter { passes($0.category) }.prefix(criteria.limit))
        }
        if case .rules(let rules) = criteria.method {
            rows = cut(rules.recommendations(for: history, among: everyone))
            monthlySaving = .zero
            return
        }
        switch criteria.kind {
        case nil:
            let limit = criteria.limit
            // At most one place in ten for what is new, and none of the first ten.
            let new = Diversity(of: history, among: everyone).recommendations(limit: limit, where: passes)
                .prefix(max(0, min(limit / 10, limit - Self.ownPlaces)))
            var ranking = RepeatRanking(of: history, among: everyone)
            ranking.keep(where: passes)
            rows = ranking.rows(limit: limit - new.count)
            let listed = Set(new.map(\.item))
            let popularity = Popularity(of: history, among: everyone)
            rows += popularity.recommendations(limit: limit - new.count - rows.count) { passes($1) && !listed.contains($0) }
            // In a shop with so few items that there are no ten others, what is new is merely popular.
            rows +=
                rows.count >= Self.ownPlaces ? new : popularity.recommendations(limit: new.count) { passes($1) && listed.contains($0) }[...]
        case .replenish, .habit:
            rows = cut(RepeatRanking(of: history, among: everyone).rows(limit: .max).lazy.filter { $0.kind == criteria.kind })
        case .diversify: rows = Diversity(of: history, among: everyone).recommendations(limit: criteria.limit, where: passes)
        case .save: rows = cut(RepeatRanking(of: history, among: everyone).savings())
        case .seasonal: rows = Season(of: history, among: everyone).recommendations(limit: criteria.limit, where: passes)
        }
        let saving = rows.reduce(0.0) { $0 + $1.monthlySaving }
        monthlySaving = Money(nearestTo: saving * 100) ?? .zero
    }
}
