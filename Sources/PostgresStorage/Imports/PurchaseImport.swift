import Purchases
import SQLStorage
import Storage

/// One import, inside its transaction. Its memory does not grow with what is imported.
struct PurchaseImport {
    /// What is held in memory.
    struct Bounds {
        /// The lines that go to the server together.
        var lines = 1 << 14
        /// Shoppers, items and category months, each.
        var names = 50_000
    }

    private let connection: Connection
    private let rule: MergeRule
    private let number: Int64
    /// When the orders of this import began that have the id of another one.
    private var restarts: [OrderKey: CalendarDate] = [:]
    private var tallies: ImportTallies
    private var statistics: ImportStatistics
    private var census = OrderCensus()

    private init(into connection: Connection, _ rule: MergeRule, _ bounds: Bounds) throws {
        self.connection = connection
        self.rule = rule
        // Locks the row until the transaction ends, and lets no other import begin.
        number = try connection.first("UPDATE store SET imports = imports + 1 RETURNING imports") { $0.integer(0) } ?? 1
        tallies = ImportTallies(into: connection, bound: bounds.names)
        statistics = try ImportStatistics(into: connection, bound: bounds.names)
    }

    /// What ends a transaction that was only to show what it would do.
    private struct Rehearsed: Error {
        let outcome: ImportOutcome
    }

    /// Imports all that `nextBatch` returns until it returns nothing, in one transaction.
    static func run(
        _ settings: ImportSettings, _ nextBatch: () throws -> [Purchase], into connection: Connection, _ bounds: Bounds = Bounds(),
        today: CalendarDate = .last
    ) throws -> ImportOutcome {
        do {
            return try connection.transaction {
                var running = try PurchaseImport(into: connection, settings.rule, bounds)
                let session = PostgresSession(connection: connection)
                if let currency = try settings.newCurrency(besides: session.currency()) { try session.keepCurrency(currency) }
                var lines: [Purchase] = []
                while case let batch = try nextBatch(), !batch.isEmpty {
                    try Task.checkCancellation()
                    lines += batch
                    guard lines.count >= bounds.lines else { continue }
                    try running.add(lines)
                    lines.removeAll(keepingCapacity: true)
                }
                try running.add(lines)
                let outcome = running.census.finish()
                if settings.isRehearsal { throw Rehearsed(outcome: outcome) }
                try running.tallies.finish()
                try running.statistics.finish(today: today)
                return outcome
            }
        } catch let rehearsed as Rehearsed {
            return rehearsed.outcome
        }
    }

    private mutating func add(_ purchases: [Purchase]) throws {
        guard !purchases.isEmpty else { return }
        var orders = Orders(of: purchases, rule)
        try statistics.touch(orders.users)
        try tellRestarts(&orders)
        try meet(&orders)
        var met: [(order: Int, line: Int)] = []
        try connection.copy(
            "COPY purchase (customer_id, order_id, line, import, \(Purchase.columns)) FROM STDIN (FORMAT binary)"
        ) { writer in
            for (purchase, place) in zip(purchases, orders.places) {
                if let line = orders.all[place].known.take(purchase) {
                    met.append((place, line))
                    census.meet()
                    continue
                }
                var purchase = purchase
                purchase.order = orders.all[place].id
                let line = orders.all[place].nextLine
                orders.all[place].nextLine += 1
                try writer.append(
                    purchase.user.rawValue, purchase.order.rawValue, line, number, Int64(purchase.date.dayNumber), purchase.productID,
                    purchase.itemName, purchase.brand, purchase.category, Int64(purchase.quantity), purchase.basePrice.hundredths,
                    purchase.totalPrice.hundredths
                )
                tallies.add(purchase, line: Int(line))
                census.add(purchase, line: Int(line), of: orders.all[place].key)
            }
        }
        try tallies.writeWhenMany()
        guard !met.isEmpty else { return }
        // They came with this import as well, so that a further one like them is new.
        try connection.run(
            """
            UPDATE purchase SET import = $1 FROM unnest($2, $3, $4) AS met (customer_id, order_id, line)
            WHERE purchase.customer_id = met.customer_id AND purchase.order_id = met.order_id AND purchase.line = met.line
            """, number, met.map { orders.all[$0.order].user.rawValue }, met.map { orders.all[$0.order].id.rawValue },
            met.map { Int64($0.line) }
        )
    }

