import Histories
package import Purchases
package import Storage

/// Undoes the last import, inside its transaction: every shopper whom it changed has the history from before it.
struct ImportReversal<Session: SQLConnection>: ~Copyable {
    private let session: Session
    private let decoder = HistoryDecoder()
    private let suggestions: SuggestionSettlement<Session>
    private var change = TallyChange()
    private var statistics = StatisticsTally()

    private static var pageSize: Int { 100 }
    /// How many items and category months are counted in memory.
    private static var bound: Int { 50_000 }

    init(in session: Session) throws {
        self.session = session
        suggestions = try SuggestionSettlement(in: session)
    }

    /// Brings back what the import changed.
    consuming func run() throws {
        var last: ExactText?
        while case let users = try shoppers(after: last), !users.isEmpty {
            try Task.checkCancellation()
            last = users.last
            try restore(users)
            if statistics.itemCount >= Self.bound || change.categories.count >= Self.bound { try writeCounts() }
        }
        try writeCounts()
        try session.dropEmptyCustomers()
        let revision = try session.first("SELECT revision FROM store") { Revision(bits: $0.integer(0)) } ?? .zero
        try session.run("UPDATE store SET revision = $1", (revision + change.takeRevision()).bits)
    }

    /// Returns the next of those whom the import changed.
    private func shoppers(after last: ExactText?) throws -> [ExactText] {
        guard let last else {
            return try session.rows(
                "SELECT DISTINCT customer_id FROM import_undo ORDER BY customer_id LIMIT $1", Self.pageSize
            ) { ExactText($0.text(0)) }
        }
        return try session.rows(
            "SELECT DISTINCT customer_id FROM import_undo WHERE customer_id > $1 ORDER BY customer_id LIMIT $2", last.value, Self.pageSize
        ) { ExactText($0.text(0)) }
    }

    private mutating func restore(_ users: [ExactText]) throws {
        let kept = try session.storedHistories(of: users)
        var before = kept.mapValues(\.pieces)
        var (written, removed) = ([[SQLValue]](), [(user: String, year: Int)]())
        try session.forEachRow(
            of: users.map(\.value), { "SELECT customer_id, year, content FROM import_undo WHERE customer_id IN (\($0))" }
        ) { row in
            let (user, year) = (ExactText(row.text(0)), Int(row.integer(1)))
            if row.isNull(2) {
                before[user]?[year] = nil
                removed.append((user.value, year))
            } else {
                before[user, default: [:]][year] = row.bytes(2)
                written.append([.text(user.value), .integer(Int64(year)), .bytes(row.bytes(2))])
            }
        }
        var settled: [SuggestionSettlement<Session>.Shopper] = []
        for user in users {
            if let history = try kept[user]?.history(of: user, by: decoder) {
                var tally = HistoryTally(history, of: user)
                for order in history.orders { tally.subtract(history.lines[order.lines], of: order.id) }
                tally.write(to: &change)
                statistics.subtract(history)
            }
            guard let pieces = before[user], !pieces.isEmpty else { continue }
            let history = try StoredHistory(pieces: pieces).history(of: user, by: decoder)
            var tally = HistoryTally(history, of: user)
            tally.addAll()
            tally.write(to: &change)
            statistics.add(history)
            settled.append(.init(user: user, history: history))
        }
        try session.upsert(
            into: "history", ["customer_id", "year", "content"], keyCount: 2, update: "content = excluded.content", forgetting: nil, written
        )
        for piece in removed { try session.run("DELETE FROM history WHERE customer_id = $1 AND year = $2", piece.user, piece.year) }
        try session.add(toCustomers: change.takeCustomers())
        try suggestions.settle(settled)
    }

    private mutating func writeCounts() throws {
        try session.add(statistics)
        statistics = StatisticsTally()
        try session.add(toCategories: change.takeCategories())
    }
}

extension SQLConnection {
    /// Makes everything as it was before the last import that changed anything, and returns its record.
    ///
    /// - Throws: `UndoRefusal`, or what the database throws.
    package func undoLastImport(_ number: Int?, at time: Timestamp) throws -> ImportRecord {
        // Lets no import begin until the transaction has ended.
        try run("UPDATE store SET revision = revision")
        guard let last = try lastChange() else { throw UndoRefusal.nothing }
        if let number, number != last.number { throw UndoRefusal.notTheLast(number: number, last: Int(last.number)) }
        guard !last.isUndone else { throw UndoRefusal.undoneAlready(number: Int(last.number)) }
        // Before their shoppers are settled anew.
        try restoreSuggestions()
        if last.wasEmpty { try removeEverybody() } else { try ImportReversal(in: self).run() }
        try forgetUndo()
        try run("UPDATE import_record SET undone = $1 WHERE number = $2", time.secondsSince1970, last.number)
        guard let record = try importRecords(before: Int(last.number) + 1, limit: 1).first else { throw UndoRefusal.nothing }
        if let named = record.namedCurrency, try currency() == named { try keepCurrency(nil) }
        return record
    }

    /// Takes all purchases away, and what is made of them.
    private func removeEverybody() throws {
        for table in ["history", "customer", "category_month", "statistic", "customer_gram"] { try run("DELETE FROM \(table)") }
        try run("UPDATE shown_suggestion SET bought = 0 WHERE bought <> 0")
        try run("UPDATE store SET revision = $1", Revision(of: try RankingConstants.read(from: self)).bits)
    }

    /// Brings back suggestions that the import counted because their days had passed.
    private func restoreSuggestions() throws {
        let counted = try rows("SELECT place, kind, count(*), CAST(sum(bought) AS bigint) FROM import_undo_suggestion GROUP BY place, kind")
        {
            (place: $0.text(0), kind: $0.text(1), shown: $0.integer(2), bought: $0.integer(3))
        }
        for count in counted {
            try run(
                "UPDATE suggestion_count SET shown = shown - $1, bought = bought - $2 WHERE place = $3 AND kind = $4", count.shown,
                count.bought,
                count.place, count.kind)
        }
        try run("DELETE FROM suggestion_count WHERE shown <= 0")
        try run(
            """
            INSERT INTO shown_suggestion (customer_id, place, kind, item, day, last_day, bought)
            SELECT customer_id, place, kind, item, day, last_day, bought FROM import_undo_suggestion WHERE true ON CONFLICT DO NOTHING
            """)
    }

    /// How many shoppers are taken out of the index one by one; it is made anew for more.
    private static var singleRemovalLimit: Int { 500 }

    /// Forgets the shoppers of whom nothing is left.
    fileprivate func dropEmptyCustomers() throws {
        let empty = try rows("SELECT customer_id FROM customer WHERE lines = 0 ORDER BY customer_id") { $0.text(0) }
        guard !empty.isEmpty else { return }
        try run("DELETE FROM customer WHERE lines = 0")
        let index = ShopperIndex(in: self)
        if empty.count > Self.singleRemovalLimit {
            try run("DELETE FROM customer_gram")
            try index.addAll()
        } else {
            for user in empty { try index.remove(user) }
        }
    }
}
