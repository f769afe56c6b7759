import GRDB
public import Purchases
public import Storage

extension SQLitePurchaseStore: SuggestionStore {
    public func keepRanking(_ constants: RankingConstants?) async throws(StorageError) {
        try await changeSuggestions { db in
            let select = try PreparedStatement("SELECT revision FROM store", in: db)
            let revision = try select.first { Revision(bits: $0.integer(0)) } ?? .zero
            let change = Revision(of: constants) - Revision(of: try RankingConstants.read(from: db))
            try PreparedStatement("UPDATE store SET revision = ?", in: db).run((revision + change).bits)
            try PreparedStatement("DELETE FROM ranking", in: db).run()
            guard let constants else { return }
            try PreparedStatement("INSERT INTO ranking VALUES (1, ?)", in: db).run(constants.description)
        }
    }

    public func keepShown(_ suggestions: [ShownSuggestion]) async throws(StorageError) {
        guard !suggestions.isEmpty else { return }
        try await changeSuggestions { db in
            let insert = try PreparedStatement(
                """
                INSERT INTO shown_suggestion SELECT ?1, ?2, ?3, ?4, ?5, ?6, 0
                WHERE (SELECT count(*) FROM shown_suggestion WHERE customer_id = ?1) < ?7 ON CONFLICT DO NOTHING
                """, in: db
            )
            for shown in suggestions {
                try insert.run(
                    shown.user.rawValue, shown.place.rawValue, shown.kind, shown.digest, Int64(shown.day), Int64(shown.lastDay),
                    Int64(ShownSuggestion.shopperLimit))
            }
        }
    }

    public func suggestionCounts() async throws(StorageError) -> [SuggestionCount] {
        try await read { db in
            var counts: [SuggestionCount] = []
            try PreparedStatement(
                """
                SELECT place, kind, sum(shown), sum(bought), sum(open) FROM (
                    SELECT place, kind, shown, bought, 0 AS open FROM suggestion_count
                    UNION ALL SELECT place, kind, count(*), sum(bought), count(*) FROM shown_suggestion GROUP BY place, kind
                ) GROUP BY place, kind ORDER BY place, kind
                """, in: db
            ).forEachRow { row in
                guard let place = ShownSuggestion.Place(rawValue: row.text(0)) else { return }
                counts.append(
                    SuggestionCount(
                        place: place, kind: row.text(1), shown: Int(row.integer(2)), bought: Int(row.integer(3)), open: Int(row.integer(4)))
                )
            }
            return counts
        }
    }

    private func changeSuggestions(_ work: @escaping @Sendable (Database) throws -> Void) async throws(StorageError) {
        do { try await writeDurably(work) } catch let error as StorageError { throw error } catch { throw .cancelled }
    }
}

extension RankingConstants {
    /// Returns the constants that are kept; nil where none are, or where they are a newer version's.
    static func read(from db: Database) throws -> RankingConstants? {
        try PreparedStatement("SELECT constants FROM ranking", in: db).first { RankingConstants($0.text(0)) } ?? nil
    }
}
