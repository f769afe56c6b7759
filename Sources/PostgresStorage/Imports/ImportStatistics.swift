import Purchases
import Storage

/// What an import changes about the statistics of all shoppers.
///
/// They depend on the order of a shopper's days, so a shopper who is touched is taken away as they were and, at the end, added as
/// they are. Both may happen again whenever memory asks for it: what is in the tables then is taken away later.
struct ImportStatistics {
    private let connection: Connection
    private let bound: Int
    private var touched: Set<ExactText> = []
    private var change = StatisticsTally()

    /// How many shoppers' histories, and how many counts, go over the wire together.
    private static let shopperSlice = 100, counterSlice = 10_000

    /// - Parameter bound: How many shoppers, and how many items, are held in memory.
    init(into connection: Connection, bound: Int) {
        self.connection = connection
        self.bound = bound
    }

    /// Takes the shoppers away as they are before the first of their lines comes or goes.
    mutating func touch(_ users: Set<ExactText>) throws {
        if touched.count + users.count > bound { try addTouched() }
        let new = users.subtracting(touched)
        touched.formUnion(new)
        try forEachHistory(of: new) { $0.subtract($1) }
    }

    /// Writes what is in memory, and forgets the counts of which nothing is left.
    mutating func finish() throws {
        try addTouched()
        try writeChange()
        try connection.run("DELETE FROM statistic WHERE count = 0")
    }

    private mutating func addTouched() throws {
        try forEachHistory(of: touched) { $0.add($1) }
        touched.removeAll(keepingCapacity: true)
    }

    /// Calls `body` with the change and all that each shopper has bought.
    private mutating func forEachHistory(
        of users: Set<ExactText>, _ body: (inout StatisticsTally, [StatisticsTally.Line]) -> Void
    ) throws {
        var rest = Array(users)[...]
        while !rest.isEmpty {
            for lines in try histories(of: rest.prefix(Self.shopperSlice).map(\.value)) { body(&change, lines) }
            rest = rest.dropFirst(Self.shopperSlice)
            if change.itemCount >= bound { try writeChange() }
        }
    }

    private func histories(of users: [String]) throws -> [[StatisticsTally.Line]] {
        var histories = [[StatisticsTally.Line]](repeating: [], count: users.count)
        try connection.forEachRow(
            """
            SELECT wanted.number, day, item, category, quantity, total_price
            FROM unnest($1) WITH ORDINALITY AS wanted (customer_id, number)
            JOIN purchase ON purchase.customer_id = wanted.customer_id
            """, users
        ) { row in
            let line = StatisticsTally.Line(
                day: Int(row.integer(1)), item: row.text(2), category: row.text(3), quantity: Int(row.integer(4)), total: row.integer(5)
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
