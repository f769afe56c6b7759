import GRDB
import Purchases
import SQLStorage
import Storage

/// One import, inside its transaction. Its memory does not grow with what is imported.
struct PurchaseImport {
    /// How many orders are held in memory; what falls out is asked of the database again.
    private let bound: Int
    private let number: Int64
    private let insert: PreparedStatement
    private let selectLast: PreparedStatement
    private let selectOrder: PreparedStatement
    private let deleteOrder: PreparedStatement
    private var nextLines: [OrderKey: Int] = [:]
    /// The order of the line before, which is most often that of the next line too; not in `nextLines`.
    private var current: (order: OrderKey, nextLine: Int)?
    private var tallies: ImportTallies
    private var statistics: ImportStatistics
    private var outcome = ImportOutcome()

    private init(into db: Database, bound: Int) throws {
        self.bound = bound
        let count = try PreparedStatement("UPDATE store SET imports = imports + 1 RETURNING imports", in: db)
        number = try count.first { $0.integer(0) } ?? 1
        insert = try PreparedStatement(
            """
            INSERT INTO purchase (customer_id, order_id, line, import, \(Purchase.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: db
        )
        let ofOrder = "FROM purchase WHERE customer_id = ? AND order_id = ?"
        selectLast = try PreparedStatement("SELECT import, line \(ofOrder) ORDER BY line DESC LIMIT 1", in: db)
        selectOrder = try PreparedStatement("SELECT line, \(Purchase.columns) \(ofOrder)", in: db)
        deleteOrder = try PreparedStatement("DELETE \(ofOrder)", in: db)
        tallies = try ImportTallies(into: db, bound: bound)
        statistics = try ImportStatistics(into: db, bound: bound)
    }

    /// Imports all that `nextBatch` returns until it returns nothing, in one transaction.
    ///
    /// - Parameter bound: How many orders, shoppers and category months are held in memory, each.
    static func run(_ nextBatch: () throws -> [Purchase], into db: Database, bound: Int = 50_000) throws -> ImportOutcome {
        // 48 MB for the pages that are being changed; the other pages of a long transaction go to the log on the disk.
        try db.execute(sql: "PRAGMA cache_size = -48000")
        defer { try? db.execute(sql: "PRAGMA cache_size = -2000; PRAGMA shrink_memory") }
        var outcome = ImportOutcome()
        try db.inTransaction(.immediate) {
            var running = try PurchaseImport(into: db, bound: bound)
            while case let batch = try nextBatch(), !batch.isEmpty {
                try Task.checkCancellation()
                for purchase in batch { try running.add(purchase) }
            }
            try running.tallies.finish()
            try running.statistics.finish()
            outcome = running.outcome
            return .commit
        }
        // The log is as large as the import. When a reader holds on to it, the next import empties it.
        _ = try? db.checkpoint(.truncate)
        return outcome
    }

    private mutating func add(_ purchase: Purchase) throws {
        let line = try nextLine(of: purchase)
        try insert.run(
            purchase.user.rawValue, purchase.order.rawValue, Int64(line), number, Int64(purchase.date.dayNumber), purchase.productID,
            purchase.itemName, purchase.brand, purchase.category, Int64(purchase.quantity), purchase.basePrice.hundredths,
            purchase.totalPrice.hundredths
        )
        try tallies.add(purchase, line: line)
        outcome.lines += 1
    }

    private mutating func nextLine(of purchase: Purchase) throws -> Int {
        let order = OrderKey(purchase)
        let line: Int
        if let current, current.order == order {
            line = current.nextLine
        } else {
            try statistics.touch(purchase.user)
            if nextLines.count >= bound { nextLines.removeAll(keepingCapacity: true) }
            if let current { nextLines[current.order] = current.nextLine }
            line = try nextLines[order] ?? firstLine(of: purchase)
        }
        current = (order, line + 1)
        return line
    }

    /// Returns the number of the next line of an order that is not in memory, and takes away what an earlier import has of it.
    private mutating func firstLine(of purchase: Purchase) throws -> Int {
        let (user, order) = (purchase.user.rawValue, purchase.order.rawValue)
        guard let last = try selectLast.first(user, order, read: { (number: $0.integer(0), line: Int($0.integer(1))) }) else {
            outcome.newOrders += 1
            return 0
        }
        if last.number == number { return last.line + 1 }
        try selectOrder.forEachRow(user, order) { row in
            let old = Purchase(user: purchase.user, order: purchase.order, row: row, from: 1)
            try tallies.subtract(old, line: Int(row.integer(0)))
        }
        try deleteOrder.run(user, order)
        outcome.replacedOrders += 1
        return 0
    }
}
