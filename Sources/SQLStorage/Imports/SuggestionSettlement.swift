import Histories
import Purchases
import Storage

/// What an import says of suggestions that were shown: whether they were bought, and how many when their days have passed.
struct SuggestionSettlement<Session: SQLConnection> {
    /// What a shopper has bought, all of it.
    struct Shopper {
        var user: ExactText
        var history: History
    }

    private let session: Session
    /// Whether nothing was shown that has days left.
    let isEmpty: Bool

    init(in session: Session) throws {
        self.session = session
        isEmpty = try !session.finds("SELECT 1 FROM shown_suggestion LIMIT 1")
    }

    func settle(_ shoppers: [Shopper]) throws {
        guard !isEmpty, !shoppers.isEmpty else { return }
        var shown: [ExactText: [Shown]] = [:]
        try session.forEachRow(
            of: shoppers.map(\.user.value),
            { "SELECT customer_id, place, kind, item, day, last_day, bought FROM shown_suggestion WHERE customer_id IN (\($0))" }
        ) { row in
            let day = Int(row.integer(4)) + 1
            shown[ExactText(row.text(0)), default: []].append(
                Shown(
                    place: row.text(1), kind: row.text(2), item: row.integer(3), days: day...max(day, Int(row.integer(5))),
                    isBought: row.integer(6) != 0))
        }
        for shopper in shoppers {
            guard let rows = shown[shopper.user], let first = rows.map(\.days.lowerBound).min() else { continue }
            let days = shopper.history.days(since: first)
            for row in Set(rows) {
                let isBought = days[row.item]?.contains(where: row.days.contains) ?? false
                guard isBought != row.isBought else { continue }
                try session.run(
                    "UPDATE shown_suggestion SET bought = $1 WHERE customer_id = $2 AND place = $3 AND kind = $4 AND item = $5",
                    isBought ? 1 : 0, shopper.user.value, row.place, row.kind, row.item)
            }
        }
    }

    private struct Shown: Hashable {
        var place: String
        var kind: String
        var item: Int64
        /// On which it counts when it is bought.
        var days: ClosedRange<Int>
        var isBought: Bool
    }

    /// Counts those whose days have passed, and forgets whose they were.
    ///
    /// - Parameter isUndoable: whether the import is one that can be undone: then they are remembered until the next.
    func finish(today: CalendarDate, isUndoable: Bool) throws {
        guard !isEmpty, let day = try session.lastDay(until: today) else { return }
        if isUndoable {
            try session.run(
                """
                INSERT INTO import_undo_suggestion (customer_id, place, kind, item, day, last_day, bought)
                SELECT customer_id, place, kind, item, day, last_day, bought FROM shown_suggestion WHERE last_day < $1
                """, day)
        }
        try session.run(
            """
            INSERT INTO suggestion_count (place, kind, shown, bought)
            SELECT place, kind, count(*), CAST(sum(bought) AS bigint) FROM shown_suggestion WHERE last_day < $1 GROUP BY place, kind
            ON CONFLICT (place, kind) DO UPDATE
            SET shown = suggestion_count.shown + excluded.shown, bought = suggestion_count.bought + excluded.bought
            """, day
        )
        try session.run("DELETE FROM shown_suggestion WHERE last_day < $1", day)
    }
}

extension History {
    /// The days on which things were bought and not given back, from a day on, by the digests of the items.
    fileprivate func days(since first: Int) -> [Int64: [Int]] {
        var days: [Int64: [Int]] = [:]
        for line in lines where line.day >= first && line.quantity >= 0 && line.total >= 0 {
            days[ShownSuggestion.digest(of: articles[line.article].item), default: []].append(line.day)
        }
        return days
    }
}
