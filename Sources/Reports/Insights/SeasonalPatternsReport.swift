import Analytics
public import Charts
import Purchases

extension Insight {
    public static let seasonalPatterns = Insight(
        "seasonal-patterns", "Spending by calendar month and weekday against the average", chart: "heatmap, or bars by weekday",
        parameters: [SeasonalPatternsReport.form.parameter], reliance: .unfinishedMonth
    ) { question, selection, _ in SeasonalPatternsReport(selection, form: question[SeasonalPatternsReport.form]) }
}

extension Question {
    public static func seasonalPatterns(_ form: SeasonalPatternsReport.Form) -> Question {
        Question(.seasonalPatterns, values: ["chart": form.rawValue])
    }
}

/// In which months and on which weekdays a shopper spends more than on average.
public struct SeasonalPatternsReport: SelectionReport {
    /// What the chart shows.
    public enum Form: String, CaseIterable, Sendable {
        /// Each category by calendar month.
        case heatmap
        /// All of them by weekday.
        case weekdays
    }

    static let form = TypedParameter.choice("chart", default: Form.heatmap, .chartForm)

    let selection: SelectedPurchases
    let patterns: SeasonalPatterns
    private let form: Form

    private static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    init(_ selection: SelectedPurchases, form: Form) {
        self.selection = selection
        self.form = form
        patterns = SeasonalPatterns(
            of: selection.purchases, in: selection.subject.filter, within: selection.span, unfinished: selection.unfinishedMonth
        )
    }

    private static let part: [Member<SeasonalPatterns.Part>] = [
        .value("mean_spent", .money, isOptional: true) { .optional($0.mean, Table.Cell.money) },
        .value("index", .index, isOptional: true) { .optional($0.index, Table.Cell.number) },
    ]

    private static let categoryIndex: [Member<SeasonalPatterns.CategoryIndex>] = [
        .value("category", .text) { .text($0.category) }, .value("month", .calendarMonth) { .integer($0.month) },
        .value("index", .index) { .number($0.index) },
    ]

    static let members: [Member<Self>] = [
        .user, .filters,
        .array(
            "by_calendar_month",
            [.value("month", .calendarMonth) { .integer($0.number) }] + part + [.value("months", .count) { .integer($0.count) }]
        ) { $0.patterns.calendarMonths },
        .array(
            "by_weekday",
            [
                .value("weekday", .weekday) { .integer($0.number) },
                .value("name", .choice(weekdayNames)) { .text(weekdayNames[$0.number - 1]) },
            ] + part + [.value("days", .count) { .integer($0.count) }]
        ) { $0.patterns.weekdays },
        .array("category_index", categoryIndex) { $0.patterns.categoryIndices },
        .array("peaks", categoryIndex) { $0.patterns.peaks },
    ]

    /// A row of the table, which has all patterns below one another.
    private struct Row {
        var pattern: String
        var category: String?
        var month: Int?
        var weekday: Int?
        var mean: Money?
        var index: Double?
    }

    private static let columns: [Column<Row>] = [
        Column("pattern", .choice(["calendar_month", "weekday", "category"]), .pattern) { .text($0.pattern) },
        Column("category", .text, .category, isOptional: true) { .optional($0.category, Table.Cell.text) },
        Column("month", .calendarMonth, .month, isOptional: true) { .optional($0.month, Table.Cell.integer) },
        Column("weekday", .weekday, .weekday, isOptional: true) { .optional($0.weekday, Table.Cell.integer) },
        Column("mean_spent", .money, .meanSpent, isOptional: true) { .optional($0.mean, Table.Cell.money) },
        Column("index", .index, .index, isOptional: true) { .optional($0.index, Table.Cell.number) },
    ]

    public func makeTable(_ presentation: Presentation) -> Table {
        let months = patterns.calendarMonths.map { Row(pattern: "calendar_month", month: $0.number, mean: $0.mean, index: $0.index) }
        let weekdays = patterns.weekdays.map { Row(pattern: "weekday", weekday: $0.number, mean: $0.mean, index: $0.index) }
        let categories = patterns.categoryIndices.map {
            Row(pattern: "category", category: $0.category, month: $0.month, index: $0.index)
        }
        return Table(Self.columns, rows: months + weekdays + categories, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        switch form {
        case .heatmap: calendarChart(presentation)
        case .weekdays: weekdayChart(presentation)
        }
    }
}
