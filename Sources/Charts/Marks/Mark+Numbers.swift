extension Mark {
    /// Every number that would be given a place on a scale.
    var numbers: [Double] {
        switch self {
        case .bar(let bar): bar.rows.map(\.value)
        case .stack(let stack): stack.knownValues
        case .line(let line): line.knownValues
        case .area(let area): area.knownValues
        case .dots(let dots): dots.knownValues
        case .arc(let arc): arc.rows.map(\.value)
        case .histogram(let histogram): histogram.bins.flatMap { [$0.from, $0.to ?? $0.from] }
        case .rule(let rule): [rule.value]
        case .card(let card): (card.trend + [card.value]).compactMap { $0 }
        case .heatmap(let heatmap): heatmap.values.joined().compactMap { $0 } + heatmap.scale.numbers
        case .timeline: []
        case .waterfall(let waterfall): ([waterfall.start] + waterfall.steps + [waterfall.end]).map(\.value)
        case .sparkline(let sparkline): sparkline.values.compactMap { $0 }
        }
    }

    /// Whether a length stands for a value, so that it has to begin at zero.
    var hasLengths: Bool {
        switch self {
        case .bar, .stack, .area, .histogram, .waterfall: true
        case .line, .dots, .arc, .rule, .card, .heatmap, .timeline, .sparkline: false
        }
    }

    /// Every day that would be given a place on an axis of time, counted from 1970-01-01.
    var days: [Int] {
        switch self {
        case .bar(let bar): bar.rows.compactMap(\.position.dayNumber)
        case .stack(let stack): stack.positions.compactMap(\.dayNumber)
        case .line(let line): line.positions.compactMap(\.dayNumber)
        case .area(let area): area.positions.compactMap(\.dayNumber)
        case .dots(let dots): dots.positions.compactMap(\.dayNumber)
        case .heatmap(let heatmap): heatmap.columns.compactMap(\.dayNumber)
        case .sparkline(let sparkline): sparkline.positions.compactMap(\.dayNumber)
        case .timeline(let timeline): timeline.rows.map(\.day) + [timeline.today]
        case .arc, .histogram, .rule, .card, .waterfall: []
        }
    }
}

extension SeriesMark {
    /// The values of all series, those that are not known left out.
    var knownValues: [Double] { series.flatMap { $0.values.compactMap { $0 } } }
}

extension Mark.Heatmap.Scale {
    fileprivate var numbers: [Double] {
        switch self {
        case .sequential: []
        case .diverging(let middle): [middle]
        }
    }
}

extension Position {
    /// The day of a position on an axis of time.
    var dayNumber: Int? {
        if case .day(let number) = self { number } else { nil }
    }
}
