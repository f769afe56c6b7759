import GRDB
import Purchases
import SQLStorage
import Storage

/// What an import changes about the sums that are kept: gathered in memory, written when it is many, and at the end.
struct ImportTallies {
    private let bound: Int
    private let selectCustomer, keepCustomer, selectCategory, keepCategory, selectStore, keepStore: PreparedStatement
    private let dropEmptyCategories: PreparedStatement
    private let index: ShopperIndex<SQLiteSession>
    private var change = TallyChange()

    init(into db: Database, bound: Int) throws {
        self.bound = bound
        index = ShopperIndex(in: SQLiteSession(db: db))
        // The sums are made in Swift: SQLite turns an integer that overflows into a floating-point number.
        selectCustomer = try PreparedStatement("SELECT revision, lines FROM customer WHERE customer_id = ?", in: db)
        keepCustomer = try PreparedStatement("INSERT OR REPLACE INTO customer (customer_id, revision, lines) VALUES (?, ?, ?)", in: db)
        selectCategory = try PreparedStatement(
            "SELECT lines, units, total FROM category_month WHERE category = ? AND month = ?", in: db
        )
        keepCategory = try PreparedStatement(
            "INSERT OR REPLACE INTO category_month (category, month, lines, units, total) VALUES (?, ?, ?, ?, ?)", in: db
        )
        selectStore = try PreparedStatement("SELECT revision FROM store", in: db)
        keepStore = try PreparedStatement("UPDATE store SET revision = ?", in: db)
        dropEmptyCategories = try PreparedStatement("DELETE FROM category_month WHERE lines = 0", in: db)
    }

    mutating func add(_ purchase: Purchase, line: Int) throws {
        change.add(purchase, line: line)
        try writeWhenMany()
    }

    mutating func subtract(_ purchase: Purchase, line: Int) throws {
        change.subtract(purchase, line: line)
        try writeWhenMany()
    }

    /// Writes what is in memory, and forgets the categories of which nothing is left.
    mutating func finish() throws {
        try writeCustomers()
        try writeCategories()
        try dropEmptyCategories.run()
        let before = try selectStore.first { Revision(bits: $0.integer(0)) } ?? .zero
        try keepStore.run((before + change.takeRevision()).bits)
    }

    private mutating func writeWhenMany() throws {
        if change.customers.count >= bound { try writeCustomers() }
        if change.categories.count >= bound { try writeCategories() }
    }

    private mutating func writeCustomers() throws {
        var new: [String] = []
        for (user, change) in change.takeCustomers() {
            let kept = try selectCustomer.first(user.value) { Tally(revision: Revision(bits: $0.integer(0)), lines: $0.integer(1)) }
            var tally = kept ?? Tally()
            tally += change
            if kept == nil { new.append(user.value) }
            try keepCustomer.run(user.value, tally.revision.bits, tally.lines)
        }
        try index.add(new)
    }

    private mutating func writeCategories() throws {
        for (key, change) in change.takeCategories() {
            let month = Int64(key.month)
            let kept = try selectCategory.first(key.category.value, month) {
                Tally(lines: $0.integer(0), units: $0.integer(1), total: $0.integer(2))
            }
            var tally = kept ?? Tally()
            tally += change
            try keepCategory.run(key.category.value, month, tally.lines, tally.units, tally.total)
        }
    }
}
