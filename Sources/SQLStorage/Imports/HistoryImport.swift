import Histories
package import Purchases
package import Storage

/// One import, inside its transaction: what comes is merged with what is kept, shopper by shopper.
///
/// Everything about a shopper is counted from their history before and after, both of which are at hand then. Memory does not grow with what
/// is imported, only with the longest history.
package struct HistoryImport<Session: SQLConnection>: ~Copyable {
    /// What is held in memory, and how long a history in one piece is.
    package struct Bounds: Sendable {
        /// Of the shoppers that are merged together.
        var lines = 1 << 16
        /// Items and category months, each.
        var names = 50_000
        var historyLines = History.lineLimit

        package init() {}

        package init(lines: Int, names: Int, historyLines: Int = History.lineLimit) {
            (self.lines, self.names, self.historyLines) = (lines, names, historyLines)
        }
    }

    private let session: Session
    private let settings: ImportSettings
    private let bounds: Bounds
    /// Whether nothing was kept before.
    private let isFirst: Bool
    private let suggestions: SuggestionSettlement<Session>
    private let decoder = HistoryDecoder()
    private var encoder = HistoryEncoder(deflates: !Session.compressesValues)
    private var census = OrderCensus()
    private var change = TallyChange()
    private var statistics = StatisticsTally()
    private var undo: ImportUndo<Session>
    private var pieces: [[SQLValue]] = []
    private var pieceBytes = 0

    private init(
        _ settings: ImportSettings, into session: Session, _ bounds: Bounds, isFirst: Bool, _ suggestions: SuggestionSettlement<Session>
    ) {
        (self.session, self.settings, self.bounds) = (session, settings, bounds)
        (self.isFirst, self.suggestions) = (isFirst, suggestions)
        undo = ImportUndo(in: session, keepsPieces: !isFirst)
    }

    /// Imports a log, or only says what that would do and writes nothing.
    ///
    /// - Parameters:
    ///   - today: the last day that has come.
    ///   - checkRoom: throws where there is no room for more; asked before each group of shoppers.
    package static func run(
        _ log: SortedLog, _ settings: ImportSettings = ImportSettings(), into session: Session, today: CalendarDate = .last,
        _ bounds: Bounds = Bounds(), checkRoom: () throws -> Void = {}
    ) throws -> ImportOutcome {
        // On a server this locks the row until the transaction ends, and lets no other import begin.
        if !settings.isRehearsal { try session.run("UPDATE store SET imports = imports + 1") }
        let currency = try settings.newCurrency(besides: session.currency())
        if let currency, !settings.isRehearsal { try session.keepCurrency(currency) }
        let isFirst = try !session.finds("SELECT 1 FROM history LIMIT 1")
        var running = HistoryImport(settings, into: session, bounds, isFirst: isFirst, try SuggestionSettlement(in: session))
        var shoppers = try log.makeIterator()
        while case let slice = try shoppers.next(count: 100, lineCount: bounds.lines), !slice.isEmpty {
            try Task.checkCancellation()
            try checkRoom()
            try running.merge(slice)
        }
        let outcome = running.census.finish()
        guard !settings.isRehearsal else { return outcome }
        try running.finish(today: today)
        try session.keepRecord(of: outcome, settings, namedCurrency: currency, wasEmpty: isFirst)
        return outcome
    }

    private mutating func merge(_ shoppers: [SortedLog.Shopper]) throws {
        let kept = isFirst ? [:] : try session.storedHistories(of: shoppers.map(\.user))
        var settled: [SuggestionSettlement<Session>.Shopper] = []
        for shopper in shoppers {
            let before = try kept[shopper.user]?.history(of: shopper.user, by: decoder)
            let merge = ShopperMerge(shopper.history, with: before, of: UserID(rawValue: shopper.user.value), by: settings.rule)
            merge.count(in: &census)
            guard !settings.isRehearsal, merge.isChanged || !suggestions.isEmpty else { continue }
            if !suggestions.isEmpty { settled.append(.init(user: shopper.user, history: merge.history)) }
            guard merge.isChanged else { continue }
            merge.count(in: &change)
            if let before { statistics.subtract(before) }
            statistics.add(merge.history)
            let stored = try StoredHistory(merge.history, of: shopper.user, by: &encoder, lineLimit: bounds.historyLines)
            try keep(stored, instead: kept[shopper.user], of: shopper.user)
            if statistics.itemCount >= bounds.names { try writeStatistics() }
            if change.categories.count >= bounds.names { try session.add(toCategories: change.takeCategories()) }
        }
        try suggestions.settle(settled)
    }

    private mutating func keep(_ history: StoredHistory, instead kept: StoredHistory?, of user: ExactText) throws {
        for (year, content) in history.pieces where kept?.pieces[year] != content {
            try undo.note(kept?.pieces[year], of: user, year)
            pieces.append([.text(user.value), .integer(Int64(year)), .bytes(content)])
            pieceBytes += content.count
        }
        for year in kept?.pieces.keys.filter({ history.pieces[$0] == nil }) ?? [] {
            try undo.note(kept?.pieces[year], of: user, year)
            try session.run("DELETE FROM history WHERE customer_id = $1 AND year = $2", user.value, year)
        }
        if pieces.count >= 1_000 || pieceBytes >= 4 << 20 { try writePieces() }
    }

    private mutating func writePieces() throws {
        try session.upsert(
            into: "history", ["customer_id", "year", "content"], keyCount: 2, update: "content = excluded.content", forgetting: nil, pieces)
        pieces.removeAll(keepingCapacity: true)
        pieceBytes = 0
        try session.add(toCustomers: change.takeCustomers())
    }

    private mutating func writeStatistics() throws {
        try session.add(statistics)
        statistics = StatisticsTally()
    }

    /// Writes what is in memory.
    private mutating func finish(today: CalendarDate) throws {
        try writePieces()
        try undo.write()
        try writeStatistics()
        try session.add(toCategories: change.takeCategories())
        let revision = try session.first("SELECT revision FROM store") { Revision(bits: $0.integer(0)) } ?? .zero
        try session.run("UPDATE store SET revision = $1", (revision + change.takeRevision()).bits)
        try suggestions.finish(today: today, isUndoable: undo.isStarted)
    }
}

