import Histories
import Purchases
import Storage

extension SQLConnection {
    /// The tables that are made of the purchases alone.
    private static var derivedTables: [String] { ["customer", "category_month", "statistic"] }
    private static var pageSize: Int { 100 }
    /// How many items and category months are counted in memory.
    private static var bound: Int { 50_000 }

    /// Makes anew what is made of the purchases, and returns how many rows of it were wrong.
    ///
    /// To be called in a transaction that keeps imports out.
    package func recount() throws -> Int {
        for table in Self.derivedTables {
            try run("CREATE TEMPORARY TABLE counted_\(table) AS SELECT * FROM \(table)")
            try run("DELETE FROM \(table)")
        }
        let decoder = HistoryDecoder()
        var change = TallyChange()
        var statistics = StatisticsTally()
        func write() throws {
            try add(statistics)
            statistics = StatisticsTally()
            try add(toCategories: change.takeCategories())
        }
        var page = try customersWithPurchases(after: nil)
        while !page.isEmpty {
            let histories = try storedHistories(of: page.map { ExactText($0.rawValue) })
            for user in page {
                let name = ExactText(user.rawValue)
                guard let history = try histories[name]?.history(of: name, by: decoder) else { continue }
                var tally = HistoryTally(history, of: name)
                tally.addAll()
                tally.write(to: &change)
                statistics.add(history)
                if statistics.itemCount >= Self.bound || change.categories.count >= Self.bound { try write() }
            }
            try insert(
                into: "customer", "customer_id, revision, lines",
                change.takeCustomers().map { [.text($0.key.value), .integer($0.value.revision.bits), .integer($0.value.lines)] })
            page = try customersWithPurchases(after: page.last)
        }
        try write()
        let revision = change.takeRevision() + Revision(of: try RankingConstants.read(from: self))
        var corrections = try run("UPDATE store SET revision = $1 WHERE revision <> $1", revision.bits)
        for table in Self.derivedTables {
            corrections += try differences(between: table, and: "counted_\(table)")
            try run("DROP TABLE counted_\(table)")
        }
        try run("DELETE FROM customer_gram")
        try ShopperIndex(in: self).addAll()
        return corrections
    }

    private func customersWithPurchases(after last: UserID?) throws -> [UserID] {
        let select = "SELECT customer_id FROM history WHERE year = 0"
        guard let last else {
            return try rows("\(select) ORDER BY customer_id LIMIT $1", Self.pageSize) { UserID(rawValue: $0.text(0)) }
        }
        return try rows("\(select) AND customer_id > $1 ORDER BY customer_id LIMIT $2", last.rawValue, Self.pageSize) {
            UserID(rawValue: $0.text(0))
        }
    }

    /// Returns how many rows of the first table are not in the second, or the other way round where there are more of those.
    private func differences(between one: String, and other: String) throws -> Int {
        let counts = try [(one, other), (other, one)].map { one, other in
            try first("SELECT count(*) FROM (SELECT * FROM \(one) EXCEPT SELECT * FROM \(other)) AS difference") { Int($0.integer(0)) } ?? 0
        }
        return counts.max() ?? 0
    }
}
