import Histories
package import Purchases
import Storage

extension SQLConnection {
    /// Every table that has rows of a shopper, by `customer_id`.
    private static var tables: [String] {
        [
            "history", "customer", "bucket_list", "bucket_list_item", "link_generation", "revoked_link", "list_share",
            "mail_subscription", "shown_suggestion",
        ]
    }

    /// Deletes all rows of a shopper, counts what is kept of all shoppers without them, and returns how many purchases they had; nil when
    /// there was nothing of them.
    ///
    /// To be called in a transaction that keeps imports out.
    package func deleteAll(of user: UserID) throws -> Int? {
        let lines = try history(of: user)?.log(of: user) ?? []
        var change = TallyChange()
        var statistics = StatisticsTally()
        for (line, purchase) in lines.linesByOrder { change.subtract(purchase, line: line) }
        statistics.subtract(lines.lazy.compactMap(StatisticsTally.Line.init))
        try add(statistics)
        try add(toCategories: change.takeCategories())
        try dropEmptyCounts()
        let revision = try first("SELECT revision FROM store") { Revision(bits: $0.integer(0)) } ?? .zero
        try run("UPDATE store SET revision = $1", (revision + change.takeRevision()).bits)
        if !lines.isEmpty { try ShopperIndex(in: self).remove(user.rawValue) }
        let counts = try Self.tables.map { try run("DELETE FROM \($0) WHERE customer_id = $1", user.rawValue) }
        return counts.contains { $0 > 0 } ? lines.count : nil
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
