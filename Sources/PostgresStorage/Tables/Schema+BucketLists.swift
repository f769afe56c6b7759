extension Schema {
    /// Every version of a list that is kept, each whole. `base` is NULL where an undo leads nowhere.
    static let bucketLists = """
        CREATE TABLE bucket_list (
            customer_id text COLLATE "C" NOT NULL, version bigint NOT NULL, kind text NOT NULL, time bigint NOT NULL,
            items bigint NOT NULL, base bigint, next_id bigint NOT NULL,
            PRIMARY KEY (customer_id, version)
        );
        CREATE TABLE bucket_list_item (
            customer_id text COLLATE "C" NOT NULL, version bigint NOT NULL, position bigint NOT NULL,
            id bigint NOT NULL, item text NOT NULL, category text NOT NULL, price bigint, reason text NOT NULL,
            checked bigint NOT NULL, due bigint,
            PRIMARY KEY (customer_id, version, position)
        );
        """
}
