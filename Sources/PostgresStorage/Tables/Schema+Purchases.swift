import SQLStorage

extension Schema {
    /// Texts compare by bytes ("C"). Whatever grows is keyed by the shopper first, so it distributes by `customer_id`.
    /// The table `purchase` is that of the first releases: `history` holds what was in it.
    /// `import` is the number of the import a line came with; a revision is the bit pattern of its 64 bits; a day counts from
    /// 1970-01-01; a month is `Month.index`; prices are in hundredths.
    static let purchases = """
        CREATE TABLE purchase (
            customer_id text COLLATE "C" NOT NULL, order_id text COLLATE "C" NOT NULL, line bigint NOT NULL,
            import bigint NOT NULL, day bigint NOT NULL,
            product_id text COLLATE "C" NOT NULL, item text COLLATE "C" NOT NULL, brand text COLLATE "C" NOT NULL,
            category text COLLATE "C" NOT NULL,
            quantity bigint NOT NULL, base_price bigint NOT NULL, total_price bigint NOT NULL,
            PRIMARY KEY (customer_id, order_id, line)
        );
        CREATE TABLE customer (
            customer_id text COLLATE "C" NOT NULL PRIMARY KEY, revision bigint NOT NULL, lines bigint NOT NULL
        );
        CREATE TABLE category_month (
            category text COLLATE "C" NOT NULL, month bigint NOT NULL,
            lines bigint NOT NULL, units bigint NOT NULL, total bigint NOT NULL,
            PRIMARY KEY (category, month)
        );
        CREATE TABLE store (
            id bigint NOT NULL PRIMARY KEY CHECK (id = 1), revision bigint NOT NULL, imports bigint NOT NULL
        );
        INSERT INTO store (id, revision, imports) VALUES (1, 0, 0);
        """

    /// What was kept before there were names was shown in dollars.
    static let currency = """
        ALTER TABLE store ADD COLUMN currency text NOT NULL DEFAULT '';
        UPDATE store SET currency = 'USD' WHERE EXISTS (SELECT 1 FROM purchase);
        """

    /// What is kept of each shopper's purchases; the server compresses long values by itself.
    static func createHistories(_ connection: Connection, onProgress: (Int) -> Void) throws {
        try connection.executeAll(
            """
            CREATE TABLE history (
                customer_id text COLLATE "C" NOT NULL, year bigint NOT NULL, content bytea NOT NULL, PRIMARY KEY (customer_id, year)
            );
            DO $$ BEGIN
                EXECUTE 'ALTER TABLE history ALTER COLUMN content SET COMPRESSION lz4';
            -- Before version 14, or where the server was built without it.
            EXCEPTION WHEN syntax_error OR feature_not_supported THEN NULL;
            END $$;
            """
        )
        try PostgresSession(connection: connection).bringRowsIntoHistories(onProgress: onProgress)
        try connection.executeAll(lines)
    }

    /// What `ShopperIndex` keeps.
    static func createShopperIndex(_ connection: Connection) throws {
        try connection.executeAll(
            """
            CREATE TABLE customer_gram (
                gram bigint NOT NULL, first text COLLATE "C" NOT NULL, ids bytea NOT NULL, PRIMARY KEY (gram, first)
            );
            """
        )
        try ShopperIndex(in: PostgresSession(connection: connection)).addAll()
    }
}
