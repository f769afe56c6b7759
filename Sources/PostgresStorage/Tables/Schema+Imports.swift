extension Schema {
    /// What imports did, and what the last of them changed as it was before. `files` has a line for each, as `sha256sum` writes it; times
    /// are in seconds since 1970 UTC. A piece without content was not there.
    static let imports = """
        CREATE TABLE import_record (
            number bigint NOT NULL PRIMARY KEY, imported bigint, files text NOT NULL, rule text NOT NULL,
            was_empty bigint NOT NULL, is_change bigint NOT NULL, currency text NOT NULL,
            new_orders bigint NOT NULL, restarted_orders bigint NOT NULL, replaced_orders bigint NOT NULL,
            extended_orders bigint NOT NULL, unchanged_orders bigint NOT NULL,
            lines bigint NOT NULL, known_lines bigint NOT NULL, sum_before bigint NOT NULL, sum_after bigint NOT NULL,
            undone bigint
        );
        CREATE TABLE import_undo (
            customer_id text COLLATE "C" NOT NULL, year bigint NOT NULL, content bytea, PRIMARY KEY (customer_id, year)
        );
        CREATE TABLE import_undo_suggestion (
            customer_id text COLLATE "C" NOT NULL, place text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, item bigint NOT NULL,
            day bigint NOT NULL, last_day bigint NOT NULL, bought bigint NOT NULL, PRIMARY KEY (customer_id, place, kind, item)
        );
        """

    /// How a log was read that did not speak for itself: a digest of its columns, and the options.
    static let readings = """
        ALTER TABLE import_record ADD COLUMN header text NOT NULL DEFAULT '', ADD COLUMN reading text NOT NULL DEFAULT '';
        """
}
