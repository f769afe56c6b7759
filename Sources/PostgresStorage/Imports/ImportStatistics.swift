import Purchases
import Storage

/// What an import changes about the statistics of all shoppers.
///
/// They depend on the order of a shopper's days, so a shopper who is touched is taken away as they were and, at the end, added as
/// they are. Both may happen again whenever memory asks for it: what is in the tables then is taken away later.
struct ImportStatistics {
    private let connection: Connection
    private let bound: Int
    private let suggestions: ImportSuggestions
    private var touched: Set<ExactText> = []
    private var change = StatisticsTally()

    /// How many shoppers' histories, and how many counts, go over the wire together.
    private static let shopperSlice = 100, counterSlice = 10_000

    /// - Parameter bound: How many shoppers, and how many items, are held in memory.
    init(into connection: Connection, bound: Int) throws {
        self.connection = connection
        self.bound = bound
        suggestions = try ImportSuggestions(into: connection)
    }

    /// Takes the shoppers away as they are before the first of their lines comes or goes.
    mutating func touch(_ users: Set<ExactText>) throws {
        if touched.count + users.count > bound { try addTouched() }
        let new = users.subtracting(touched)
        touched.formUnion(new)
        try forEachHistory(of: new) { change, _, histories in for lines in histories { change.subtract(lines) } }
    }

    /// Writes what is in memory, and forgets the counts of which nothing is left.
    mutating func finish(today: CalendarDate) throws {
        try addTouched()
        try writeChange()
        try connection.run("DELETE FROM statistic WHERE count = 0")
        try suggestions.finish(today: today)
    }

    private mutating func addTouched() throws {
        try forEachHistory(of: touched) { [suggestions] change, users, histories in
            for lines in histories { change.add(lines) }
            try suggestions.settle(users, histories)
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Calls `body` with the change, some of the shoppers and all that each of them has bought.
    private mutating func forEachHistory(
        of users: Set<ExactText>, _ body: (inout StatisticsTally, [String], [[StatisticsTally.Line]]) throws -> Void
    ) throws {
        var rest = Array(users)[...]
        while !rest.isEmpty {
            let slice = rest.prefix(Self.shopperSlice).map(\.value)
            try body(&change, slice, histories(of: slice))
            rest = rest.dropFirst(Self.shopperSlice)
            if change.itemCount >= bound { try writeChange() }
        }
    }

    private func histories(of users: [String]) throws -> [[StatisticsTally.Line]] {
        var histories = [[StatisticsTally.Line]](repeating: [], count: users.count)
        try connection.forEachRow(
            """
            SELECT wanted.number, day, item, category, product_id, quantity, total_price
            FROM unnest($1) WITH ORDINALITY AS wanted (customer_id, number)
            JOIN purchase ON purchase.customer_id = wanted.customer_id
            """, users
        ) { row in
            let line = StatisticsTally.Line(
                day: Int(row.integer(1)), item: row.text(2), category: row.text(3), product: row.text(4), quantity: Int(row.integer(5)),
                total: row.integer(6)
            )
            if let line { histories[Int(row.integer(0)) - 1].append(line) }
        }
        return histories
    }

    private mutating func writeChange() throws {
        var counters: [(counter: StatisticsCounter, count: Int64)] = []
        try change.forEachCounter { counter, count in
            counters.append((counter, count))
            guard counters.count >= Self.counterSlice else { return }
            try write(counters)
            counters.removeAll(keepingCapacity: true)
        }
        if !counters.isEmpty { try write(counters) }
        change = StatisticsTally()
    }

    private func write(_ counters: [(counter: StatisticsCounter, count: Int64)]) throws {
        try connection.run(
            """
            INSERT INTO statistic (kind, number, name, other, count) SELECT * FROM unnest($1, $2, $3, $4, $5)
            ON CONFLICT (kind, number, name, other) DO UPDATE SET count = statistic.count + excluded.count
            """, counters.map { Int64($0.counter.kind.rawValue) }, counters.map { Int64($0.counter.number) }, counters.map(\.counter.name),
            counters.map(\.counter.other), counters.map(\.count)
        )
    }
}
