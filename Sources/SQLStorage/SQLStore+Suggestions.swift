public import Purchases
public import Storage

extension SQLStore {
    public func keepRanking(_ constants: RankingConstants?) async throws(StorageError) {
        try await change { session in
            // Locks the row, as an import does.
            let lock = "UPDATE store SET revision = revision RETURNING revision"
            let revision = try session.first(lock) { Revision(bits: $0.integer(0)) } ?? .zero
            let change = Revision(of: constants) - Revision(of: try RankingConstants.read(from: session))
            try session.run("UPDATE store SET revision = $1", (revision + change).bits)
            try session.run("DELETE FROM ranking")
            guard let constants else { return }
            try session.run("INSERT INTO ranking (id, constants) VALUES (1, $1)", constants.description)
        }
    }

    public func keepShown(_ suggestions: [ShownSuggestion]) async throws(StorageError) {
        guard !suggestions.isEmpty else { return }
        // In one order, so that two servers wait for each other and never both.
        let rows = suggestions.sorted {
            ($0.user, $0.place.rawValue, $0.kind, $0.digest) < ($1.user, $1.place.rawValue, $1.kind, $1.digest)
        }
        try await change { session in
            for shown in rows {
                try session.run(
                    """
                    INSERT INTO shown_suggestion (customer_id, place, kind, item, day, last_day, bought)
                    SELECT $1, $2, $3, $4, $5, $6, 0 WHERE (SELECT count(*) FROM shown_suggestion WHERE customer_id = $1) < $7
                    ON CONFLICT DO NOTHING
                    """, shown.user.rawValue, shown.place.rawValue, shown.kind, shown.digest, shown.day, shown.lastDay,
                    ShownSuggestion.shopperLimit
                )
            }
        }
    }

    public func suggestionCounts() async throws(StorageError) -> [SuggestionCount] {
        try await read { session in
            try session.rows(
                """
                SELECT place, kind, CAST(sum(shown) AS bigint), CAST(sum(bought) AS bigint), CAST(sum(open) AS bigint) FROM (
                    SELECT place, kind, shown, bought, 0 AS open FROM suggestion_count
                    UNION ALL SELECT place, kind, count(*), sum(bought), count(*) FROM shown_suggestion GROUP BY place, kind
                ) AS counts GROUP BY place, kind ORDER BY place, kind
                """
            ) { row in
                ShownSuggestion.Place(rawValue: row.text(0)).map { place in
                    SuggestionCount(
                        place: place, kind: row.text(1), shown: Int(row.integer(2)), bought: Int(row.integer(3)), open: Int(row.integer(4)))
                }
            }.compactMap { $0 }
        }
    }
}

extension RankingConstants {
    /// Returns the constants that are kept; nil where none are, or where they are a newer version's.
    static func read(from session: some SQLConnection) throws -> RankingConstants? {
        try session.first("SELECT constants FROM ranking") { RankingConstants($0.text(0)) } ?? nil
    }
}
