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
            chart.marks = marks.filter { !$0.hasValues }
            return chart
        }
        let (values, positions) = (y.format.telling.transform, x.format.telling.transform)
        chart.marks = chart.marks.map { $0.mapping(values: values, positions: positions) }
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

extension Mark {
    /// Whether something is drawn on a scale of the axis of values.
    fileprivate var hasValues: Bool {
        switch self {
        case .bar, .stack, .line, .area, .arc, .dots, .heatmap, .waterfall, .sparkline: true
        case .rule(let rule): rule.axis == .y
        // Bins have edges on the other axis, and a card has its number in words.
        case .histogram, .card, .timeline: false
        }
    }

    /// Returns the mark with other numbers.
    ///
    /// - Parameters:
    ///   - values: what becomes of those on the axis of values; nil for nothing.
    ///   - positions: what becomes of those on the other axis.
    func mapping(values: ((Double) -> Double)?, positions: ((Double) -> Double)?) -> Mark {
        if case .rule(var rule) = self, rule.axis == .x, let positions {
            rule.value = positions(rule.value)
            return .rule(rule)
        }
        guard let values else { return self }
        switch self {
        case .bar(var bar):
            for index in bar.rows.indices { bar.rows[index].value = values(bar.rows[index].value) }
            return .bar(bar)
        case .stack(var stack):
            stack.totals = stack.positions.indices.map { values(stack.total(at: $0)) }
            stack.series = stack.series.map { $0.mapping(values) }
            return .stack(stack)
        case .line(var line):
            line.series = line.series.map { $0.mapping(values) }
            return .line(line)
        case .area(var area):
            area.totals = area.positions.indices.map { values(area.total(at: $0)) }
            area.series = area.series.map { $0.mapping(values) }
            return .area(area)
        case .arc(var arc):
            for index in arc.rows.indices { arc.rows[index].value = values(arc.rows[index].value) }
            return .arc(arc)
        case .rule(var rule) where rule.axis == .y:
            rule.value = values(rule.value)
            return .rule(rule)
        case .dots(var dots):
            dots.series = dots.series.map { $0.mapping(values) }
            return .dots(dots)
        case .heatmap(var heatmap):
            heatmap.values = heatmap.values.map { $0.map { $0.map(values) } }
            return .heatmap(heatmap)
        case .waterfall(var waterfall):
            waterfall.start.value = values(waterfall.start.value)
            for index in waterfall.steps.indices { waterfall.steps[index].value = values(waterfall.steps[index].value) }
            waterfall.end.value = values(waterfall.end.value)
            return .waterfall(waterfall)
        case .sparkline(var sparkline):
            sparkline.values = sparkline.values.map { $0.map(values) }
            return .sparkline(sparkline)
        // Bins have round edges, a card has its number in words already and a trend without a scale, and a day is no amount.
        case .rule, .histogram, .card, .timeline: return self
        }
    }
}

extension Mark.Series {
    func mapping(_ transform: (Double) -> Double) -> Mark.Series {
        var series = self
        series.values = values.map { $0.map(transform) }
        return series
    }
}
