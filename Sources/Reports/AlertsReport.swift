public import Charts
public import Purchases
import Recommendations

/// What will probably be bought within so many days.
public struct AlertsReport: Report {
    private let outlook: Outlook
    private let days: Int
    private let alerts: Alerts

    init(_ outlook: Outlook, days: Int) {
        self.outlook = outlook
        self.days = days
        alerts = Alerts(for: outlook.history, among: outlook.everyone, days: days, categories: outlook.subject.filter.categories)
    }

    /// Makes the list of what is probably bought within so many days.
    public init(on subject: Subject, from history: [Purchase], among everyone: ShopStatistics, days: Int) {
        self.init(Outlook(subject, history, everyone), days: days)
    }

    /// The most probable first.
    public func suggestions(_ presentation: Presentation) -> [RecommendationsReport.Suggestion] {
        alerts.rows.map { $0.recommendation.suggestion(presentation) }
    }

    public var json: JSON { json(Presentation()) }
    public var table: Table { table(Presentation()) }

    public func json(_ presentation: Presentation) -> JSON {
        [
            "user_id": .optional(outlook.subject.name, JSON.string),
            "days": .integer(days),
            "alerts": .array(
                alerts.rows.map { row in
                    let item = row.recommendation
                    return [
                        "item": .string(item.item), "category": .string(item.category), "probability": .number(row.probability),
                        "due_date": .optional(item.dueDate, JSON.date), "last_purchased": .optional(item.lastPurchased, JSON.date),
                        "avg_interval_days": .optional(item.averageInterval, JSON.number),
                        "recommendation_reason": .string(item.timingText(presentation)),
                    ]
                }
            ),
        ]
    }

    public func table(_ presentation: Presentation) -> Table {
        Table(
            columns: ["item", "category", "probability", "due_date", "last_purchased", "avg_interval_days", "recommendation_reason"],
            rows: alerts.rows.map { row in
                let item = row.recommendation
                return [
                    .text(item.item), .text(item.category), .number(row.probability), item.dueDate.map(Table.Cell.date) ?? .empty,
                    item.lastPurchased.map(Table.Cell.date) ?? .empty, item.averageInterval.map(Table.Cell.number) ?? .empty,
                    .text(item.timingText(presentation)),
                ]
            }
        )
    }

    public func chart(_ presentation: Presentation) -> Chart {
        let (locale, within) = (presentation.locale, presentation.locale.text(of: days, .day))
        let rows = alerts.rows.map { row in
            DueTimeline.Row(
                item: row.recommendation.item, note: NumberFormat.percent.text(row.probability, in: locale),
                day: row.recommendation.dueDate, isOverdue: row.recommendation.state == .late)
        }
        return DueTimeline(rows: rows, outlook: outlook).chart(
            locale.phrase(
                "Probably bought within \(within)", de: "Wahrscheinliche Käufe (\(within))", fr: "Achats probables sous \(within)",
                es: "Compras probables en \(within)"),
            footnote: "", presentation
        )
    }
}
