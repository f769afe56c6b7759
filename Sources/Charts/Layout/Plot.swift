import Drawing

/// The kind of plot that a chart's marks need.
enum Plot {
    case empty
    case upright(any UprightLayer, [Mark.Rule])
    case level(Mark.Bar)
    case ring(Mark.Arc)
    case histogram(Mark.Histogram, [Mark.Rule])
    case heatmap(Mark.Heatmap)
    case timeline(Mark.Timeline)
    case sparkline(Mark.Sparkline)
    case cards([Mark.Card])

    init(_ chart: Chart) throws(ChartError) {
        try Self.check(chart)
        var rules: [Mark.Rule] = []
        var cards: [Mark.Card] = []
        var others: [Mark] = []
        for mark in chart.marks {
            switch mark {
            case .rule(let rule): rules.append(rule)
            case .card(let card): cards.append(card)
            case .bar, .stack, .line, .area, .dots, .arc, .histogram, .heatmap, .timeline, .waterfall, .sparkline: others.append(mark)
            }
        }
        guard others.count <= 1, others.isEmpty || cards.isEmpty else { throw .mixedMarks }
        switch others.first {
        case .bar(let bar) where bar.rows.isEmpty: self = .empty
        case .bar(let bar): self = bar.orientation == .vertical ? .upright(BarLayer(bar), rules) : .level(bar)
        case .stack(let stack): self = stack.isEmpty ? .empty : .upright(StackLayer(stack, in: chart.locale), rules)
        case .line(let line): self = line.isEmpty ? .empty : .upright(LineLayer(line), rules)
        case .area(let area): self = area.isEmpty ? .empty : .upright(AreaLayer(area, in: chart.locale), rules)
        case .dots(let dots): self = dots.isEmpty ? .empty : .upright(DotLayer(dots), rules)
        case .waterfall(let waterfall): self = .upright(WaterfallLayer(waterfall), rules)
        // Slices show parts of a whole, so there must be one.
        case .arc(let arc): self = arc.rows.reduce(0) { $0 + max($1.value, 0) } > 0 ? .ring(arc) : .empty
        case .histogram(let histogram): self = histogram.bins.isEmpty ? .empty : .histogram(histogram, rules)
        case .heatmap(let heatmap): self = heatmap.isEmpty ? .empty : .heatmap(heatmap)
        case .timeline(let timeline): self = timeline.rows.isEmpty ? .empty : .timeline(timeline)
        case .sparkline(let sparkline): self = sparkline.values.contains { $0 != nil } ? .sparkline(sparkline) : .empty
        case .rule, .card, nil: self = cards.isEmpty ? .empty : .cards(cards)
        }
    }

    private static func check(_ chart: Chart) throws(ChartError) {
        let numbers = chart.marks.lazy.flatMap(\.numbers)
        if let value = numbers.first(where: { !$0.isFinite }) { throw .notFinite(value) }
        let days = chart.marks.lazy.flatMap(\.days)
        if let day = days.first(where: { !CalendarDay.range.contains($0) }) { throw .dayOutOfRange(day) }
        guard chart.y.scale == .logarithmic else { return }
        if let value = numbers.first(where: { $0 <= 0 }) { throw .notPositive(value) }
        guard !chart.marks.contains(where: \.hasLengths) else { throw .lengthsOnLogarithm }
    }

    /// Returns what is drawn in `body`, or nil when it has no room for that much detail.
    func nodes(of chart: Chart, in body: Rect, on sheet: Sheet, detail: Detail) -> [Scene.Node]? {
        switch self {
        case .empty: sheet.note(chart.emptyMessage, in: body, detail: detail)
        case .upright(let layer, let rules): UprightPlot(chart, layer, rules, sheet, detail).nodes(in: body)
        case .level(let bar): LevelBars(chart, bar, sheet, detail).nodes(in: body)
        case .ring(let arc): Ring(chart, arc, sheet, detail).nodes(in: body)
        case .histogram(let histogram, let rules): HistogramBars(chart, histogram, rules, sheet, detail).nodes(in: body)
        case .heatmap(let heatmap): HeatmapCells(chart, heatmap, sheet, detail).nodes(in: body)
        case .timeline(let timeline): TimelineRows(chart, timeline, sheet, detail).nodes(in: body)
        case .sparkline(let sparkline): SparklinePlot(chart, sparkline, sheet, detail).nodes(in: body)
        case .cards(let cards): sheet.grid(of: cards, in: body, detail: detail)
        }
    }
}

extension SeriesMark {
    /// Whether no value of any series is known.
    fileprivate var isEmpty: Bool { knownValues.isEmpty }
}

extension Mark.Heatmap {
    fileprivate var isEmpty: Bool {
        rows.indices.allSatisfy { row in columns.indices.allSatisfy { value(row: row, column: $0) == nil } }
    }
}
