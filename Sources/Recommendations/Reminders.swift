public import Purchases

/// What a shopper buys again and again, by the days around which it runs out.
public struct Reminders: Hashable, Sendable {
    /// What runs out first is first; each with a due date.
    public var rows: [Recommendation]

    /// Who subscribes to everything is reminded of nothing.
    private static let limit = 50
    /// What should have been used up long ago helps nobody, and what is next year is a guess.
    private static let days = -14...90
    private static let horizon = 30

    public init(for history: ShopperHistory?, among everyone: ShopStatistics, categories: Set<String> = []) {
        guard let history else {
            rows = []
            return
        }
        let ranking = RepeatRanking(of: history, among: everyone)
        let likely = ranking.probable(within: Self.horizon, least: Alerts.leastProbability).lazy.map(\.entry).filter { entry in
            categories.isEmpty || categories.contains(entry.item.category)
        }.map(ranking.row).filter { row in row.timing.map { Self.days.contains($0.daysLeft) } ?? false }
        rows = likely.prefix(Self.limit).sorted { a, b in
            guard let one = a.dueDate, let other = b.dueDate, one != other else {
                return a.item.utf8.lexicographicallyPrecedes(b.item.utf8)
            }
            return one < other
        }
    }
}
