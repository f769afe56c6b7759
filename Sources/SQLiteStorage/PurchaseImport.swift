import GRDB
import Purchases
import SQLStorage
import Storage

/// One import, inside its transaction. Its memory does not grow with what is imported.
struct PurchaseImport {
    /// An order that lines are written to.
    private struct OpenOrder {
        let id: OrderID
        var nextLine: Int
        var known = KnownLines()
    }

    /// How many orders, and lines that may come again, are held in memory; what falls out is asked of the database again.
    private let bound: Int
    private let rule: MergeRule
    private let number: Int64
    private let insert: PreparedStatement
    private let selectLast: PreparedStatement
    private let selectOrder: PreparedStatement
    private let selectRestarts: PreparedStatement
    private let deleteOrder: PreparedStatement
    private let stamp: PreparedStatement
    private var open: [OrderKey: OpenOrder] = [:]
    private var openKnown = 0
    /// The order of the line before, which is most often that of the next line too; not in `open`.
    private var current: (key: OrderKey, order: OpenOrder)?
    /// When the orders of this import began that have the id of another one.
    private var restarts: [OrderKey: CalendarDate] = [:]
    private var tallies: ImportTallies
    private var statistics: ImportStatistics
    private var census = OrderCensus()

    private init(into db: Database, _ rule: MergeRule, bound: Int) throws {
        self.bound = bound
        self.rule = rule
        let count = try PreparedStatement("UPDATE store SET imports = imports + 1 RETURNING imports", in: db)
        number = try count.first { $0.integer(0) } ?? 1
        insert = try PreparedStatement(
            """
            INSERT INTO purchase (customer_id, order_id, line, import, \(Purchase.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: db
        )
        let ofOrder = "FROM purchase WHERE customer_id = ? AND order_id = ?"
        selectLast = try PreparedStatement("SELECT import, line \(ofOrder) ORDER BY line DESC LIMIT 1", in: db)
        selectOrder = try PreparedStatement("SELECT import, line, \(Purchase.columns) \(ofOrder)", in: db)
        selectRestarts = try PreparedStatement(
            """
            SELECT order_id, min(day), max(day) FROM purchase WHERE customer_id = ? AND order_id > ? AND order_id < ? GROUP BY order_id
            """, in: db
        )
        stamp = try PreparedStatement("UPDATE purchase SET import = ? WHERE customer_id = ? AND order_id = ? AND line = ?", in: db)
        deleteOrder = try PreparedStatement("DELETE \(ofOrder)", in: db)
        tallies = try ImportTallies(into: db, bound: bound)
        statistics = try ImportStatistics(into: db, bound: bound)
    }

    /// Imports all that `nextBatch` returns until it returns nothing, in one transaction.
    ///
    /// - Parameter bound: How many orders, shoppers and category months are held in memory, each.
    static func run(
        _ settings: ImportSettings, _ nextBatch: () throws -> [Purchase], into db: Database, today: CalendarDate = .last,
        bound: Int = 50_000
    ) throws -> ImportOutcome {
        // 48 MB for the pages that are being changed; the other pages of a long transaction go to the log on the disk.
        try db.execute(sql: "PRAGMA cache_size = -48000")
        defer { try? db.execute(sql: "PRAGMA cache_size = -2000; PRAGMA shrink_memory") }
        var outcome = ImportOutcome()
        try db.inTransaction(.immediate) {
            var running = try PurchaseImport(into: db, settings.rule, bound: bound)
            let session = SQLiteSession(db: db)
            if let currency = try settings.newCurrency(besides: session.currency()) { try session.keepCurrency(currency) }
            while case let batch = try nextBatch(), !batch.isEmpty {
                try Task.checkCancellation()
                for purchase in batch { try running.add(purchase) }
            }
            outcome = running.census.finish()
            guard !settings.isRehearsal else { return .rollback }
            try running.tallies.finish()
            try running.statistics.finish(today: today)
            return .commit
        }
        // The log is as large as the import. When a reader holds on to it, the next import empties it.
        _ = try? db.checkpoint(.truncate)
        return outcome
    }

    private mutating func add(_ purchase: Purchase) throws {
        let key = OrderKey(purchase)
        var order = try order(of: purchase, key)
        if let line = order.known.take(purchase) {
            // It came with this import as well, so that a further one like it is new.
            try stamp.run(number, purchase.user.rawValue, order.id.rawValue, Int64(line))
            census.meet()
        } else {
            var purchase = purchase
            purchase.order = order.id
            try write(purchase, line: order.nextLine, key)
            order.nextLine += 1
        }
        current = (key, order)
    }

    private mutating func write(_ purchase: Purchase, line: Int, _ key: OrderKey) throws {
        try insert.run(
            purchase.user.rawValue, purchase.order.rawValue, Int64(line), number, Int64(purchase.date.dayNumber), purchase.productID,
            purchase.itemName, purchase.brand, purchase.category, Int64(purchase.quantity), purchase.basePrice.hundredths,
            purchase.totalPrice.hundredths
        )
        try tallies.add(purchase, line: line)
        census.add(purchase, line: line, of: key)
    }

    private mutating func order(of purchase: Purchase, _ key: OrderKey) throws -> OpenOrder {
        if let current {
            if current.key == key { return current.order }
            if open.count + openKnown >= bound {
                open.removeAll(keepingCapacity: true)
                openKnown = 0
            }
            open[current.key] = current.order
            openKnown += current.order.known.count
        }
        try statistics.touch(purchase.user)
        guard let order = open.removeValue(forKey: key) else { return try opened(purchase, key) }
        openKnown -= order.known.count
        return order
    }

    /// Finds out what is kept of an order that is not in memory, and takes away what has to go.
    private mutating func opened(_ purchase: Purchase, _ key: OrderKey) throws -> OpenOrder {
        let user = purchase.user.rawValue
        var id = restarts[key].map(purchase.order.startedAnew) ?? purchase.order
        guard var last = try last(of: user, id) else {
            census.beginNew()
            return OpenOrder(id: id, nextLine: 0)
        }
        switch OrderMerge(rule, for: purchase) {
        case .add: return extended(id, after: last.line, key, try earlierLines(of: purchase.user, id), areTold: false)
        case .tellByContent: return extended(id, after: last.line, key, try earlierLines(of: purchase.user, id), areTold: true)
        case .replaceWithinReach where last.number != number:
            guard let start = try restart(of: purchase, id) else { break }
            restarts[key] = start
            id = id.startedAnew(on: start)
            guard let other = try self.last(of: user, id) else {
                census.beginNew(startedAnew: true)
                return OpenOrder(id: id, nextLine: 0)
            }
            last = other
        case .replace, .replaceWithinReach: break
        }
        if last.number == number { return OpenOrder(id: id, nextLine: last.line + 1) }
        let lines = try earlierLines(of: purchase.user, id)
        census.begin(key, lines, stay: false)
        for (old, line) in lines { try tallies.subtract(old, line: line) }
        try deleteOrder.run(user, id.rawValue)
        return OpenOrder(id: id, nextLine: 0)
    }

    private mutating func extended(
        _ id: OrderID, after last: Int, _ key: OrderKey, _ lines: [(purchase: Purchase, line: Int)], areTold: Bool
    ) -> OpenOrder {
        census.begin(key, lines, stay: true)
        var order = OpenOrder(id: id, nextLine: last + 1)
        if areTold { for (old, line) in lines { order.known.insert(old, line: line) } }
        return order
    }

    /// The last line that is kept of an order, and the import that it came with.
    private func last(of user: String, _ order: OrderID) throws -> (number: Int64, line: Int)? {
        try selectLast.first(user, order.rawValue) { (number: $0.integer(0), line: Int($0.integer(1))) }
    }

    /// The lines of an order that came with earlier imports, and with this one not again.
    private func earlierLines(of user: UserID, _ order: OrderID) throws -> [(purchase: Purchase, line: Int)] {
        var lines: [(purchase: Purchase, line: Int)] = []
        try selectOrder.forEachRow(user.rawValue, order.rawValue) { row in
            guard row.integer(0) != number else { return }
            lines.append((Purchase(user: user, order: order, row: row, from: 2), Int(row.integer(1))))
        }
        return lines
    }

    /// Returns when the order began that a line is of, where that is not the one kept under its id but one that has the id anew.
    private func restart(of purchase: Purchase, _ id: OrderID) throws -> CalendarDate? {
        let days = try earlierLines(of: purchase.user, id).map(\.purchase.date.dayNumber)
        guard let first = days.min(), let last = days.max(), !OrderMerge.reaches(purchase.date, from: first...last) else { return nil }
        var others: [(start: CalendarDate, days: ClosedRange<Int>)] = []
        let bounds = id.startedAnewBounds
        try selectRestarts.forEachRow(purchase.user.rawValue, bounds.lower, bounds.upper) { row in
            guard let start = id.start(of: row.text(0)) else { return }
            others.append((start, Int(row.integer(1))...Int(row.integer(2))))
        }
        return id.startedAnew(others, reaching: purchase.date) ?? purchase.date
    }
}
