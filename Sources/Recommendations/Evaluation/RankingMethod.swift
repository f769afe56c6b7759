public import Purchases

/// A way to rank what a shopper will buy next.
public enum RankingMethod: Hashable, Sendable {
    case rules
    /// The shopper's own items by the days they were bought on.
    case frequency
    case learned(RankingConstants)

    /// Returns the names of the first `limit` items, fewer where the method knows no more.
    public func ranking(for history: ShopperHistory, among everyone: ShopStatistics, limit: Int) -> [String] {
        switch self {
        case .rules: return Rules().recommendations(for: history, among: everyone).prefix(limit).map(\.item)
        case .frequency:
            return history.items.sorted { a, b in
                if a.days.count != b.days.count { return a.days.count > b.days.count }
                if a.lastDay != b.lastDay { return a.lastDay > b.lastDay }
                return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
            }.prefix(limit).map(\.name)
        case .learned(let constants):
            let own = RepeatRanking(of: history, among: everyone, by: constants).entries.prefix(limit).map(\.item.name)
            let popular = Popularity(of: history, among: everyone).recommendations(limit: limit - own.count) { _, _ in true }
            return own + popular.map(\.item)
        }
    }
}
