import GRDB

extension Schema {
    /// Times are in seconds since 1970 UTC, the last use is a day; a secret is in hexadecimal digits. What is kept altogether is counted as it
    /// comes and goes, since it is asked with each chart.
    static func createCharts(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE kept_chart (
                    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content BLOB NOT NULL, title TEXT NOT NULL,
                    byte_count INTEGER NOT NULL, creation INTEGER NOT NULL, expiry INTEGER, last_use INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX kept_chart_by_creation ON kept_chart (creation, id);
                CREATE INDEX kept_chart_by_expiry ON kept_chart (expiry) WHERE expiry IS NOT NULL;
                CREATE INDEX kept_chart_by_last_use ON kept_chart (last_use, creation, id);
                CREATE TABLE chart_archive (
                    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL, charts INTEGER NOT NULL, bytes INTEGER NOT NULL
                ) STRICT;
                INSERT INTO chart_archive VALUES (1, '', 0, 0);
                """
        )
    }
}
