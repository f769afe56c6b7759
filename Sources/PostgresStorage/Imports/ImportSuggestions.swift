import Purchases
import SQLStorage
import Storage

/// What an import says of suggestions that were shown: whether they were bought, and how many when their days have passed.
struct ImportSuggestions {
    private let connection: Connection
    private let isEmpty: Bool

    init(into connection: Connection) throws {
        self.connection = connection
        isEmpty = try !connection.finds("SELECT 1 FROM shown_suggestion LIMIT 1")
    }

    /// Says what some shoppers have bought, all of it.
    func settle(_ users: [String], _ histories: [[StatisticsTally.Line]]) throws {
        guard !isEmpty else { return }
        var rows: [(user: Int, place: String, kind: String, item: Int64, days: ClosedRange<Int>)] = []
        try connection.forEachRow(
            """
            SELECT wanted.number, place, kind, item, day, last_day FROM unnest($1) WITH ORDINALITY AS wanted (customer_id, number)
            JOIN shown_suggestion ON shown_suggestion.customer_id = wanted.customer_id
            """, users
        ) { row in
            let day = Int(row.integer(4)) + 1
            rows.append((Int(row.integer(0)) - 1, row.text(1), row.text(2), row.integer(3), day...max(day, Int(row.integer(5)))))
        }
        guard !rows.isEmpty else { return }
        var bought: [Int64] = []
        for row in rows {
            let isBought = histories[row.user].contains { row.days.contains($0.day) && ShownSuggestion.digest(of: $0.item) == row.item }
            bought.append(isBought ? 1 : 0)
        }
        try connection.run(
            """
            UPDATE shown_suggestion SET bought = settled.bought
            FROM unnest($1, $2, $3, $4, $5) AS settled (customer_id, place, kind, item, bought)
            WHERE shown_suggestion.customer_id = settled.customer_id AND shown_suggestion.place = settled.place
                AND shown_suggestion.kind = settled.kind AND shown_suggestion.item = settled.item
            """, rows.map { users[$0.user] }, rows.map(\.place), rows.map(\.kind), rows.map(\.item), bought
        )
    }

    /// Counts those whose days have passed, and forgets whose they were.
    func finish(today: CalendarDate) throws {
        guard !isEmpty, let day = try PostgresSession(connection: connection).lastDay(until: today) else { return }
        try connection.run(
            """
            WITH closed AS (DELETE FROM shown_suggestion WHERE last_day < $1 RETURNING place, kind, bought)
            INSERT INTO suggestion_count (place, kind, shown, bought)
            SELECT place, kind, count(*), sum(bought)::bigint FROM closed GROUP BY place, kind
            ON CONFLICT (place, kind) DO UPDATE
            SET shown = suggestion_count.shown + excluded.shown, bought = suggestion_count.bought + excluded.bought
            """, day
        )
    }
}
