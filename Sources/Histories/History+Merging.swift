extension History {
    /// Returns the history with a later part of the same log: an order that is in both has the lines of both, the later ones last.
    public func joined(with later: History) -> History { merged(with: later) { $0.kept + $0.coming } }

    /// An order that comes to a history, with the decimals and the articles of what becomes of the two.
    public struct ComingOrder {
        public let id: String
        /// What is there of it; empty where it is new.
        public let kept: ArraySlice<Line>
        public let coming: ArraySlice<Line>
    }

    /// Returns the history with orders that come.
    ///
    /// - Parameter merge: returns which lines each order of `coming` has from now on, one at least.
    public func merged(with coming: History, _ merge: (ComingOrder) -> ArraySlice<Line>) -> History {
        let (decimals, articles, ownPlaces, places) = commonForm(with: coming)
        let (ones, twos) = (converted(to: decimals, ownPlaces), coming.converted(to: decimals, places))
        var merged = History(decimals: decimals, articles: articles)
        merged.lines.reserveCapacity(ones.count + twos.count)
        merged.orders.reserveCapacity(orders.count + coming.orders.count)
        var kept = orders[...]
        for order in coming.orders {
            while let one = kept.first, one.id.precedesByBytes(order.id) {
                merged.append(one.id, ones[one.lines])
                kept = kept.dropFirst()
            }
            var own: ArraySlice<Line> = []
            if let one = kept.first, !order.id.precedesByBytes(one.id) {
                own = ones[one.lines]
                kept = kept.dropFirst()
            }
            merged.append(order.id, merge(ComingOrder(id: order.id, kept: own, coming: twos[order.lines])))
        }
        for one in kept { merged.append(one.id, ones[one.lines]) }
        return merged
    }

    /// Returns the decimals and articles that both histories can have, and the places of the articles of each among these; nil where they
    /// stay the same.
    private func commonForm(with other: History) -> (Decimals, [Article], own: [Int]?, others: [Int]?) {
        let decimals = Decimals(
            quantity: max(self.decimals.quantity, other.decimals.quantity), price: max(self.decimals.price, other.decimals.price),
            total: max(self.decimals.total, other.decimals.total))
        guard !articles.isEmpty else { return (decimals, other.articles, nil, nil) }
        var all = ArticleTable()
        let own = articles.map { all.number(of: $0) }
        let areDistinct = all.articles.count == articles.count
        let places = other.articles.map { all.number(of: $0) }
        return (decimals, all.articles, areDistinct ? nil : own, places)
    }

    /// Returns the lines with more decimals, and other places of the articles.
    private func converted(to decimals: Decimals, _ places: [Int]? = nil) -> [Line] {
        guard decimals != self.decimals || places != nil else { return lines }
        // No value grows beyond what it was before it was written with fewer decimals.
        let quantityUnit = Self.powersOfTen[decimals.quantity - self.decimals.quantity]
        let priceUnit = Self.powersOfTen[decimals.price - self.decimals.price]
        let totalUnit = Self.powersOfTen[decimals.total - self.decimals.total]
        return lines.map { line in
            var line = line
            if let places { line.article = places[line.article] }
            line.quantity &*= quantityUnit
            line.price &*= priceUnit
            line.total &*= totalUnit
            return line
        }
    }

    private mutating func append(_ id: String, _ added: some Collection<Line>) {
        let start = lines.count
        lines += added
        orders.append(Order(id: id, lines: start..<lines.count))
    }
}

extension History {
    /// Returns the history with other ids of some orders; orders that come to have the same id become one.
    ///
    /// - Parameter ids: by the places of the orders.
    public func renamed(_ ids: [Int: String]) -> History {
        guard !ids.isEmpty else { return self }
        let named = orders.enumerated().map { place, order in (id: ids[place] ?? order.id, place: place) }
        var renamed = History(decimals: decimals, articles: articles)
        for (id, place) in named.sorted(by: { ($0.id.precedesByBytes($1.id)) || !$1.id.precedesByBytes($0.id) && $0.place < $1.place }) {
            if let last = renamed.orders.last, last.id.hasSameBytes(as: id) {
                renamed.lines += lines[orders[place].lines]
                renamed.orders[renamed.orders.count - 1].lines = last.lines.lowerBound..<renamed.lines.count
            } else {
                renamed.append(id, lines[orders[place].lines])
            }
        }
        return renamed
    }

    /// Returns the places of the orders whose ids lie between two in order of their bytes, the upper one not included.
    public func orders(from lower: String, to upper: String) -> Range<Int> {
        let start = orderPlace(of: lower)
        return start..<max(start, orderPlace(of: upper))
    }

    /// Returns the order with an id; nil where there is none.
    public func order(_ id: String) -> Order? {
        let place = orderPlace(of: id)
        return place < orders.count && !id.precedesByBytes(orders[place].id) ? orders[place] : nil
    }

    /// Where the first order is that does not come before an id.
    private func orderPlace(of id: String) -> Int {
        var range = orders.indices
        while let middle = range.middle {
            range = orders[middle].id.precedesByBytes(id) ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}

extension Range<Int> {
    fileprivate var middle: Int? { isEmpty ? nil : lowerBound + count / 2 }
}

extension String {
    func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