    /// Finds the orders that have the id of one kept whose days are far away, and calls them what they are called in the table.
    private mutating func tellRestarts(_ orders: inout Orders) throws {
        for place in orders.all.indices { if let start = restarts[orders.all[place].key] { orders.rename(place, start) } }
        let asked = orders.all.indices.filter { orders.all[$0].merge == .replaceWithinReach && !orders.all[$0].isStartedAnew }
        guard !asked.isEmpty else { return }
        var far: [Int] = []
        try connection.forEachRow(
            """
            SELECT wanted.number, min(day), max(day) FROM unnest($1, $2) WITH ORDINALITY AS wanted (customer_id, order_id, number)
            JOIN purchase ON purchase.customer_id = wanted.customer_id AND purchase.order_id = wanted.order_id
            GROUP BY wanted.number HAVING max(import) <> $3
            """, asked.map { orders.all[$0].user.rawValue }, asked.map { orders.all[$0].id.rawValue }, number
        ) { row in
            let place = asked[Int(row.integer(0)) - 1]
            if !OrderMerge.reaches(orders.all[place].date, from: Int(row.integer(1))...Int(row.integer(2))) { far.append(place) }
        }
        guard !far.isEmpty else { return }
        var others: [Int: [(start: CalendarDate, days: ClosedRange<Int>)]] = [:]
        try connection.forEachRow(
            """
            SELECT wanted.number, order_id, min(day), max(day)
            FROM unnest($1, $2, $3) WITH ORDINALITY AS wanted (customer_id, lower, upper, number)
            JOIN purchase ON purchase.customer_id = wanted.customer_id AND order_id > wanted.lower AND order_id < wanted.upper
            GROUP BY wanted.number, order_id
            """, far.map { orders.all[$0].user.rawValue }, far.map { orders.all[$0].id.startedAnewBounds.lower },
            far.map { orders.all[$0].id.startedAnewBounds.upper }
        ) { row in
            let place = far[Int(row.integer(0)) - 1]
            guard let start = orders.all[place].id.start(of: row.text(1)) else { return }
            others[place, default: []].append((start, Int(row.integer(2))...Int(row.integer(3))))
        }
        for place in far {
            let order = orders.all[place]
            let start = order.id.startedAnew(others[place] ?? [], reaching: order.date) ?? order.date
            restarts[order.key] = start
            orders.rename(place, start)
        }
    }

    /// Finds what is kept of the orders, and takes away what has to go.
    private mutating func meet(_ orders: inout Orders) throws {
        try connection.forEachRow(
            """
            SELECT wanted.number, import, line, \(Purchase.columns)
            FROM unnest($1, $2) WITH ORDINALITY AS wanted (customer_id, order_id, number)
            JOIN purchase ON purchase.customer_id = wanted.customer_id AND purchase.order_id = wanted.order_id
            """, orders.userIDs, orders.orderIDs
        ) { row in
            let (place, line) = (Int(row.integer(0)) - 1, row.integer(2))
            let order = orders.all[place]
            orders.all[place].isKept = true
            orders.all[place].nextLine = max(order.nextLine, line + 1)
            guard row.integer(1) != number else { return }
            let purchase = Purchase(user: order.user, order: order.id, row: row, from: 3)
            orders.all[place].earlier.append((purchase, Int(line)))
        }
        var replaced: [Orders.Order] = []
        for place in orders.all.indices {
            let order = orders.all[place]
            if !order.isKept { census.beginNew(startedAnew: order.isStartedAnew) }
            guard !order.earlier.isEmpty else { continue }
            let stays = order.merge == .add || order.merge == .tellByContent
            census.begin(order.key, order.earlier, stay: stays)
            if order.merge == .tellByContent {
                for (purchase, line) in order.earlier { orders.all[place].known.insert(purchase, line: line) }
            }
            guard !stays else { continue }
            for (purchase, line) in order.earlier { tallies.subtract(purchase, line: line) }
            orders.all[place].nextLine = 0
            replaced.append(order)
        }
        guard !replaced.isEmpty else { return }
        try connection.run(
            "DELETE FROM purchase USING unnest($1, $2) AS old (customer_id, order_id) "
                + "WHERE purchase.customer_id = old.customer_id AND purchase.order_id = old.order_id",
            replaced.map(\.user.rawValue), replaced.map(\.id.rawValue)
        )
    }
}

extension Orders {
    /// Calls an order what one is called that started anew.
    fileprivate mutating func rename(_ place: Int, _ start: CalendarDate) {
        all[place].id = all[place].id.startedAnew(on: start)
        all[place].isStartedAnew = true
    }
}
