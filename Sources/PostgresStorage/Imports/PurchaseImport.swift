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
    private let number: Int64
    private var tallies: ImportTallies
    private var statistics: ImportStatistics
    private var outcome = ImportOutcome()

    private init(into connection: Connection, _ bounds: Bounds) throws {
        self.connection = connection
        // Locks the row until the transaction ends, and lets no other import begin.
        number = try connection.first("UPDATE store SET imports = imports + 1 RETURNING imports") { $0.integer(0) } ?? 1
        tallies = ImportTallies(into: connection, bound: bounds.names)
        statistics = try ImportStatistics(into: connection, bound: bounds.names)
    }

    /// Imports all that `nextBatch` returns until it returns nothing, in one transaction.
    static func run(_ nextBatch: () throws -> [Purchase], into connection: Connection, _ bounds: Bounds = Bounds()) throws -> ImportOutcome
    {
        try connection.transaction {
            var running = try PurchaseImport(into: connection, bounds)
            var lines: [Purchase] = []
            while case let batch = try nextBatch(), !batch.isEmpty {
                try Task.checkCancellation()
                lines += batch
                guard lines.count >= bounds.lines else { continue }
                try running.add(lines)
                lines.removeAll(keepingCapacity: true)
            }
            try running.add(lines)
            try running.tallies.finish()
            try running.statistics.finish()
            return running.outcome
        }
    }

    private mutating func add(_ purchases: [Purchase]) throws {
        guard !purchases.isEmpty else { return }
        var orders = Orders(of: purchases)
        try statistics.touch(orders.users)
        try takeAway(&orders)
        try connection.copy(
            "COPY purchase (customer_id, order_id, line, import, \(Purchase.columns)) FROM STDIN (FORMAT binary)"
        ) { writer in
            for (purchase, place) in zip(purchases, orders.places) {
                let line = orders.takeLine(at: place)
                try writer.append(
                    purchase.user.rawValue, purchase.order.rawValue, line, number, Int64(purchase.date.dayNumber), purchase.productID,
                    purchase.itemName, purchase.brand, purchase.category, Int64(purchase.quantity), purchase.basePrice.hundredths,
                    purchase.totalPrice.hundredths
                )
                tallies.add(purchase, line: Int(line))
            }
        }
        try tallies.writeWhenMany()
        outcome.lines += purchases.count
    }

    /// Takes away what earlier imports have of the orders, and lets the lines of this one that are there already be counted on from.
    private mutating func takeAway(_ orders: inout Orders) throws {
        let wanted = "unnest($1, $2) WITH ORDINALITY AS wanted (customer_id, order_id, number)"
        var replaced: Set<Int> = []
        try connection.forEachRow(
            """
            SELECT wanted.number, import, line, \(Purchase.columns) FROM \(wanted)
            JOIN purchase ON purchase.customer_id = wanted.customer_id AND purchase.order_id = wanted.order_id
            """, orders.userIDs, orders.orderIDs
        ) { row in
            let (place, line) = (Int(row.integer(0)) - 1, row.integer(2))
            guard row.integer(1) != number else { return orders.skip(line, at: place) }
            replaced.insert(place)
            let (user, order) = (UserID(rawValue: orders.userIDs[place]), OrderID(rawValue: orders.orderIDs[place]))
            tallies.subtract(Purchase(user: user, order: order, row: row, from: 3), line: Int(line))
        }
        outcome.replacedOrders += replaced.count
        outcome.newOrders += orders.countWithoutLines - replaced.count
        guard !replaced.isEmpty else { return }
        try connection.run(
            "DELETE FROM purchase USING unnest($1, $2) AS old (customer_id, order_id) "
                + "WHERE purchase.customer_id = old.customer_id AND purchase.order_id = old.order_id",
            replaced.map { orders.userIDs[$0] }, replaced.map { orders.orderIDs[$0] }
        )
    }
}
