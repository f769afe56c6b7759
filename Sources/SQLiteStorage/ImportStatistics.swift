import GRDB
import Purchases
import SQLStorage
import Storage

/// What an import changes about the statistics of all shoppers.
///
/// They depend on the order of a shopper's days, so a shopper who is touched is taken away as they were and, at the end, added as
/// they are. Both may happen again whenever memory asks for it: what is in the tables then is taken away later.
struct ImportStatistics {
    private let bound: Int
    private let selectLines: PreparedStatement
    private let addCount: PreparedStatement
    private let dropZeros: PreparedStatement
    /// Nil while there is no table of them yet.
    private let suggestions: ImportSuggestions?
    private var touched: Set<ExactText> = []
    private var change = StatisticsTally()

    /// - Parameter bound: How many shoppers, and how many items, are held in memory.
    init(into db: Database, bound: Int, settlesSuggestions: Bool = true) throws {
        self.bound = bound
        selectLines = try PreparedStatement(
            "SELECT day, item, category, product_id, quantity, total_price FROM purchase WHERE customer_id = ?", in: db
        )
        addCount = try PreparedStatement(
            """
            INSERT INTO statistic (kind, number, name, other, count) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (kind, number, name, other) DO UPDATE SET count = count + excluded.count
            """, in: db
        )
        dropZeros = try PreparedStatement("DELETE FROM statistic WHERE count = 0", in: db)
        suggestions = settlesSuggestions ? try ImportSuggestions(into: db) : nil
    }

    /// Takes the shopper away as they are before the first of their lines comes or goes.
    mutating func touch(_ user: UserID) throws {
        let user = ExactText(user.rawValue)
        guard !touched.contains(user) else { return }
        if touched.count >= bound { try addTouched() }
        touched.insert(user)
        change.subtract(try lines(of: user))
        if change.itemCount >= bound { try writeChange() }
    }

    /// Writes what is in memory, and forgets the counts of which nothing is left.
    mutating func finish(today: CalendarDate = .last) throws {
        try addTouched()
        try writeChange()
        try dropZeros.run()
        try suggestions?.finish(today: today)
    }

    private mutating func addTouched() throws {
        for user in touched {
            let lines = try lines(of: user)
            change.add(lines)
            try suggestions?.settle(user, lines)
            if change.itemCount >= bound { try writeChange() }
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func writeChange() throws {
        try change.forEachCounter { counter, count in
            try addCount.run(Int64(counter.kind.rawValue), Int64(counter.number), counter.name, counter.other, count)
        }
        change = StatisticsTally()
    }

    private func lines(of user: ExactText) throws -> [StatisticsTally.Line] {
        var lines: [StatisticsTally.Line] = []
        try selectLines.forEachRow(user.value) { row in
            let line = StatisticsTally.Line(
                day: Int(row.integer(0)), item: row.text(1), category: row.text(2), product: row.text(3), quantity: Int(row.integer(4)),
                total: row.integer(5)
            )
            if let line { lines.append(line) }
        }
        return lines
    }
}

extension ImportStatistics {
    /// Counts all that is kept already, as a file needs that was made before there were statistics.
    static func countAll(in db: Database) throws {
        var statistics = try ImportStatistics(into: db, bound: 50_000, settlesSuggestions: false)
        var users: [String] = []
        try PreparedStatement("SELECT customer_id FROM customer", in: db).forEachRow { users.append($0.text(0)) }
        for user in users {
            statistics.change.add(try statistics.lines(of: ExactText(user)))
            if statistics.change.itemCount >= statistics.bound { try statistics.writeChange() }
        }
        try statistics.finish()
    }
}
