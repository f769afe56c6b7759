import Purchases

/// What many shoppers buy, for the places that a shopper's own items do not fill.
struct Popularity {
    private let history: ShopperHistory
    private let everyone: ShopStatistics

    init(of history: ShopperHistory, among everyone: ShopStatistics) {
        self.history = history
        self.everyone = everyone
    }

    func recommendations(limit: Int, where isIncluded: (_ item: String, _ category: String) -> Bool) -> [Recommendation] {
        guard limit > 0 else { return [] }
        let own = history.names()
        var rows: [Recommendation] = []
        for name in everyone.popularItems where rows.count < limit {
            guard !own.contains(name), let item = everyone.items[name], isIncluded(name, item.category) else { continue }
            var row = Recommendation(
                item: name, category: item.category, kind: .habit, score: 0,
                reason: .popular(orders: item.purchases, allOrders: everyone.orders)
            )
            (row.averagePrice, row.product) = (item.medianPrice, item.product)
            rows.append(row)
        }
        return rows
    }
}
