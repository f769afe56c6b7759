import Purchases
import SQLStorage
import Storage

/// What an import changes about the sums that are kept: gathered in memory, written when it is many, and at the end.
///
/// The sums are made here: PostgreSQL's integers do not wrap around, and no other import comes in between.
struct ImportTallies {
    private let connection: Connection
    private let bound: Int
    private var change = TallyChange()

    init(into connection: Connection, bound: Int) {
        self.connection = connection
        self.bound = bound
    }

    mutating func add(_ purchase: Purchase, line: Int) { change.add(purchase, line: line) }

    mutating func subtract(_ purchase: Purchase, line: Int) { change.subtract(purchase, line: line) }

    mutating func writeWhenMany() throws {
        if change.customers.count >= bound { try writeCustomers() }
        if change.categories.count >= bound { try writeCategories() }
    }

    /// Writes what is in memory, and forgets the categories of which nothing is left.
    mutating func finish() throws {
        try writeCustomers()
        try writeCategories()
        try connection.run("DELETE FROM category_month WHERE lines = 0")
        let before = try connection.first("SELECT revision FROM store") { Revision(bits: $0.integer(0)) } ?? .zero
        try connection.run("UPDATE store SET revision = $1", (before + change.takeRevision()).bits)
    }

    private mutating func writeCustomers() throws {
        let changes = change.takeCustomers()
        guard !changes.isEmpty else { return }
        let users = Array(changes.keys)
        var tallies = users.map { changes[$0] ?? Tally() }
        var new = Set(users.indices)
        try connection.forEachRow(
            """
            SELECT wanted.number, revision, lines FROM unnest($1) WITH ORDINALITY AS wanted (customer_id, number)
            JOIN customer ON customer.customer_id = wanted.customer_id
            """, users.map(\.value)
        ) { row in
            new.remove(Int(row.integer(0)) - 1)
            tallies[Int(row.integer(0)) - 1] += Tally(revision: Revision(bits: row.integer(1)), lines: row.integer(2))
        }
        try connection.run(
            """
            INSERT INTO customer (customer_id, revision, lines) SELECT * FROM unnest($1, $2, $3)
            ON CONFLICT (customer_id) DO UPDATE SET revision = excluded.revision, lines = excluded.lines
            """, users.map(\.value), tallies.map(\.revision.bits), tallies.map(\.lines)
        )
        try ShopperIndex(in: PostgresSession(connection: connection)).add(new.map { users[$0].value })
    }

    private mutating func writeCategories() throws {
        let changes = change.takeCategories()
        guard !changes.isEmpty else { return }
        let keys = Array(changes.keys)
        let (categories, months) = (keys.map(\.category.value), keys.map { Int64($0.month) })
        var tallies = keys.map { changes[$0] ?? Tally() }
        try connection.forEachRow(
            """
            SELECT wanted.number, lines, units, total FROM unnest($1, $2) WITH ORDINALITY AS wanted (category, month, number)
            JOIN category_month ON category_month.category = wanted.category AND category_month.month = wanted.month
            """, categories, months
        ) { row in
            tallies[Int(row.integer(0)) - 1] += Tally(lines: row.integer(1), units: row.integer(2), total: row.integer(3))
        }
        try connection.run(
            """
            INSERT INTO category_month (category, month, lines, units, total) SELECT * FROM unnest($1, $2, $3, $4, $5)
            ON CONFLICT (category, month) DO UPDATE SET lines = excluded.lines, units = excluded.units, total = excluded.total
            """, categories, months, tallies.map(\.lines), tallies.map(\.units), tallies.map(\.total)
        )
    }
}