extension SQLConnection {
    /// Adds to the counts, and forgets those of which nothing is left.
    func add(_ change: StatisticsTally) throws {
        // What grows leaves nothing empty, and need not be looked at again.
        var (growing, shrinking): ([[SQLValue]], [[SQLValue]]) = ([], [])
        func write() throws {
            for (rows, empty) in [(growing, nil), (shrinking, "count = 0")] {
                try upsert(
                    into: "statistic", ["kind", "number", "name", "other", "count"], keyCount: 4,
                    update: "count = statistic.count + excluded.count", forgetting: empty, rows)
            }
            growing.removeAll(keepingCapacity: true)
            shrinking.removeAll(keepingCapacity: true)
        }
        try change.forEachCounter { counter, count in
            let row: [SQLValue] = [
                .integer(Int64(counter.kind.rawValue)), .integer(Int64(counter.number)), .text(counter.name), .text(counter.other),
                .integer(count),
            ]
            if count > 0 { growing.append(row) } else { shrinking.append(row) }
            if growing.count + shrinking.count >= 10_000 { try write() }
        }
        try write()
    }

    /// The sums are made here and below: SQLite turns an integer that overflows into a floating-point number, and PostgreSQL refuses it.
    func add(toCustomers changes: [ExactText: Tally]) throws {
        guard !changes.isEmpty else { return }
        var tallies = changes
        var new = Set(changes.keys)
        let users = changes.keys.sorted().map(\.value)
        try forEachRow(of: users, { "SELECT customer_id, revision, lines FROM customer WHERE customer_id IN (\($0))" }) { row in
            let user = ExactText(row.text(0))
            guard new.remove(user) != nil else { return }
            tallies[user, default: Tally()] += Tally(revision: Revision(bits: row.integer(1)), lines: row.integer(2))
        }
        let rows = tallies.sorted { $0.key < $1.key }.map { user, tally in
            [SQLValue.text(user.value), .integer(tally.revision.bits), .integer(tally.lines)]
        }
        try upsert(
            into: "customer", ["customer_id", "revision", "lines"], keyCount: 1,
            update: "revision = excluded.revision, lines = excluded.lines", forgetting: nil, rows)
        if !new.isEmpty { try ShopperIndex(in: self).add(new.map(\.value)) }
    }

    /// Adds to the months of categories, and forgets those of which nothing is left.
    func add(toCategories changes: [TallyChange.CategoryMonth: Tally]) throws {
        guard !changes.isEmpty else { return }
        var tallies = changes
        var seen: Set<TallyChange.CategoryMonth> = []
        let names = Set(changes.keys.map(\.category)).sorted().map(\.value)
        try forEachRow(
            of: names, { "SELECT category, month, lines, units, total FROM category_month WHERE category IN (\($0))" }
        ) { row in
            let key = TallyChange.CategoryMonth(category: ExactText(row.text(0)), month: Int(row.integer(1)))
            guard tallies[key] != nil, seen.insert(key).inserted else { return }
            tallies[key, default: Tally()] += Tally(lines: row.integer(2), units: row.integer(3), total: row.integer(4))
        }
        let rows = tallies.sorted { ($0.key.category, $0.key.month) < ($1.key.category, $1.key.month) }.map { key, tally in
            [
                SQLValue.text(key.category.value), .integer(Int64(key.month)), .integer(tally.lines), .integer(tally.units),
                .integer(tally.total),
            ]
        }
        try upsert(
            into: "category_month", ["category", "month", "lines", "units", "total"], keyCount: 2,
            update: "lines = excluded.lines, units = excluded.units, total = excluded.total", forgetting: "lines = 0", rows)
    }
}
