import GRDB
import SQLStorage

/// The tables, and how a file comes to have them.
enum Schema {
    /// What marks a file as ours: "Cart" in ASCII, as SQLite's `application_id`.
    static let applicationID: Int32 = 0x4361_7274

    /// Texts compare by bytes (BINARY). Whatever grows is keyed by the shopper first, so one shopper's rows lie side by side.
    /// `import` is the number of the import a line came with; a revision is the bit pattern of its 64 bits; a day counts from
    /// 1970-01-01; a month is `Month.index`; prices are in hundredths.
    private static func migrator(onProgress: @escaping @Sendable (Int) -> Void = { _ in }) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 purchases") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(
                sql: """
                    CREATE TABLE purchase (
                        customer_id TEXT NOT NULL, order_id TEXT NOT NULL, line INTEGER NOT NULL,
                        import INTEGER NOT NULL, day INTEGER NOT NULL,
                        product_id TEXT NOT NULL, item TEXT NOT NULL, brand TEXT NOT NULL, category TEXT NOT NULL,
                        quantity INTEGER NOT NULL, base_price INTEGER NOT NULL, total_price INTEGER NOT NULL,
                        PRIMARY KEY (customer_id, order_id, line)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE customer (
                        customer_id TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, lines INTEGER NOT NULL
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE category_month (
                        category TEXT NOT NULL, month INTEGER NOT NULL,
                        lines INTEGER NOT NULL, units INTEGER NOT NULL, total INTEGER NOT NULL,
                        PRIMARY KEY (category, month)
                    ) STRICT, WITHOUT ROWID;
                    CREATE TABLE store (
                        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, imports INTEGER NOT NULL
                    ) STRICT;
                    INSERT INTO store VALUES (1, 0, 0);
                    """
            )
        }
        migrator.registerMigration("bucket lists") { db in try createBucketLists(db) }
        migrator.registerMigration("mail subscriptions") { db in try createMailSubscriptions(db) }
        migrator.registerMigration("links") { db in try createLinks(db) }
        // Counts that add up: what each is about is said by `StatisticsCounter`.
        migrator.registerMigration("2 statistics") { db in
            try db.execute(
                sql: """
                    CREATE TABLE statistic (
                        kind INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, other TEXT NOT NULL, count INTEGER NOT NULL,
                        PRIMARY KEY (kind, number, name, other)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        // What this counted once, "9 histories" counts anew, as it does what the others counted.
        migrator.registerMigration("3 orders and products") { _ in }
        migrator.registerMigration("4 suggestions") { db in try createSuggestions(db) }
        migrator.registerMigration("5 subscriptions by shopper, address and due date") { db in try indexMailSubscriptions(db) }
        migrator.registerMigration("6 shoppers by parts of their ids") { db in
            try db.execute(
                sql: """
                    CREATE TABLE customer_gram (
                        gram INTEGER NOT NULL, first TEXT NOT NULL, ids BLOB NOT NULL, PRIMARY KEY (gram, first)
                    ) STRICT, WITHOUT ROWID;
                    """
            )
        }
        migrator.registerMigration("7 currency") { db in
            // What was kept before there were names was shown in dollars.
            try db.execute(
                sql: """
                    ALTER TABLE store ADD COLUMN currency TEXT NOT NULL DEFAULT '';
                    UPDATE store SET currency = 'USD' WHERE EXISTS (SELECT 1 FROM purchase);
                    """
            )
        }
        migrator.registerMigration("8 access") { db in try createAccess(db) }
        // A rowid table: a long value in a table without would lie on pages of its own, and a short one on half of one.
        migrator.registerMigration("9 histories") { db in
            try db.execute(
                sql: """
                    CREATE TABLE history (
                        id INTEGER PRIMARY KEY, customer_id TEXT NOT NULL, year INTEGER NOT NULL, content BLOB NOT NULL,
                        UNIQUE (customer_id, year)
                    ) STRICT;
                    """
            )
            try SQLiteSession(db: db).bringRowsIntoHistories(onProgress: onProgress)
        }
        migrator.registerMigration("10 charts") { db in try createCharts(db) }
        migrator.registerMigration("11 imports") { db in try createImports(db) }
        // Quantities and sums are counted in thousandths from here on.
        migrator.registerMigration("12 thousandths") { db in
            try db.execute(
                sql: """
                    UPDATE category_month SET units = units * 1000, total = total * 10;
                    UPDATE import_record SET sum_before = sum_before * 10, sum_after = sum_after * 10;
                    """)
        }
        migrator.registerMigration("13 mails in hand") { db in
            try db.execute(sql: "ALTER TABLE mail_subscription ADD COLUMN taken_until INTEGER")
        }
        migrator.registerMigration("14 readings") { db in
            try db.execute(
                sql: """
                    ALTER TABLE import_record ADD COLUMN header TEXT NOT NULL DEFAULT '';
                    ALTER TABLE import_record ADD COLUMN reading TEXT NOT NULL DEFAULT '';
                    """)
        }
        return migrator
    }

    /// Gives the file its tables, or throws `SchemaError` when the file is another program's or a newer version's.
    ///
    /// - Parameter onMigration: told how many lines of an earlier release are there already.
    static func prepare(_ database: any DatabaseWriter, onMigration: @escaping @Sendable (Int) -> Void = { _ in }) throws {
        // Migrating locks the file, even where nothing is left to do.
        guard try !database.read(isComplete) else { return }
        let hasRows = try database.read { try $0.tableExists("purchase") }
        do {
            try migrator(onProgress: onMigration).migrate(database)
            // Gives back the room that rows took; where others read or the disk is full, it is used for what comes.
            if hasRows { try? database.vacuum() }
        } catch {
            // Another process may have made the same tables at the same time.
            guard try database.read(isComplete) else { throw error }
        }
    }

    private static func isComplete(_ db: Database) throws -> Bool {
        let isOurs = try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID
        // The migrator makes its own table first: a file that has only that is being made by another process.
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") == 0
        guard isOurs || isEmpty else { throw SchemaError.foreign }
        if try migrator().hasBeenSuperseded(db) { throw SchemaError.newer }
        return try migrator().hasCompletedMigrations(db)
    }
}
