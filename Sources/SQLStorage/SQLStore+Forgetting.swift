import Histories
package import Purchases
import Storage

extension SQLConnection {
    /// Every table that has rows of a shopper, by `customer_id`.
    private static var tables: [String] {
        [
            "history", "customer", "bucket_list", "bucket_list_item", "link_generation", "revoked_link", "list_share",
            "mail_subscription", "shown_suggestion", "import_undo", "import_undo_suggestion",
        ]
    }

    /// Deletes all rows of a shopper, counts what is kept of all shoppers without them, and returns how many purchases they had; nil when
    /// there was nothing of them.
    ///
    /// To be called in a transaction that keeps imports out.
    package func deleteAll(of user: UserID) throws -> Int? {
        let history = try history(of: user)
        var change = TallyChange()
        var statistics = StatisticsTally()
        if let history {
            var tally = HistoryTally(history, of: ExactText(user.rawValue))
            for order in history.orders { tally.subtract(history.lines[order.lines], of: order.id) }
            tally.write(to: &change)
            statistics.subtract(history)
        }
        try add(statistics)
        try add(toCategories: change.takeCategories())
        let revision = try first("SELECT revision FROM store") { Revision(bits: $0.integer(0)) } ?? .zero
        try run("UPDATE store SET revision = $1", (revision + change.takeRevision()).bits)
        if history != nil { try ShopperIndex(in: self).remove(user.rawValue) }
        try forgetReadings(naming: user)
        let counts = try Self.tables.map { try run("DELETE FROM \($0) WHERE customer_id = $1", user.rawValue) }
        return counts.contains { $0 > 0 } ? history?.lines.count ?? 0 : nil
    }
}
