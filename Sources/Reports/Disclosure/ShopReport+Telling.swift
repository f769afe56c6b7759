import Charts
import Purchases

extension ShopQuestion {
    /// Returns why the answer cannot be given when no more than so much may be told; nil where it can.
    public func refusal(at disclosure: Disclosure) -> String? {
        guard disclosure == .trend, self == .categories else { return nil }
        return "leaves nothing of this insight, which compares sums and has no course over time; use 'share', or ask for monthly-trends"
    }
}

extension ShopReport {
    /// Returns the report with no more in it than may be told, in any of its forms.
    public func telling(_ disclosure: Disclosure) -> any Report {
        switch disclosure {
        case .full: self
        case .rounded: RoundedReport(base: self)
        case .share: SharesReport(base: self, whole: all.total)
        case .trend: question == .months ? course : PricelessReport(base: self, disclosure: .trend)
        }
    }

    private var course: any Report {
        let indices = Chart.indices(of: months.map(\.row.total.amount), .average)
        func index(_ place: Int) -> Double? { indices.isEmpty ? nil : indices[place] }
        let rows = months.indices.map { (month: months[$0].month.description, index: index($0)) }
        return CourseReport(
            json: ["monthly_trends": .array(rows.map { ["month": .string($0.month), "index": .index($0.index)] })],
            table: Table(columns: ["month", "index"], rows: rows.map { [.text($0.month), .index($0.index)] })
        ) { presentation in
            let locale = presentation.locale
            var chart = chart(presentation).indexed(to: .average, locale.index)
            chart.subtitle = locale.measure(ofIndexTo: .average)
            return chart
        }
    }
}
