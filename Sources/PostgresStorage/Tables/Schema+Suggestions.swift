extension Schema {
    /// What was shown is kept by the digest of its item, and as a mere count when its days have passed.
    static let suggestions = """
        CREATE TABLE ranking (id bigint NOT NULL PRIMARY KEY CHECK (id = 1), constants text NOT NULL);
        CREATE TABLE shown_suggestion (
            customer_id text COLLATE "C" NOT NULL, place text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, item bigint NOT NULL,
            day bigint NOT NULL, last_day bigint NOT NULL, bought bigint NOT NULL,
            PRIMARY KEY (customer_id, place, kind, item)
        );
        CREATE INDEX shown_suggestion_by_last_day ON shown_suggestion (last_day);
        CREATE TABLE suggestion_count (
            place text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, shown bigint NOT NULL, bought bigint NOT NULL,
            PRIMARY KEY (place, kind)
        );
        """
}
