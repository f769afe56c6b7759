public import Purchases

/// What a shopper will probably buy within some days.
///
/// A rate forgets slowly, so it promises too much of what was given up. Of 2,462 households on six days of a year, 0.35 to 0.40 of what
/// has the least probability was bought within two weeks; of what besides passes the two limits below, 0.41 to 0.44, and a fifth of the
/// purchases that were foretold no longer are.
public struct Alerts: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// The item as it is recommended, with its reason.
        public var recommendation: Recommendation
        /// That it is bought within the days: at least `leastProbability`.
        public var probability: Double
    }

    /// Below this, rates promise too much.
    public static let leastProbability = 0.3

    /// What was bought on fewer days has no rhythm yet.
    private static let leastDays = 4
    /// What was not bought for so many of its typical intervals is probably not wanted any more.
    private static let patience = 1.5

    /// The most probable first.
    public var rows: [Row]

    public init(for history: ShopperHistory?, among everyone: ShopStatistics, days: Int, categories: Set<String> = []) {
        guard let history else {
            rows = []
            return
        }
        let ranking = RepeatRanking(of: history, among: everyone)
        rows = ranking.probable(within: days).filter { entry, _ in
            let item = entry.item
            return item.days.count >= Self.leastDays && (categories.isEmpty || categories.contains(item.category))
                && Double(history.today - item.lastDay) <= Self.patience * ranking.typicalInterval(of: entry)
        }.map { Row(recommendation: ranking.row($0.entry), probability: $0.probability) }
    }
}
