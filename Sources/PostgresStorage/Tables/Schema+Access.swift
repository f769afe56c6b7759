extension Schema {
    /// Digests are in hexadecimal digits, scopes each in a line; times are in seconds since 1970 UTC, the last use is a day.
    static let access = """
        CREATE TABLE api_key (
            id text COLLATE "C" NOT NULL PRIMARY KEY, name text NOT NULL, scopes text NOT NULL, digest text NOT NULL,
            creation bigint NOT NULL, expiry bigint, revocation bigint, last_use bigint
        );
        CREATE TABLE account (
            name text COLLATE "C" NOT NULL PRIMARY KEY, role text NOT NULL, customer_id text COLLATE "C", password text NOT NULL,
            locking bigint, creation bigint NOT NULL
        );
        CREATE TABLE session (
            digest text COLLATE "C" NOT NULL PRIMARY KEY, account text COLLATE "C" NOT NULL, expiry bigint NOT NULL
        );
        CREATE INDEX session_account ON session (account, expiry);
        """
}
