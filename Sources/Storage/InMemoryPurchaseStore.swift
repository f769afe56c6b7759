public import Purchases

/// A store that forgets everything when it goes away. For tests, and for a look at one file.
///
/// An import is gathered as a whole before any of it is kept.
public actor InMemoryPurchaseStore: PurchaseStore, SuggestionStore {
    /// A shopper's orders, and their sum.
    private struct History {
        var orders: [ExactText: [Purchase]] = [:]
        var revision = Revision.zero

        /// Returns when the order began that a line is of, where that is not the one kept under its id but one that has the id anew.
        func restart(of purchase: Purchase) -> CalendarDate? {
            func days(_ lines: [Purchase]) -> ClosedRange<Int>? {
                let days = lines.map(\.date.dayNumber)
                return days.min().flatMap { first in days.max().map { first...$0 } }
            }
            let id = purchase.order
            guard let kept = days(orders[ExactText(id.rawValue)] ?? []), !OrderMerge.reaches(purchase.date, from: kept) else { return nil }
            let others = orders.compactMap { order, lines in
                id.start(of: order.value).flatMap { start in days(lines).map { (start: start, days: $0) } }
            }
            return id.startedAnew(others, reaching: purchase.date) ?? purchase.date
        }
    }

    private var histories: [ExactText: History] = [:]
    private var total = Revision.zero
    private var tally = StatisticsTally()
    private var ranking: RankingConstants?
    private var ledger = SuggestionLedger()
    private var currencyCode: String?
    private var records: [ImportRecord] = []
    /// All that the last import changed, as it was before.
    private var before: State?
    private let today: @Sendable () -> CalendarDate

    private struct State {
        var histories: [ExactText: History]
        var tally: StatisticsTally
        var ledger: SuggestionLedger
        var currencyCode: String?
    }

    /// - Parameter today: tells the last day that has come.
    public init(today: @escaping @Sendable () -> CalendarDate = { .last }) { self.today = today }

    public func currency() -> String? { currencyCode }

    public func keepCurrency(_ code: String?) { currencyCode = code }

    public func history(of user: UserID) throws(StorageError) -> Versioned<[Purchase]> {
        let history = try keptHistory(of: user)
        let lines = history.orders.sorted { $0.key < $1.key }.flatMap(\.value).enumerated()
        return Versioned(
            revision: history.revision,
            value: lines.sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
        )
    }

    public func log(of user: UserID) throws(StorageError) -> Versioned<[Purchase]> {
        let history = try keptHistory(of: user)
        return Versioned(revision: history.revision, value: history.orders.sorted { $0.key < $1.key }.flatMap(\.value))
    }

    public func summary(of user: UserID) throws(StorageError) -> HistorySummary {
        let history = try keptHistory(of: user)
        return HistorySummary(
            revision: history.revision, lineCount: history.orders.values.reduce(0) { $0 + $1.count }, currency: currencyCode)
    }

    public func revision() -> Revision { total + Revision(ofCurrency: currencyCode) }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) -> Versioned<[UserID]> {
        let search = UserSearch(text)
        let found = histories.keys.map { UserID(rawValue: $0.value) }.filter(search.matches).sorted()
        let page = found.drop { user in cursor.map { user <= $0 } ?? false }.prefix(max(0, limit))
        return Versioned(revision: revision(), value: Array(page))
    }

    public func categoryMonths() -> Versioned<[CategoryMonth]> {
        let lines = histories.values.lazy.flatMap { $0.orders.values.lazy.joined() }
        let groups = Dictionary(grouping: lines) { CategoryAndMonth(category: ExactText($0.category), month: $0.date.month) }
        let months = groups.sorted { $0.key < $1.key }.map { key, lines in
            CategoryMonth(
                category: key.category.value, month: key.month, lines: lines.count, units: lines.reduce(.zero) { $0 + $1.quantity },
                total: lines.reduce(.zero) { $0 + $1.totalPrice }
            )
        }
        return Versioned(revision: revision(), value: months)
    }

    public func importPurchases(
        _ settings: ImportSettings, _ nextBatch: @escaping @Sendable () throws -> [Purchase]
    ) throws -> ImportOutcome {
        let newCurrency = try settings.newCurrency(besides: currencyCode)
        var places: [OrderKey: Int] = [:]
        var orders: [(key: OrderKey, lines: [Purchase])] = []
        while case let batch = try nextBatch(), !batch.isEmpty {
            try Task.checkCancellation()
            for purchase in batch {
                let key = OrderKey(purchase)
                let place = places[key] ?? orders.count
                if place == orders.count {
                    places[key] = place
                    orders.append((key, []))
                }
                orders[place].lines.append(purchase)
            }
        }
        var census = OrderCensus()
        let state = State(histories: histories, tally: tally, ledger: ledger, currencyCode: currencyCode)
        let shoppers = Set(orders.lazy.compactMap(\.lines.first).map { ExactText($0.user.rawValue) })
        if !settings.isRehearsal { for shopper in shoppers { tally.subtract(lines(of: shopper)) } }
        for (_, lines) in orders { keep(lines, settings.rule, &census) }
        let outcome = census.finish()
        if settings.isRehearsal {
            histories = state.histories
            return outcome
        }
        if let newCurrency { currencyCode = newCurrency }
        total = histories.values.reduce(Revision(of: ranking)) { $0 + $1.revision }
        for shopper in shoppers {
            let lines = lines(of: shopper)
            tally.add(lines)
            ledger.settle(shopper, lines)
        }
        if !ledger.isEmpty, let day = ShopStatistics(tally, today: today()).days?.upperBound { ledger.close(before: day.dayNumber) }
        if outcome.isChange {
            before = state
            for index in records.indices { records[index].canBeUndone = false }
        }
        records.append(
            ImportRecord(
                number: records.count + 1, origin: settings.origin, rule: settings.rule, outcome: outcome, namedCurrency: newCurrency,
                canBeUndone: outcome.isChange))
        return outcome
    }

    public func imports(before number: Int?, limit: Int) -> [ImportRecord] {
        Array(records.reversed().drop { record in number.map { record.number >= $0 } ?? false }.prefix(max(0, limit)))
    }

    public func undoLastImport(_ number: Int?, at time: Timestamp) throws -> ImportRecord {
        guard let index = records.lastIndex(where: { $0.outcome.isChange }) else { throw UndoRefusal.nothing }
        let last = records[index].number
        if let number, number != last { throw UndoRefusal.notTheLast(number: number, last: last) }
        guard let before else { throw UndoRefusal.undoneAlready(number: last) }
        (histories, tally) = (before.histories, before.tally)
        total = histories.values.reduce(Revision(of: ranking)) { $0 + $1.revision }
        ledger = ledger.reverted(to: before.ledger)
        if records[index].namedCurrency == currencyCode { currencyCode = before.currencyCode }
        self.before = nil
        records[index].undoing = time
        records[index].canBeUndone = false
        return records[index]
    }

    public func statistics() -> Versioned<ShopStatistics> {
        var statistics = ShopStatistics(tally, today: today())
        statistics.ranking = ranking ?? .standard
        return Versioned(revision: revision(), value: statistics)
    }

    public func keepRanking(_ constants: RankingConstants?) {
        total += Revision(of: constants) - Revision(of: ranking)
        ranking = constants
    }

    public func keepShown(_ suggestions: [ShownSuggestion]) { ledger.keep(suggestions) }

    public func suggestionCounts() -> [SuggestionCount] { ledger.counts }

    public func forget(_ user: UserID) -> Int? {
        for index in records.indices where records[index].reading?.options.contains(user.rawValue) == true { records[index].reading = nil }
        let shopper = ExactText(user.rawValue)
        tally.subtract(lines(of: shopper))
        ledger.forget(shopper)
        if let old = before?.histories.removeValue(forKey: shopper) {
            before?.tally.subtract(old.orders.values.joined().compactMap(StatisticsTally.Line.init))
        }
        before?.ledger.forget(shopper)
        guard let history = histories.removeValue(forKey: shopper) else { return nil }
        total = total - history.revision
        return history.orders.values.reduce(0) { $0 + $1.count }
    }

    public func recount() -> Int {
        let kept = (total, ShopStatistics(tally))
        tally = StatisticsTally()
        for shopper in histories.keys { tally.add(lines(of: shopper)) }
        total = histories.values.reduce(Revision(of: ranking)) { $0 + $1.revision }
        return kept == (total, ShopStatistics(tally)) ? 0 : 1
    }

    public func checkAvailability() {}

    private func keptHistory(of user: UserID) throws(StorageError) -> History {
        guard var history = histories[ExactText(user.rawValue)] else { throw .unknownUser(user) }
        history.revision += Revision(ofCurrency: currencyCode)
        return history
    }

    private func lines(of shopper: ExactText) -> [StatisticsTally.Line] {
        histories[shopper, default: History()].orders.values.joined().compactMap(StatisticsTally.Line.init)
    }

    /// Keeps the lines of one order.
    private func keep(_ lines: [Purchase], _ rule: MergeRule, _ census: inout OrderCensus) {
        guard let first = lines.first else { return }
        let user = ExactText(first.user.rawValue)
        var history = histories[user, default: History()]
        let merge = OrderMerge(rule, for: first)
        var id = first.order
        if merge == .replaceWithinReach, let start = history.restart(of: first) { id = id.startedAnew(on: start) }
        let old = history.orders[ExactText(id.rawValue)] ?? []
        var known = KnownLines(merge == .tellByContent ? old : [])
        var new = merge.stays ? old : []
        for var purchase in lines where !known.take(purchase) {
            purchase.order = id
            new.append(purchase)
        }
        let change = Self.revision(of: new) - Self.revision(of: old)
        history.orders[ExactText(id.rawValue)] = new
        history.revision += change
        histories[user] = history
        let added = new.count - (merge.stays ? old.count : 0)
        guard !old.isEmpty else { return census.countNew(lines: added, startedAnew: id != first.order) }
        census.countKept(
            ImportOutcome.Change(user: first.user, order: id, before: Self.sum(of: old), after: Self.sum(of: new)),
            isChanged: change != .zero, stays: merge.stays, lines: added, knownLines: lines.count - added)
    }

    private static func sum(of order: [Purchase]) -> Money { Money(thousandths: order.reduce(0) { $0 &+ $1.totalPrice.thousandths }) }

    private static func revision(of order: [Purchase]) -> Revision {
        order.enumerated().reduce(.zero) { $0 + Revision(of: $1.element, line: $1.offset) }
    }
}

private struct CategoryAndMonth: Hashable, Comparable {
    var category: ExactText
    var month: Month

    static func < (a: CategoryAndMonth, b: CategoryAndMonth) -> Bool { (a.category, a.month.index) < (b.category, b.month.index) }
}
