extension Chart {
    /// The chart with shapes that tell no more than coarse numbers do: a bar that can be measured is as good as its label.
    package var coarsened: Chart {
        var chart = self
        if y.format.isCoarse { chart.total = sumOfValues.coarse }
        chart.marks = marks.map { $0.coarsened(values: y.format.isCoarse, positions: x.format.isCoarse) }
        return chart
    }
}

extension Mark {
    /// Returns the mark with coarse numbers.
    ///
    /// - Parameters:
    ///   - values: whether those of the axis of values are.
    ///   - positions: whether those of the other axis are.
    fileprivate func coarsened(values: Bool, positions: Bool) -> Mark {
        switch self {
        case .bar(var bar) where values:
            for index in bar.rows.indices { bar.rows[index].value = bar.rows[index].value.coarse }
            return .bar(bar)
        case .stack(var stack) where values:
            stack.series = stack.series.map(\.coarsened)
            return .stack(stack)
        case .line(var line) where values:
            line.series = line.series.map(\.coarsened)
            return .line(line)
        case .area(var area) where values:
            area.series = area.series.map(\.coarsened)
            return .area(area)
        case .arc(var arc) where values:
            for index in arc.rows.indices { arc.rows[index].value = arc.rows[index].value.coarse }
            return .arc(arc)
        case .rule(var rule) where rule.axis == .y ? values : positions:
            rule.value = rule.value.coarse
            return .rule(rule)
        case .dots(var dots) where values:
            dots.series = dots.series.map(\.coarsened)
            return .dots(dots)
        case .heatmap(var heatmap) where values:
            heatmap.values = heatmap.values.map { $0.map { $0?.coarse } }
            return .heatmap(heatmap)
        case .waterfall(var waterfall) where values:
            waterfall.start.value = waterfall.start.value.coarse
            for index in waterfall.steps.indices { waterfall.steps[index].value = waterfall.steps[index].value.coarse }
            waterfall.end.value = waterfall.end.value.coarse
            return .waterfall(waterfall)
        case .sparkline(var sparkline) where values:
            sparkline.values = sparkline.values.map { $0?.coarse }
            return .sparkline(sparkline)
        // Bins have round edges, a card has its number in words already and a trend without a scale, and a day is no amount.
        case .bar, .stack, .line, .area, .arc, .rule, .histogram, .card, .dots, .heatmap, .timeline, .waterfall, .sparkline: return self
        }
    }
}

extension Mark.Series {
    fileprivate var coarsened: Mark.Series {
        var series = self
        series.values = values.map { $0?.coarse }
        return series
    }
}
