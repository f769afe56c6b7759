public import Purchases

extension History {
    /// Makes the history of one shopper's purchases.
    ///
    /// - Parameter purchases: in any order, the lines of each order in theirs.
    public init(of purchases: some Sequence<Purchase>) {
        var articles: [Article: Int] = [:]
        var orders: [[UInt8]: [Line]] = [:]
        self.init(decimals: Decimals(quantity: 0, price: 2, total: 2))
        for purchase in purchases {
            let article = Article(
                item: purchase.itemName, brand: purchase.brand, category: purchase.category, product: purchase.productID)
            let place = articles[article] ?? articles.count
            if place == articles.count {
                articles[article] = place
                self.articles.append(article)
            }
            orders[Array(purchase.order.rawValue.utf8), default: []].append(
                Line(
                    article: place, day: purchase.date.dayNumber, quantity: Int64(purchase.quantity),
                    price: purchase.basePrice.hundredths, total: purchase.totalPrice.hundredths
                )
            )
        }
        for (id, own) in orders.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            self.orders.append(Order(id: String(decoding: id, as: UTF8.self), lines: lines.count..<lines.count + own.count))
            lines += own
        }
    }

    /// Returns the purchases of the shopper, by date, then order, then line.
    ///
    /// A quantity that is no whole number and a price finer than a hundredth are rounded, halves away from zero, as long as `Purchase` has
    /// neither.
    public func purchases(of user: UserID) -> [Purchase] {
        var purchases: [Purchase] = []
        purchases.reserveCapacity(lines.count)
        for (order, place) in linesByDate {
            let line = lines[place]
            let article = articles[line.article]
            purchases.append(
                Purchase(
                    user: user, order: OrderID(rawValue: orders[order].id), date: CalendarDate(dayNumber: line.day),
                    productID: article.product, itemName: article.item, brand: article.brand, category: article.category,
                    quantity: Int(Self.rescaled(line.quantity, from: decimals.quantity, to: 0)),
                    basePrice: Money(hundredths: Self.rescaled(line.price, from: decimals.price, to: 2)),
                    totalPrice: Money(hundredths: Self.rescaled(line.total, from: decimals.total, to: 2))
                )
            )
        }
        return purchases
    }

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

    private static func rescaled(_ value: Int64, from decimals: Int, to wanted: Int) -> Int64 {
        guard decimals > wanted else { return value &* powersOfTen[wanted - decimals] }
        let unit = powersOfTen[decimals - wanted]
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: unit)
        return quotient + (remainder.magnitude * 2 >= unit.magnitude ? value.signum() : 0)
    }
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
