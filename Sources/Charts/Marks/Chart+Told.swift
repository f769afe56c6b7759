extension Chart {
    /// The chart with shapes that tell no more than its numbers do: a bar that can be measured is as good as its label.
    ///
    /// Amounts that are told as shares are fractions in percent from here on; where amounts are not told at all, nothing is drawn of them.
    package var told: Chart {
        var chart = self
        switch y.format.telling {
        case .exactly: break
        case .coarsely: chart.total = sumOfValues.coarse
        case .asShare(let whole) where whole > 0:
            chart.y.format = .percent
            chart.total = total.map { $0 / whole }
        case .asShare, .not:
            chart.marks = marks.filter { !$0.content.hasValues }
            return chart
        }
        let (values, positions) = (y.format.telling.transform, x.format.telling.transform)
        chart.marks = chart.marks.map { $0.content.mapping(values: values, positions: positions).mark }
        return chart
    }
}

extension Currency.Telling {
    /// What a number becomes; nil where it stays as it is.
    fileprivate var transform: ((Double) -> Double)? {
        switch self {
        case .exactly, .not: nil
        case .coarsely: { $0.coarse }
        case .asShare(let whole): whole > 0 ? { $0 / whole } : nil
        }
    }
}
