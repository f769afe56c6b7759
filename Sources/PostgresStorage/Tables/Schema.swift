/// The tables, and how a database comes to have them.
enum Schema {
    /// Where the tables are: other programs may keep theirs in the same database.
    static let name = "cartograph"

    /// In the order in which they are applied. A name is never given to anything else, and what was released is not changed.
    private static let migrations: [Migration] = [
        Migration("1 purchases", purchases), Migration("2 statistics", statistics), Migration("3 bucket lists", bucketLists),
        Migration("4 links", links), Migration("5 mail subscriptions", mailSubscriptions),
        Migration("6 orders and products", ordersAndProducts), Migration("7 suggestions", suggestions),
        Migration("8 subscriptions by address and due date", apply: { connection, _ in try indexMailSubscriptions(connection) }),
        Migration("9 shoppers by parts of their ids", apply: { connection, _ in try createShopperIndex(connection) }),
        Migration("10 currency", currency), Migration("11 access", access), Migration("12 histories", apply: createHistories),
        Migration("13 charts", charts),
        Migration("14 imports", imports),
        Migration("15 thousandths", thousandths),
        Migration("16 mails in hand", "ALTER TABLE mail_subscription ADD COLUMN taken_until bigint"),
        Migration("17 readings", readings),
    ]

    /// Quantities and sums are counted in thousandths from here on.
    private static let thousandths = """
        UPDATE category_month SET units = units * 1000, total = total * 10;
        UPDATE import_record SET sum_before = sum_before * 10, sum_after = sum_after * 10;
        """

    private struct Migration {
        let name: String
        let apply: @Sendable (Connection, (Int) -> Void) throws -> Void

        init(_ name: String, apply: @escaping @Sendable (Connection, (Int) -> Void) throws -> Void) {
            self.name = name
            self.apply = apply
        }

        init(_ name: String, _ sql: String) { self.init(name) { connection, _ in try connection.executeAll(sql) } }
    }

    /// "Cartogra" in ASCII: whoever holds this advisory lock may change the tables.
    private static let lock: Int64 = 0x4361_7274_6f67_7261

    /// Gives the database its tables, or throws `SchemaError` when the schema is another program's or a newer version's.
    ///
    /// Any number of servers may do so at once.
    ///
    /// - Parameter onMigration: told how many lines of an earlier release are there already.
    static func prepare(_ connection: Connection, onMigration: (Int) -> Void) throws {
        guard try !connection.read({ try missing(in: connection) }).isEmpty else { return }
        try connection.transaction {
            try connection.run("SELECT pg_advisory_xact_lock($1)", lock)
            // Another server may have made them meanwhile.
            let missing = try missing(in: connection)
            guard !missing.isEmpty else { return }
            // IF NOT EXISTS would ask for the right to make one even where one is.
            if try !connection.finds("SELECT 1 FROM pg_namespace WHERE nspname = $1", name) {
                try connection.executeAll("CREATE SCHEMA cartograph")
            }
            try connection.executeAll("CREATE TABLE IF NOT EXISTS migration (name text NOT NULL PRIMARY KEY)")
            for migration in missing {
                try migration.apply(connection, onMigration)
                try connection.run("INSERT INTO migration (name) VALUES ($1)", migration.name)
            }
        }
    }

    private static func missing(in connection: Connection) throws -> [Migration] {
        let tables = try connection.rows(
            """
            SELECT relname::text FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            WHERE nspname = $1 AND relkind IN ('r', 'p')
            """, name
        ) { $0.text(0) }
        guard !tables.isEmpty else { return migrations }
        guard tables.contains("migration") else { throw SchemaError.foreign }
        let applied = try Set(connection.rows("SELECT name FROM migration") { $0.text(0) })
        guard applied.isSubset(of: migrations.map(\.name)) else { throw SchemaError.newer }
        return migrations.filter { !applied.contains($0.name) }
    }
}
