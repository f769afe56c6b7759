extension Schema {
    /// Times are in seconds since 1970 UTC, the last use is a day; a secret is in hexadecimal digits. What is kept altogether is counted as it
    /// comes and goes, since it is asked with each chart.
    static let charts = """
        CREATE TABLE kept_chart (
            id text COLLATE "C" NOT NULL PRIMARY KEY, content bytea NOT NULL, title text NOT NULL, byte_count bigint NOT NULL,
            creation bigint NOT NULL, expiry bigint, last_use bigint NOT NULL
        );
        CREATE INDEX kept_chart_by_creation ON kept_chart (creation, id);
        CREATE INDEX kept_chart_by_expiry ON kept_chart (expiry) WHERE expiry IS NOT NULL;
        CREATE INDEX kept_chart_by_last_use ON kept_chart (last_use, creation, id);
        CREATE TABLE chart_archive (
            id bigint NOT NULL PRIMARY KEY CHECK (id = 1), secret text NOT NULL, charts bigint NOT NULL, bytes bigint NOT NULL
        );
        INSERT INTO chart_archive VALUES (1, '', 0, 0);
        """
}
