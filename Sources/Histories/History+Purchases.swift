public import Purchases

extension History {
    /// Makes the history of one shopper's purchases.
    ///
    /// - Parameter purchases: in any order, the lines of each order in theirs.
    public init(of purchases: some Sequence<Purchase>) {
        var places: [Article: Int] = [:]
        var orderPlaces: [[UInt8]: Int] = [:]
        var orders: [(id: String, lines: [Line])] = []
        self.init(decimals: .ofPurchases)
        for purchase in purchases {
            let article = Article(
                item: purchase.itemName, brand: purchase.brand, category: purchase.category, product: purchase.productID)
            let place = places[article] ?? articles.count
            if place == articles.count {
                places[article] = place
                articles.append(article)
            }
            let id = purchase.order.rawValue
            // The order of the line before is most often that of the next line too.
            var order = orders.count - 1
            if orders.last.map({ !$0.id.hasSameBytes(as: id) }) ?? true {
                let key = Array(id.utf8)
                order = orderPlaces[key] ?? orders.count
                if order == orders.count {
                    orderPlaces[key] = order
                    orders.append((id, []))
                }
            }
            orders[order].lines.append(
                Line(
                    article: place, day: purchase.date.dayNumber, quantity: purchase.quantity.thousandths,
                    price: purchase.basePrice.millionths, total: purchase.totalPrice.thousandths
                )
            )
        }
        for (id, own) in orders.sorted(by: { $0.id.precedesByBytes($1.id) }) {
            self.orders.append(Order(id: id, lines: lines.count..<lines.count + own.count))
            lines += own
        }
    }

    /// Returns the purchases of the shopper, by date, then order, then line.
    public func purchases(of user: UserID) -> [Purchase] { linesByDate.map { purchase(lines[$0.line], of: orders[$0.order].id, by: user) } }

    /// Returns the purchases of the shopper as a log has them, by order, then line.
    public func log(of user: UserID) -> [Purchase] {
        var purchases: [Purchase] = []
        purchases.reserveCapacity(lines.count)
        for order in orders { for line in lines[order.lines] { purchases.append(purchase(line, of: order.id, by: user)) } }
        return purchases
    }

    /// Returns a line of the history, or of one with the same decimals and articles, as a purchase.
    public func purchase(_ line: Line, of order: String, by user: UserID) -> Purchase {
        let article = articles[line.article]
        return Purchase(
            user: user, order: OrderID(rawValue: order), date: CalendarDate(dayNumber: line.day),
            productID: article.product, itemName: article.item, brand: article.brand, category: article.category,
            quantity: quantity(of: line), basePrice: price(of: line), totalPrice: total(of: line)
        )
    }

    /// Returns how much a line is about.
    public func quantity(of line: Line) -> Quantity {
        Quantity(thousandths: Self.rescaled(line.quantity, from: decimals.quantity, to: 3))
    }

    /// Returns the price of one.
    public func price(of line: Line) -> UnitPrice { UnitPrice(millionths: Self.rescaled(line.price, from: decimals.price, to: 6)) }

    /// Returns what a line came to.
    public func total(of line: Line) -> Money { Money(thousandths: Self.rescaled(line.total, from: decimals.total, to: 3)) }

    /// The lines by date, then order, then line; most often whole orders are in order, and far fewer.
    private var linesByDate: [(order: Int, line: Int)] {
        let areWhole = orders.allSatisfy { order in lines[order.lines].allSatisfy { $0.day == lines[order.lines.lowerBound].day } }
        if areWhole {
            let places = orders.indices.sorted { a, b in
                let (one, other) = (lines[orders[a].lines.lowerBound].day, lines[orders[b].lines.lowerBound].day)
                return one != other ? one < other : a < b
            }
            return places.flatMap { place in orders[place].lines.map { (place, $0) } }
        }
        let all = orders.indices.flatMap { place in orders[place].lines.map { (order: place, line: $0) } }
        return all.sorted { a, b in lines[a.line].day != lines[b.line].day ? lines[a.line].day < lines[b.line].day : a.line < b.line }
    }

    /// A purchase has as many decimals as a history may have.
    private static func rescaled(_ value: Int64, from decimals: Int, to most: Int) -> Int64 { value &* powersOfTen[most - decimals] }
}

extension History {
    /// Returns the history cut into years, in order of time: an order belongs to the year of its first line.
    public func byYear() -> [(year: Int, history: History)] {
        let years = Dictionary(grouping: orders) { CalendarDate(dayNumber: lines[$0.lines.lowerBound].day).year }
        return years.sorted { $0.key < $1.key }.map { year, orders in
            var part = History(decimals: decimals, articles: articles)
            for order in orders {
                part.orders.append(Order(id: order.id, lines: part.lines.count..<part.lines.count + order.lines.count))
                part.lines += lines[order.lines]
            }
            return (year, part)
        }
    }
}
