public import Charts
public import Purchases
import Recommendations

extension Insight {
    public static let alerts = Insight(
        "alerts", "What is probably bought within some days", chart: "a timeline by due date", parameters: [AlertsReport.days.parameter],
        needsStatistics: true
    ) { question, selection, everyone in AlertsReport(ForecastContext(selection, everyone), days: question[AlertsReport.days]) }
}

extension Question {
    public static func alerts(days: Int) -> Question { Question(.alerts, values: ["days": String(days)]) }
}

/// What will probably be bought within so many days.
public struct AlertsReport: ForecastReport {
    static let days = TypedParameter.number("days", in: 1...90, default: 14, "How many days to look ahead; 14 unless told.")

    let context: ForecastContext
    private let days: Int
    let alerts: Alerts

    init(_ context: ForecastContext, days: Int) {
        self.context = context
        self.days = days
        alerts = Alerts(for: context.history, among: context.everyone, days: days, categories: context.subject.filter.categories)
    }

    /// Makes the list of what is probably bought within so many days.
    public init(on subject: Subject, from history: [Purchase], among everyone: ShopStatistics, days: Int) {
        self.init(ForecastContext(subject, history, everyone), days: days)
    }

    /// The most probable first.
    public func suggestions(_ presentation: Presentation) -> [RecommendationsReport.Suggestion] {
        alerts.rows.map { $0.recommendation.suggestion(presentation) }
    }

    private static let columns: [Column<Alerts.Row>] = [
        Column("item", .text, .item) { .text($0.recommendation.item) },
        Column("category", .text, .category) { .text($0.recommendation.category) },
        Column("state", .choice(Timing.State.allCases.map(\.rawValue)), .state) { .text($0.recommendation.state.rawValue) },
        Column("probability", .fraction, .probability) { .number($0.probability) },
        Column("due_date", .date, .dueDate, isOptional: true) { .optional($0.recommendation.dueDate, Table.Cell.date) },
        Column("last_purchased", .date, .lastBought, isOptional: true) { .optional($0.recommendation.lastPurchased, Table.Cell.date) },
        Column("avg_interval_days", .days, .daysBetween, isOptional: true) {
            .optional($0.recommendation.averageInterval, Table.Cell.number)
        },
    ]
    private static let cart = Column<Alerts.Row>.cart { $0.recommendation.cartProduct }
    private static let reason = Column<Alerts.Row>("recommendation_reason", .text, .reason) { .text($0.recommendation.timingText($1)) }

    static let members: [Member<Self>] = [
        .user, .value("days", .count) { .integer($0.days) },
        .array("alerts", columns.members() + [.cart(cart), .value(reason)]) { $0.alerts.rows },
    ]

    public func makeTable(_ presentation: Presentation) -> Table {
        Table(
            Self.columns + (presentation.cartLink == nil ? [] : [Self.cart]) + [Self.reason], rows: alerts.rows, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let (locale, within) = (presentation.locale, presentation.locale.text(of: days, .day))
        let rows = alerts.rows.map { row in
            DueTimeline.Row(
                item: row.recommendation.item, note: NumberFormat.percent.text(presentation.redaction.number(row.probability), in: locale),
                day: row.recommendation.dueDate, isOverdue: row.recommendation.state == .late)
        }
        return DueTimeline(rows: rows, context: context).chart(
            locale.phrase(
                "Probably bought within \(within)", de: "Wahrscheinliche Käufe (\(within))", fr: "Achats probables sous \(within)",
                es: "Compras probables en \(within)"),
            footnote: "", presentation
        )
    }
}
