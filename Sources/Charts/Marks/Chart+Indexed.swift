extension Chart {
    /// What an index of 1 stands for.
    package enum IndexBase: Hashable, Sendable {
        /// The mean of the values, that of a period which is not over left out.
        case average
        case first
    }

    /// Returns the chart with each series as an index of its own: how it went, and nothing of how large it is.
    ///
    /// A series whose base is not positive has no index. Marks other than bars and lines have no course and are left out.
    package func indexed(to base: IndexBase, _ title: String) -> Chart {
        var chart = self
        chart.y = Axis(title, format: .decimal(2))
        chart.total = nil
        chart.headline = nil
        chart.marks = marks.compactMap { $0.content.indexed(to: base)?.mark }
        return chart
    }

    /// Returns what each value is times the base, to two decimals; nothing where there is no positive base.
    package static func indices(of values: [Double?], _ base: IndexBase, unfinished: Int? = nil) -> [Double?] {
        let whole = values.enumerated().compactMap { $0.offset == unfinished ? nil : $0.element }
        let known = whole.isEmpty ? values.compactMap { $0 } : whole
        let divisor: Double? =
            switch base {
            case .average: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
            case .first: known.first
            }
        guard let divisor, divisor > 0 else { return [] }
        return values.map { $0.map { ($0 / divisor * 100).rounded() / 100 } }
    }
}
