import Foundation
import Purchases

/// Categories that are new to a shopper, by how well they go with those that are not, and how many shoppers begin with them now.
struct Diversity {
    private let history: ShopperHistory
    private let everyone: ShopStatistics

    init(of history: ShopperHistory, among everyone: ShopStatistics) {
        self.history = history
        self.everyone = everyone
    }

    /// Returns the most bought item of each new category, the best category first.
    func recommendations(limit: Int, where isIncluded: (_ category: String) -> Bool) -> [Recommendation] {
        var scores: [String: Double] = [:]
        // In order: a sum of floating-point numbers depends on it.
        for category in history.categories.sorted() {
            guard let own = everyone.categories[category] else { continue }
            for (name, shared) in own.sharedBuyers where !history.categories.contains(name) && isIncluded(name) {
                guard let other = everyone.categories[name], other.buyers > 0 else { continue }
                // The cosine of the two sets of shoppers.
                scores[name, default: 0] += Double(shared) / (Double(own.buyers) * Double(other.buyers)).squareRoot()
            }
        }
        let ranked = scores.compactMap { name, likeness -> (name: String, category: ShopStatistics.Category, score: Double)? in
            guard let category = everyone.categories[name] else { return nil }
            return (name, category, likeness * (Double(category.recentEntries) / Double(max(1, everyone.shoppers)) + 0.002))
        }.sorted { a, b in a.score != b.score ? a.score > b.score : a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
        let own = history.names()
        return ranked.lazy.compactMap { name, category, score -> Recommendation? in
            // An item may be in several categories, and known from another.
            guard let item = category.mostBought, !own.contains(item) else { return nil }
            var row = Recommendation(
                item: item, category: name, kind: .diversify, score: score,
                reason: .newCategory(name, buyers: category.buyers, shoppers: everyone.shoppers)
            )
            (row.averagePrice, row.product) = (everyone.items[item]?.medianPrice, everyone.items[item]?.product ?? "")
            return row
        }.prefix(limit).map { $0 }
    }
}
