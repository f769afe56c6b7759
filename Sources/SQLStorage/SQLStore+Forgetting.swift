package import Purchases
import Storage

extension SQLConnection {
    /// Every table that has rows of a shopper, by `customer_id`.
    private static var tables: [String] {
        [
            "purchase", "customer", "bucket_list", "bucket_list_item", "link_generation", "revoked_link", "list_share",
            "mail_subscription", "shown_suggestion",
        ]
    }

    /// Deletes all rows of a shopper, counts what is kept of all shoppers without them, and returns how many purchases they had; nil when
    /// there was nothing of them.
    ///
    /// To be called in a transaction that keeps imports out.
    package func deleteAll(of user: UserID) throws -> Int? {
        let lines = try Purchase.all(of: user, by: "order_id, line", from: self)
        var change = TallyChange()
        var statistics = StatisticsTally()
        for (line, purchase) in lines.linesByOrder { change.subtract(purchase, line: line) }
        statistics.subtract(lines.lazy.compactMap(StatisticsTally.Line.init))
        try add(statistics)
        for (key, tally) in change.takeCategories() { try add(tally, toCategory: key.category.value, month: key.month) }
        try run("DELETE FROM category_month WHERE lines = 0")
        let revision = try first("SELECT revision FROM store") { Revision(bits: $0.integer(0)) } ?? .zero
        try run("UPDATE store SET revision = $1", (revision + change.takeRevision()).bits)
        if !lines.isEmpty { try ShopperIndex(in: self).remove(user.rawValue) }
        let counts = try Self.tables.map { try run("DELETE FROM \($0) WHERE customer_id = $1", user.rawValue) }
        return counts.contains { $0 > 0 } ? lines.count : nil
    }

    func add(_ change: StatisticsTally) throws {
        try change.forEachCounter { counter, count in
            try run(
                """
                INSERT INTO statistic (kind, number, name, other, count) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (kind, number, name, other) DO UPDATE SET count = statistic.count + excluded.count
                """, counter.kind.rawValue, counter.number, counter.name, counter.other, count
            )
        }
        try run("DELETE FROM statistic WHERE count = 0")
    }

    /// The sums are made here: the databases' integers do not wrap around.
    func add(_ change: Tally, toCategory category: String, month: Int) throws {
        let kept = try first("SELECT lines, units, total FROM category_month WHERE category = $1 AND month = $2", category, month) {
            Tally(lines: $0.integer(0), units: $0.integer(1), total: $0.integer(2))
        }
        var tally = kept ?? Tally()
        tally += change
        try run(
            """
            INSERT INTO category_month (category, month, lines, units, total) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (category, month) DO UPDATE SET lines = excluded.lines, units = excluded.units, total = excluded.total
            """, category, month, tally.lines, tally.units, tally.total
        )
    }
}

extension [Purchase] {
    /// Each purchase with its number in its order, of purchases by order, then line.
    var linesByOrder: [(line: Int, purchase: Purchase)] {
        var line = 0
        return indices.map { place in
            line = place > 0 && OrderKey(self[place]) == OrderKey(self[place - 1]) ? line + 1 : 0
            return (line, self[place])
        }
    }
}
