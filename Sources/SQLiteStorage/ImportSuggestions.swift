import GRDB
import Purchases
import SQLStorage
import Storage

/// What an import says of suggestions that were shown: whether they were bought, and how many when their days have passed.
struct ImportSuggestions {
    private let selectShown, keepBought, count, forget: PreparedStatement
    private let session: SQLiteSession
    private let isEmpty: Bool

    init(into db: Database) throws {
        isEmpty = try PreparedStatement("SELECT 1 FROM shown_suggestion LIMIT 1", in: db).first { _ in false } ?? true
        selectShown = try PreparedStatement("SELECT place, kind, item, day, last_day FROM shown_suggestion WHERE customer_id = ?", in: db)
        keepBought = try PreparedStatement(
            "UPDATE shown_suggestion SET bought = ? WHERE customer_id = ? AND place = ? AND kind = ? AND item = ?", in: db)
        count = try PreparedStatement(
            """
            INSERT INTO suggestion_count (place, kind, shown, bought)
            SELECT place, kind, count(*), sum(bought) FROM shown_suggestion WHERE last_day < ? GROUP BY place, kind
            ON CONFLICT (place, kind) DO UPDATE SET shown = shown + excluded.shown, bought = bought + excluded.bought
            """, in: db
        )
        forget = try PreparedStatement("DELETE FROM shown_suggestion WHERE last_day < ?", in: db)
        session = SQLiteSession(db: db)
    }

    /// Says what a shopper has bought, all of it.
    func settle(_ user: ExactText, _ lines: [StatisticsTally.Line]) throws {
        guard !isEmpty else { return }
        var shown: [(place: String, kind: String, item: Int64, days: ClosedRange<Int>)] = []
        try selectShown.forEachRow(user.value) { row in
            let day = Int(row.integer(3)) + 1
            shown.append((row.text(0), row.text(1), row.integer(2), day...max(day, Int(row.integer(4)))))
        }
        guard let first = shown.map(\.days.lowerBound).min() else { return }
        let recent = lines.lazy.filter { $0.day >= first }.map { (item: ShownSuggestion.digest(of: $0.item), day: $0.day) }
        let days = Dictionary(grouping: recent, by: \.item)
        for row in shown {
            let isBought = days[row.item]?.contains { row.days.contains($0.day) } ?? false
            try keepBought.run(Int64(isBought ? 1 : 0), user.value, row.place, row.kind, row.item)
        }
    }

    /// Counts those whose days have passed, and forgets whose they were.
    func finish(today: CalendarDate) throws {
        guard !isEmpty, let day = try session.lastDay(until: today) else { return }
        try count.run(day)
        try forget.run(day)
    }
}
