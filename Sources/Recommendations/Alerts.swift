public import Purchases

/// What a shopper will probably buy within some days.
public struct Alerts: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// The item as it is recommended, with its reason.
        public var recommendation: Recommendation
        /// That it is bought within the days: at least `leastProbability`.
        public var probability: Double
    }

    /// Below this, rates promise too much.
    public static let leastProbability = 0.3

    /// The most probable first.
    public var rows: [Row]

    public init(for history: ShopperHistory?, among everyone: ShopStatistics, days: Int, categories: Set<String> = []) {
        guard let history else {
            rows = []
            return
        }
        let ranking = RepeatRanking(of: history, among: everyone)
        rows = ranking.entries.lazy.filter { categories.isEmpty || categories.contains($0.item.category) }.map { entry in
            (entry, RepeatRates.probability(rate: entry.rate, days: days))
        }.prefix { $1 >= Self.leastProbability }.map { Row(recommendation: ranking.row($0), probability: $1) }
    }
}
