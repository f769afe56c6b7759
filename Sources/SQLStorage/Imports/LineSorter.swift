import Histories
import Purchases
import Storage

/// Puts lines in order of their shoppers, and each shopper's in order of their orders.
///
/// Each text is looked up once a line at most, and numbers are sorted instead of texts. Articles keep their numbers from one part of a log to
/// the next, as long as there are not too many.
struct LineSorter {
    private struct OrderName: Hashable {
        var shopper: Int
        var id: ExactText
    }

    private struct Entry {
        var order: Int
        var line: LogPart.Line
    }

    /// How many articles are kept in mind.
    private let articleLimit: Int
    private var articles = ArticleTable()
    /// Of the present part, those that have no number in the log.
    private var otherArticles = ArticleTable()
    private var shoppers: [ExactText: Int] = [:]
    /// By shopper, the orders of each.
    private var ownOrders: [[Int]] = []
    private var orderPlaces: [OrderName: Int] = [:]
    private var orders: [OrderName] = []
    private var entries: [Entry] = []
    /// The shopper and the order of the line before are most often those of the next line too.
    private var last: (user: ExactText, shopper: Int, order: Int)?

    init(articleLimit: Int) { self.articleLimit = articleLimit }

    /// How many lines wait.
    var count: Int { entries.count }

    /// By their numbers.
    var numberedArticles: [History.Article] { articles.articles }

    mutating func add(_ purchase: Purchase) {
        let order = order(of: purchase)
        let article = History.Article(
            item: purchase.itemName, brand: purchase.brand, category: purchase.category, product: purchase.productID)
        let number = articles.number(of: article, limit: articleLimit) ?? articleLimit + otherArticles.number(of: article)
        entries.append(
            Entry(
                order: order,
                line: LogPart.Line(
                    article: Int32(number), day: Int32(purchase.date.dayNumber), quantity: purchase.quantity.thousandths,
                    price: purchase.basePrice.millionths, total: purchase.totalPrice.thousandths)))
    }

    private mutating func order(of purchase: Purchase) -> Int {
        let (user, id) = (ExactText(purchase.user.rawValue), ExactText(purchase.order.rawValue))
        let shopper: Int
        if let last, last.user == user {
            if orders[last.order].id == id { return last.order }
            shopper = last.shopper
        } else {
            shopper = shoppers[user] ?? ownOrders.count
            if shopper == ownOrders.count {
                shoppers[user] = shopper
                ownOrders.append([])
            }
        }
        let name = OrderName(shopper: shopper, id: id)
        let order = orderPlaces[name] ?? orders.count
        if order == orders.count {
            orderPlaces[name] = order
            orders.append(name)
            ownOrders[shopper].append(order)
        }
        last = (user, shopper, order)
        return order
    }

    /// Returns the shoppers of the present part in order, and forgets it.
    mutating func takeParts() -> [LogPart] {
        let (places, ends) = placesByOrder()
        var parts: [LogPart] = []
        parts.reserveCapacity(shoppers.count)
        for (user, shopper) in shoppers.sorted(by: { $0.key < $1.key }) {
            var part = LogPart(user: user)
            /// The places of articles without a number in the part.
            var ownPlaces: [Int32: Int32] = [:]
            for order in ownOrders[shopper].sorted(by: { orders[$0].id < orders[$1].id }) {
                let start = part.lines.count
                for place in places[(order == 0 ? 0 : ends[order - 1])..<ends[order]] {
                    var line = entries[place].line
                    if line.article >= articleLimit {
                        let own = ownPlaces[line.article] ?? Int32(part.ownArticles.count)
                        if own == part.ownArticles.count {
                            ownPlaces[line.article] = own
                            part.ownArticles.append(otherArticles.articles[Int(line.article) - articleLimit])
                        }
                        line.article = Int32(articleLimit) + own
                    }
                    part.lines.append(line)
                }
                part.orders.append(LogPart.Order(id: orders[order].id, lines: start..<part.lines.count))
            }
            parts.append(part)
        }
        forgetPart()
        return parts
    }

    private mutating func forgetPart() {
        shoppers.removeAll(keepingCapacity: true)
        ownOrders.removeAll(keepingCapacity: true)
        orderPlaces.removeAll(keepingCapacity: true)
        orders.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        otherArticles = ArticleTable()
        last = nil
    }

    /// Returns the places of the lines by their orders, as they came, and where those of each order end.
    private func placesByOrder() -> (places: [Int], ends: [Int]) {
        var ends = [Int](repeating: 0, count: orders.count)
        for entry in entries { ends[entry.order] += 1 }
        var sum = 0
        for order in ends.indices {
            sum += ends[order]
            ends[order] = sum - ends[order]
        }
        var places = [Int](repeating: 0, count: entries.count)
        for (place, entry) in entries.enumerated() {
            places[ends[entry.order]] = place
            ends[entry.order] += 1
        }
        return (places, ends)
    }
}
