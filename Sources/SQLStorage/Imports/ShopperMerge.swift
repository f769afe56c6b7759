import Histories
import Purchases
import Storage

/// What an import makes of one shopper's history.
struct ShopperMerge {
    /// An order that came, and what it has become.
    private struct Order {
        var id: String
        var kept: ArraySlice<History.Line>
        var after: ArraySlice<History.Line>
        var comingCount: Int
        /// How many of its lines are as they were, from the first on.
        var sameCount: Int

        var isChanged: Bool { sameCount < max(kept.count, after.count) }
    }

    let user: UserID
    /// The history from now on.
    let history: History
    private var orders: [Order] = []
    private var rules: [OrderMerge] = []
    private let restarted: Set<ExactText>

    /// - Parameter kept: nil where the shopper is new.
    init(_ coming: History, with kept: History?, of user: UserID, by rule: MergeRule) {
        self.user = user
        var names: [Int: String] = [:]
        if let kept {
            for (place, order) in coming.orders.enumerated() {
                let first = coming.firstPurchase(of: order, by: user)
                guard OrderMerge(rule, for: first) == .replaceWithinReach, let start = kept.restart(of: first) else { continue }
                names[place] = first.order.startedAnew(on: start).rawValue
            }
        }
        restarted = Set(names.values.map(ExactText.init))
        let coming = coming.renamed(names)
        rules = coming.orders.map { OrderMerge(rule, for: coming.firstPurchase(of: $0, by: user)) }
        var orders: [Order] = []
        orders.reserveCapacity(coming.orders.count)
        history = (kept ?? History(decimals: coming.decimals)).merged(with: coming) { [rules] order in
            let after =
                switch rules[orders.count] {
                case .add: order.kept + order.coming
                case .tellByContent: order.kept.isEmpty ? order.coming : order.kept + order.unknownLines
                case .replace, .replaceWithinReach: order.coming
                }
            let sameCount = zip(order.kept, after).prefix { $0 == $1 }.count
            orders.append(
                Order(id: order.id, kept: order.kept, after: after, comingCount: order.coming.count, sameCount: sameCount))
            return after
        }
        self.orders = orders
    }

    var isChanged: Bool { orders.contains(where: \.isChanged) }

    func count(in census: inout OrderCensus) {
        for (order, rule) in zip(orders, rules) {
            let added = order.after.count - (rule.stays ? order.kept.count : 0)
            guard !order.kept.isEmpty else {
                let startedAnew = !restarted.isEmpty && restarted.contains(ExactText(order.id))
                census.countNew(lines: added, startedAnew: startedAnew)
                continue
            }
            let change = ImportOutcome.Change(
                user: user, order: OrderID(rawValue: order.id), before: sum(of: order.kept), after: sum(of: order.after))
            census.countKept(
                change, isChanged: order.isChanged, stays: rule.stays, lines: added, knownLines: order.comingCount - added)
        }
    }

    /// Sums wrap around, as in `Tally`.
    private func sum(of lines: ArraySlice<History.Line>) -> Money {
        Money(thousandths: lines.reduce(0) { $0 &+ history.total(of: $1).thousandths })
    }

    func count(in change: inout TallyChange) {
        var tally = HistoryTally(history, of: ExactText(user.rawValue))
        for order in orders {
            tally.subtract(order.kept, of: order.id, from: order.sameCount)
            tally.add(order.after, of: order.id, from: order.sameCount)
        }
        tally.write(to: &change)
    }
}

extension History.ComingOrder {
    /// The lines that are not there already: those that come more often than they are kept.
    fileprivate var unknownLines: [History.Line] {
        var known: [History.Line: Int] = [:]
        for line in kept { known[line, default: 0] += 1 }
        return coming.filter { line in
            guard let count = known[line], count > 0 else { return true }
            known[line] = count - 1
            return false
        }
    }
}

extension History {
    /// The first line of an order, which says for all of them what day the order is of.
    fileprivate func firstPurchase(of order: Order, by user: UserID) -> Purchase {
        purchase(lines[order.lines.lowerBound], of: order.id, by: user)
    }

    /// Returns when the order began that a line is of, where that is not the one kept under its id but one that has the id anew.
    fileprivate func restart(of purchase: Purchase) -> CalendarDate? {
        let id = purchase.order
        guard let same = order(id.rawValue), !OrderMerge.reaches(purchase.date, from: days(of: same)) else { return nil }
        let bounds = id.startedAnewBounds
        let others = orders[orders(from: bounds.lower, to: bounds.upper)].compactMap { other in
            id.start(of: other.id).map { (start: $0, days: days(of: other)) }
        }
        return id.startedAnew(others, reaching: purchase.date) ?? purchase.date
    }

    private func days(of order: Order) -> ClosedRange<Int> {
        let days = lines[order.lines].map(\.day)
        return (days.min() ?? 0)...(days.max() ?? 0)
    }
}
