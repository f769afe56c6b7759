import Analytics
import Charts
import Purchases

extension CategoryTrendsReport: CourseTelling {
    /// Each category as indices of its own average month.
    var course: any Report {
        let unfinished = trends.index(of: facts.unfinishedMonth)
        let series = trends.categories.map { category in
            let values = trends.values(of: category)
            let indices = Chart.indices(of: values, .average, unfinished: unfinished)
            return (category: category, indices: indices.isEmpty ? values.map { _ in nil } : indices)
        }
        var members = facts.heading
        members.append("months", .array(trends.rows.map { .string($0.month.description) }))
        members.append(
            "series", .array(series.map { ["category": .string($0.category), "index": .array($0.indices.map(JSON.index))] }))
        let table = Table(
            columns: ["month"] + trends.categories,
            rows: trends.rows.indices.map { row in
                [.text(trends.rows[row].month.description)] + series.map { .index($0.indices[row]) }
            }
        )
        return CourseReport(json: .object(members), table: table) { presentation in
            let locale = presentation.locale
            var chart = chart(presentation).indexed(to: .average, locale.index)
            chart.subtitle = facts.subtitle(locale.measure(ofIndexTo: .average), in: locale)
            chart.headline = peak(among: series, in: locale)
            return chart
        }
    }

    /// Which category was farthest above its average, and when.
    private func peak(among series: [(category: String, indices: [Double?])], in locale: Locale) -> String? {
        let points = series.flatMap { part in
            zip(trends.rows, part.indices).compactMap { row, index in index.map { (part.category, row.month, $0) } }
        }
        guard let (category, month, index) = points.max(by: { $0.2 < $1.2 }) else { return nil }
        let (name, when) = (category.clipped(to: 30).isolated, locale.text(of: month).isolated)
        let times = NumberFormat.decimal(1).text(index, in: locale).isolated
        return locale.phrase(
            "the strongest peak is \(name) in \(when), \(times) times its average month.",
            de: "am stärksten ist \(name) im \(when), das \(times)-Fache des Durchschnittsmonats.",
            fr: "le plus marqué est \(name) en \(when), \(times) fois le mois moyen.",
            es: "lo más marcado es \(name) en \(when), \(times) veces su mes medio."
        )
    }
}
