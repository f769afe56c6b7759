public import Charts
import Purchases
import Recommendations

extension Insight {
    public static let pantry = Insight(
        "pantry", "What is probably still at home", chart: "a timeline by the day it runs out", needsStatistics: true
    ) { _, selection, everyone in PantryReport(ForecastContext(selection, everyone)) }
}

extension Question {
    public static let pantry = Question(.pantry)
}

/// What is probably still at home, and when it runs out.
public struct PantryReport: ForecastReport {
    let context: ForecastContext
    private let pantry: Pantry

    init(_ context: ForecastContext) {
        self.context = context
        pantry = Pantry(of: context.history, among: context.everyone, categories: context.subject.filter.categories)
    }

    private static let columns: [Column<Pantry.Row>] = [
        Column("item", .text, .item) { .text($0.item) }, Column("category", .text, .category) { .text($0.category) },
        Column("last_purchased", .date, .lastBought) { .date($0.lastPurchased) },
        Column("typical_interval_days", .days, .daysBetween) { .number($0.typicalInterval) },
        Column("runs_out", .date, .runsOut) { .date($0.runsOut) }, Column("days_left", .integer, .daysLeft) { .integer($0.daysLeft) },
        Column("share_left", .fraction, .shareLeft) { .number($0.shareLeft) },
    ]

    static let members: [Member<Self>] = [
        .user, .value("as_of", .date) { .date($0.context.today) }, .rows("pantry", columns) { $0.pantry.rows },
        .value("count", .count) { .integer($0.pantry.rows.count) },
    ]

    public func makeTable(_ presentation: Presentation) -> Table { Table(Self.columns, rows: pantry.rows, presentation) }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let locale = presentation.locale
        let rows = pantry.rows.map { row in
            DueTimeline.Row(
                item: row.item, note: NumberFormat.wholePercent(presentation.redaction.number(row.shareLeft), in: locale), day: row.runsOut)
        }
        return DueTimeline(rows: rows, context: context, measure: .usedUp).chart(
            locale.phrase(
                "Probably still at home", de: "Wahrscheinlich noch zu Hause", fr: "Sans doute encore à la maison",
                es: "Probablemente aún en casa"),
            footnote: "", presentation
        )
    }
}
