import Foundation
import Purchases

/// What stands beside an item and costs less.
struct Shelf {
    private let everyone: ShopStatistics

    /// What counts as cheaper.
    private static let priceShare = 0.9
    private static let leastLikeness = 0.5

    init(_ everyone: ShopStatistics) { self.everyone = everyone }

    /// Returns the item of the same category that is most like it and known to most shoppers, at 90 % of its price or less.
    ///
    /// Where both names tell a size of the same kind, prices are compared for the same size.
    func alternative(to item: ShopperHistory.Item) -> Recommendation.Alternative? {
        guard let price = everyone.items[item.name]?.medianPrice ?? item.averagePrice, price > .zero,
            let offers = everyone.categories[item.category]?.offers
        else { return nil }
        let words = ShopStatistics.Offer.words(of: item.name)
        let size = PackSize(in: item.name)
        var best: (score: Double, alternative: Recommendation.Alternative)?
        for offer in offers where offer.name != item.name {
            // Without a size to compare, a dearer pack is out at once.
            if size == nil, offer.price.amount > Self.priceShare * price.amount { continue }
            let likeness = Self.jaccard(words, offer.words)
            guard likeness >= Self.leastLikeness else { continue }
            let score = likeness * log(1 + Double(offer.buyers))
            if let best, best.score >= score { continue }
            guard let (comparable, isForSameSize) = Self.comparablePrice(of: offer, size) else { continue }
            guard comparable.amount <= Self.priceShare * price.amount else { continue }
            best = (
                score,
                Recommendation.Alternative(
                    item: offer.name, price: comparable, saving: price - comparable,
                    product: everyone.items[offer.name]?.product ?? "", isForSameSize: isForSameSize)
            )
        }
        return best?.alternative
    }

    /// Returns what as much as `size` costs of the offer; nil where the sizes cannot be compared.
    private static func comparablePrice(of offer: ShopStatistics.Offer, _ size: PackSize?) -> (price: Money, isForSameSize: Bool)? {
        switch (size, PackSize(in: offer.name)) {
        case (let size?, let other?):
            // A name may tell any size.
            guard size.dimension == other.dimension,
                let price = Money(nearestTo: Double(offer.price.thousandths) / 10 * size.amount / other.amount)
            else { return nil }
            return (price, true)
        case (nil, nil): return (offer.price, false)
        case (nil, _?), (_?, nil): return nil
        }
    }

    /// Returns the share of words that two sorted lists have in common.
    private static func jaccard(_ a: [String], _ b: [String]) -> Double {
        // Even if all of the shorter list's words are shared.
        guard Double(min(a.count, b.count)) >= leastLikeness * Double(max(a.count, b.count)) else { return 0 }
        var (i, j, shared) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                (i, j, shared) = (i + 1, j + 1, shared + 1)
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(shared) / Double(a.count + b.count - shared)
    }
}
