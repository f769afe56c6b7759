public import Purchases
public import Storage

extension PostgresPurchaseStore: SuggestionStore {
    public func keepRanking(_ constants: RankingConstants?) async throws(StorageError) {
        try await changeSuggestions { connection in
            // Locks the row, as an import does.
            let revision = try connection.first("SELECT revision FROM store FOR UPDATE") { Revision(bits: $0.integer(0)) } ?? .zero
            let change = Revision(of: constants) - Revision(of: try RankingConstants.read(from: connection))
            try connection.run("UPDATE store SET revision = $1", (revision + change).bits)
            try connection.run("DELETE FROM ranking")
            guard let constants else { return }
            try connection.run("INSERT INTO ranking VALUES (1, $1)", constants.description)
        }
    }

    public func keepShown(_ suggestions: [ShownSuggestion]) async throws(StorageError) {
        guard !suggestions.isEmpty else { return }
        // In one order, so that two servers wait for each other and never both.
        let rows = suggestions.sorted {
            ($0.user, $0.place.rawValue, $0.kind, $0.digest) < ($1.user, $1.place.rawValue, $1.kind, $1.digest)
        }
        try await changeSuggestions { connection in
            try connection.run(
                """
                INSERT INTO shown_suggestion
                SELECT customer_id, place, kind, item, day, last_day, 0 FROM (
                    SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY number) AS own_number
                    FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY AS line (customer_id, place, kind, item, day, last_day, number)
                ) AS shown
                WHERE own_number + (SELECT count(*) FROM shown_suggestion AS kept WHERE kept.customer_id = shown.customer_id) <= $7
                ON CONFLICT DO NOTHING
                """, rows.map(\.user.rawValue), rows.map(\.place.rawValue), rows.map(\.kind), rows.map(\.digest),
                rows.map { Int64($0.day) }, rows.map { Int64($0.lastDay) }, Int64(ShownSuggestion.shopperLimit)
            )
        }
    }

    public func suggestionCounts() async throws(StorageError) -> [SuggestionCount] {
        try await read { connection in
            try connection.rows(
                """
                SELECT place, kind, sum(shown)::bigint, sum(bought)::bigint, sum(open)::bigint FROM (
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

    private func changeSuggestions(_ work: @Sendable (Connection) throws -> Void) async throws(StorageError) {
        do { try await write(work) } catch let error as StorageError { throw error } catch { throw .cancelled }
    }
}

extension RankingConstants {
    /// Returns the constants that are kept; nil where none are, or where they are a newer version's.
    static func read(from connection: Connection) throws -> RankingConstants? {
        try connection.first("SELECT constants FROM ranking") { RankingConstants($0.text(0)) } ?? nil
    }
}
