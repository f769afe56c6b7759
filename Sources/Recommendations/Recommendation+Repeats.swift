import Purchases

extension Recommendation {
    /// Why a shopper's own item is suggested, in counts.
    public struct Repeats: Hashable, Sendable {
        /// Of all shoppers, where it says something.
        public enum Everyone: Hashable, Sendable {
            /// The share of all orders that have the item.
            case orders(share: Double)
            /// The share of those who bought it that have it in their very next order.
            case nextOrder(share: Double)
        }

        /// How many of the shopper's orders have the item, and how many orders there are.
        public var (orders, allOrders): (Int, Int)
        /// How many of the last ten; nil where there are not more than ten.
        public var lately: Int?
        /// Whether the orders with it are much smaller than the others.
        public var isOftenInSmallOrders: Bool
        public var everyone: Everyone?

        public init(orders: Int, allOrders: Int, lately: Int? = nil, isOftenInSmallOrders: Bool = false, everyone: Everyone? = nil) {
            (self.orders, self.allOrders) = (orders, allOrders)
            self.lately = lately
            self.isOftenInSmallOrders = isOftenInSmallOrders
            self.everyone = everyone
        }

        init(of item: ShopperHistory.Item, in history: ShopperHistory, among everyone: ShopStatistics) {
            let (count, all) = (item.orders.count, history.days.count)
            let size = item.orders.reduce(0) { $0 + history.orderSizes[$1] }
            self.init(
                orders: count, allOrders: all, lately: all > 10 ? item.orders.reversed().prefix { $0 >= all - 10 }.count : nil,
                isOftenInSmallOrders: count > 2 && Double(size) / Double(count) < 0.6 * history.meanOrderSize,
                everyone: Everyone(of: item.shared, among: everyone)
            )
        }
    }
}

extension Recommendation.Repeats.Everyone {
    fileprivate init?(of item: SharedCounts, among everyone: ShopStatistics) {
        let (orderShare, repeatShare) = (Double(item.purchases) / Double(max(1, everyone.orders)), item.repeatShare)
        if orderShare > 0.05 {
            self = .orders(share: orderShare)
        } else if item.followed > 20, repeatShare > 0.2 {
            self = .nextOrder(share: repeatShare)
        } else {
            return nil
        }
    }
}
