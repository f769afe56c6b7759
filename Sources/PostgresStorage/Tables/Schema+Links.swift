extension Schema {
    /// A secret is kept in hexadecimal digits; times are in seconds since 1970 UTC. Shares are counted so as to come in their order.
    static let links = """
        CREATE TABLE signing_secret (id bigint NOT NULL PRIMARY KEY CHECK (id = 1), secret text NOT NULL);
        CREATE TABLE link_generation (customer_id text COLLATE "C" NOT NULL PRIMARY KEY, generation bigint NOT NULL);
        CREATE TABLE revoked_link (
            customer_id text COLLATE "C" NOT NULL, link_id text COLLATE "C" NOT NULL, expiry bigint NOT NULL,
            PRIMARY KEY (customer_id, link_id)
        );
        CREATE TABLE list_share (
            customer_id text COLLATE "C" NOT NULL, link_id text COLLATE "C" NOT NULL, number bigint NOT NULL, role text NOT NULL,
            creation bigint NOT NULL, expiry bigint NOT NULL,
            PRIMARY KEY (customer_id, link_id)
        );
        """
}
