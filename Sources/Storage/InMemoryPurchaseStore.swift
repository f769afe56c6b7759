public import Purchases

/// A store that forgets everything when it goes away. For tests, and for a look at one file.
///
/// An import is gathered as a whole before any of it is kept.
public actor InMemoryPurchaseStore: PurchaseStore {
    /// A shopper's orders, and their sum.
    private struct History {
        var orders: [ExactText: [Purchase]] = [:]
        var revision = Revision.zero
    }

    private var histories: [ExactText: History] = [:]
    private var lineCounts: [ExactText: Int] = [:]
    private var total = Revision.zero

    public init() {}

    public func purchases(of user: UserID, in filter: PurchaseFilter) throws(StorageError) -> [Purchase] {
        let orders = try history(of: user).orders.sorted { $0.key < $1.key }
        let lines = orders.flatMap(\.value).filter(filter.contains).enumerated()
        return lines.sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    public func revision(of user: UserID) throws(StorageError) -> Revision { try history(of: user).revision }

    public func revision() -> Revision { total }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) -> [UserID] {
        let search = UserSearch(text)
        let found = histories.keys.map { UserID(rawValue: $0.value) }.filter(search.matches).sorted()
        return Array(found.drop { user in cursor.map { user <= $0 } ?? false }.prefix(max(0, limit)))
    }

    public func categories() -> [String] { lineCounts.keys.sorted().map(\.value) }

    public func categoryMonths() -> [CategoryMonth] {
        let lines = histories.values.lazy.flatMap { $0.orders.values.lazy.joined() }
        let groups = Dictionary(grouping: lines) { CategoryAndMonth(category: ExactText($0.category), month: $0.date.month) }
        return groups.sorted { $0.key < $1.key }.map { key, lines in
            CategoryMonth(
                category: key.category.value, month: key.month, lines: lines.count, units: lines.reduce(0) { $0 + $1.quantity },
                total: lines.reduce(.zero) { $0 + $1.totalPrice }
            )
        }
    }

    public func importPurchases(_ nextBatch: @escaping @Sendable () throws -> [Purchase]) throws -> ImportOutcome {
        var orders: [OrderKey: [Purchase]] = [:]
        while case let batch = try nextBatch(), !batch.isEmpty {
            try Task.checkCancellation()
            for purchase in batch { orders[OrderKey(purchase), default: []].append(purchase) }
        }
        var outcome = ImportOutcome()
        for lines in orders.values {
            if keep(lines) { outcome.replacedOrders += 1 } else { outcome.newOrders += 1 }
            outcome.lines += lines.count
        }
        return outcome
    }

    public func checkAvailability() {}

    private func history(of user: UserID) throws(StorageError) -> History {
        guard let history = histories[ExactText(user.rawValue)] else { throw .unknownUser(user) }
        return history
    }

    /// Keeps the lines of one order, and returns whether it was there before.
    private func keep(_ lines: [Purchase]) -> Bool {
        guard let first = lines.first else { return false }
        let user = ExactText(first.user.rawValue)
        let replaced = histories[user, default: History()].orders.updateValue(lines, forKey: ExactText(first.order.rawValue))
        let change = Self.revision(of: lines) - Self.revision(of: replaced ?? [])
        histories[user]?.revision += change
        total += change
        for line in lines { lineCounts[ExactText(line.category), default: 0] += 1 }
        for line in replaced ?? [] {
            let category = ExactText(line.category)
            let rest = lineCounts[category, default: 0] - 1
            lineCounts[category] = rest > 0 ? rest : nil
        }
        return replaced != nil
    }

    private static func revision(of order: [Purchase]) -> Revision {
        order.enumerated().reduce(.zero) { $0 + Revision(of: $1.element, line: $1.offset) }
    }
}

private struct CategoryAndMonth: Hashable, Comparable {
    var category: ExactText
    var month: Month

    static func < (a: CategoryAndMonth, b: CategoryAndMonth) -> Bool { (a.category, a.month.index) < (b.category, b.month.index) }
}
