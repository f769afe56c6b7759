import Histories
public import Purchases
public import Storage

extension SQLStore {
    public func history(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        try await readPurchases(of: user) { session in
            Versioned(
                revision: try HistorySummary(of: user, from: session).revision, value: try session.keptHistory(of: user).purchases(of: user)
            )
        }
    }

    public func log(of user: UserID) async throws(StorageError) -> Versioned<[Purchase]> {
        try await readPurchases(of: user) { session in
            Versioned(
                revision: try HistorySummary(of: user, from: session).revision,
                value: try session.keptHistory(of: user).log(of: user)
            )
        }
    }

    public func summary(of user: UserID) async throws(StorageError) -> HistorySummary {
        try await readRevision { try HistorySummary(of: user, from: $0) }
    }

    public func revision() async throws(StorageError) -> Revision { try await readRevision(Revision.ofEveryone) }

    public func users(matching text: String?, after cursor: UserID?, limit: Int) async throws(StorageError) -> Versioned<[UserID]> {
        try await readVersioned { session in
            guard limit > 0 else { return [] }
            return try UserID.matching(UserSearch(text), after: cursor, limit: limit, in: session)
        }
    }

    public func statistics() async throws(StorageError) -> Versioned<ShopStatistics> {
        let today = today()
        return try await readVersioned { try ShopStatistics.read(from: $0, today: today) }
    }

    public func categoryMonths() async throws(StorageError) -> Versioned<[CategoryMonth]> {
        try await readVersioned { session in
            try session.rows("SELECT category, month, lines, units, total FROM category_month ORDER BY category, month") { row in
                CategoryMonth(
                    category: row.text(0), month: Month(index: Int(row.integer(1))), lines: Int(row.integer(2)),
                    units: Quantity(thousandths: row.integer(3)), total: Money(thousandths: row.integer(4))
                )
            }
        }
    }

    public func currency() async throws(StorageError) -> String? { try await readRevision { try $0.currency() } }

    public func keepCurrency(_ code: String?) async throws { try await change { try $0.keepCurrency(code) } }

    public func imports(before number: Int?, limit: Int) async throws(StorageError) -> [ImportRecord] {
        try await readMoment { try $0.importRecords(before: number, limit: limit) }
    }

    public func checkAvailability() async throws(StorageError) { _ = try await revision() }

    /// Reads with several statements that see the same moment, and with the revision of everybody's purchases.
    private func readVersioned<Value: Sendable>(
        _ work: @escaping @Sendable (Session) throws -> Value
    ) async throws(StorageError) -> Versioned<Value> {
        try await readPurchases(of: nil) { Versioned(revision: try Revision.ofEveryone(in: $0), value: try work($0)) }
    }
}

extension HistorySummary {
    fileprivate init(of user: UserID, from session: some SQLConnection) throws {
        let select = "SELECT revision, lines, (SELECT currency FROM store) FROM customer WHERE customer_id = $1"
        let summary = try session.first(select, user.rawValue) { row in
            let currency = row.text(2).isEmpty ? nil : row.text(2)
            return HistorySummary(
                revision: Revision(bits: row.integer(0)) + Revision(ofCurrency: currency), lineCount: Int(row.integer(1)),
                currency: currency)
        }
        guard let summary else { throw StorageError.unknownUser(user) }
        self = summary
    }
}

extension Revision {
    /// Reads the revision of all shoppers' purchases.
    fileprivate static func ofEveryone(in session: some SQLConnection) throws -> Revision {
        try session.first("SELECT revision, currency FROM store") { row in
            Revision(bits: row.integer(0)) + Revision(ofCurrency: row.text(1).isEmpty ? nil : row.text(1))
        } ?? .zero
    }
}

extension SQLConnection {
    /// Reads the code of what all sums are in, nil where nobody has named it.
    package func currency() throws -> String? {
        let code = try first("SELECT currency FROM store") { $0.text(0) } ?? ""
        return code.isEmpty ? nil : code
    }

    /// The last day on which anything was bought of those that have come, nil where there is none.
    package func lastDay(until today: CalendarDate) throws -> Int64? {
        try first(
            "SELECT number FROM statistic WHERE kind = $1 AND number <= $2 ORDER BY number DESC LIMIT 1",
            StatisticsCounter.Kind.day.rawValue, today.dayNumber
        ) { $0.integer(0) }
    }

    /// Names what all sums are in.
    package func keepCurrency(_ code: String?) throws { try run("UPDATE store SET currency = $1", code ?? "") }
}

extension UserID {
    /// How many ids are looked at before the index is asked: a text that most ids have is found sooner so.
    private static let glance = 2_000
    private static let pageSize = 10_000

    /// Returns the shoppers that are found, by id, at most `limit` of them.
    fileprivate static func matching(
        _ search: UserSearch, after cursor: UserID?, limit: Int, in session: some SQLConnection
    ) throws -> [UserID] {
        guard search.isForAll else {
            let found = try page(after: cursor, count: glance, in: session).filter(search.matches)
            guard found.count < limit else { return Array(found.prefix(limit)) }
            return try ShopperIndex(in: session).users(search, after: cursor, limit: limit)
        }
        var found: [UserID] = []
        while found.count < limit {
            let count = min(limit - found.count, pageSize)
            let page = try page(after: found.last ?? cursor, count: count, in: session)
            found += page
            if page.count < count { break }
        }
        return found
    }

    /// Reads the next shoppers by id.
    static func page(after cursor: UserID?, count: Int, in session: some SQLConnection) throws -> [UserID] {
        let select = "SELECT customer_id FROM customer"
        guard let cursor else {
            return try session.rows("\(select) ORDER BY customer_id LIMIT $1", count) { UserID(rawValue: $0.text(0)) }
        }
        return try session.rows("\(select) WHERE customer_id > $1 ORDER BY customer_id LIMIT $2", cursor.rawValue, count) {
            UserID(rawValue: $0.text(0))
        }
    }
}

extension ShopStatistics {
    /// Reads the counts; of the weeks, those that are recent.
    package static func read(from session: some SQLConnection, today: CalendarDate) throws -> ShopStatistics {
        var tally = StatisticsTally()
        let columns = "SELECT kind, number, name, other, count FROM statistic"
        func add(_ row: some SQLRow) -> Bool {
            guard let kind = StatisticsCounter.Kind(rawValue: Int(row.integer(0))) else { return true }
            let counter = StatisticsCounter(kind, number: Int(row.integer(1)), name: row.text(2), other: row.text(3))
            tally.add(row.integer(4), to: counter)
            return true
        }
        let week = StatisticsCounter.Kind.week.rawValue
        try session.execute("\(columns) WHERE kind < $1 OR kind > $1", [week.sqlValue], add)
        let lastDay = try session.lastDay(until: today) ?? 0
        let firstWeek = StatisticsTally.week(of: Int(lastDay)) - ShopStatistics.recentWeeks + 1
        try session.execute("\(columns) WHERE kind = $1 AND number >= $2", [week.sqlValue, firstWeek.sqlValue], add)
        var statistics = ShopStatistics(tally, today: today)
        statistics.ranking = try RankingConstants.read(from: session) ?? .standard
        return statistics
    }
}
