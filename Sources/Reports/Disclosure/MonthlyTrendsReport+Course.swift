import Analytics
import Charts
import Purchases

extension MonthlyTrendsReport: CourseTelling {
    /// The months as indices of the average month, and each category as indices of its own.
    var course: any Report {
        let unfinished = trends.index(of: facts.unfinishedMonth)
        func indices(_ values: [Double?]) -> [Double?] {
            let indices = Chart.indices(of: values, .average, unfinished: unfinished)
            return indices.isEmpty ? values.map { _ in nil } : indices
        }
        let all = indices(trends.rows.map(\.total.amount))
        let parts = trends.categories.map { (name: $0, indices: indices(trends.values(of: $0))) }
        var members = facts.heading
        members.append(
            "monthly_trends",
            .array(
                trends.rows.indices.map { row in
                    [
                        "month": .string(trends.rows[row].month.description), "index": .index(all[row]),
                        "by_category": .object(JSON.Members(parts.map { ($0.name, .index($0.indices[row])) })),
                    ]
                }
            )
        )
        let table = Table(
            columns: ["month", "index"] + trends.categories,
            rows: trends.rows.indices.map { row in
                [.text(trends.rows[row].month.description), .index(all[row])] + parts.map { .index($0.indices[row]) }
            }
        )
        return CourseReport(json: .object(members), table: table) { presentation in
            let locale = presentation.locale
            var chart = chart(presentation).indexed(to: .average, locale.index)
            chart.subtitle = facts.subtitle(locale.measure(ofIndexTo: .average), in: locale)
            return chart
        }
    }
}
