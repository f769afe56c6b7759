import Foundation

/// How well a ranking guessed what was bought.
public struct RankingScores: Hashable, Sendable {
    /// The share of what was bought that is in the ranking.
    public var recall = 0.0
    /// The normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002), with a gain of 1 for what was bought.
    public var ndcg = 0.0
    /// The share of the ranking's places that were bought.
    public var precision = 0.0
    /// 1 where anything in the ranking was bought, else 0.
    public var hit = 0.0

    /// - Parameters:
    ///   - places: how many places a ranking has; those that it leaves empty are misses.
    public init(of ranking: [String], against target: Set<String>, places: Int) {
        guard !target.isEmpty, places > 0 else { return }
        let found = ranking.prefix(places).enumerated().filter { target.contains($0.element) }.map(\.offset)
        func gain(_ place: Int) -> Double { 1 / log2(Double(place) + 2) }
        recall = Double(found.count) / Double(target.count)
        ndcg = found.reduce(0) { $0 + gain($1) } / (0..<min(target.count, places)).reduce(0) { $0 + gain($1) }
        precision = Double(found.count) / Double(places)
        hit = found.isEmpty ? 0 : 1
    }
}
