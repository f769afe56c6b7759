public import Drawing

extension Chart {
    /// Returns the chart laid out at `size`, in points.
    ///
    /// What does not fit is left out from the outside in: subtitle and
    /// footnote, then legend, then axis. Every size gives a picture. For a
    /// reader who begins at the right the layout is mirrored.
    ///
    /// - Throws: `ChartError` when a row has a number that is not finite, or
    ///   when marks are mixed that do not share a plot.
    public func scene(size: Size, theme: Theme, measuring text: some TextMeasurer) throws(ChartError) -> Scene {
        let plot = try Plot(self)
        let sheet = Sheet(size: size, theme: theme, text: text, locale: locale)
        var nodes = sheet.background
        for detail in Detail.allCases.reversed() {
            let frame = Frame(self, on: sheet, detail: detail)
            guard let marks = plot.nodes(of: self, in: frame.body, on: sheet, detail: detail) else { continue }
            nodes += marks + frame.nodes
            break
        }
        let scene = Scene(size: size, title: title, summary: summary, nodes: nodes)
        return locale.isRightToLeft ? scene.mirrored() : scene
    }
}

/// The kind of plot that a chart's marks need.
enum Plot {
    case empty
    case upright(Mark.Bar, [Mark.Rule])
    case level(Mark.Bar)
    case series(any SeriesMark, [Mark.Rule])
    case ring(Mark.Arc)
    case histogram(Mark.Histogram, [Mark.Rule])
    case cards([Mark.Card])

    init(_ chart: Chart) throws(ChartError) {
        if let value = chart.marks.lazy.flatMap(\.numbers).first(where: { !$0.isFinite }) { throw .notFinite(value) }
        var rules: [Mark.Rule] = []
        var cards: [Mark.Card] = []
        var others: [Mark] = []
        for mark in chart.marks {
            switch mark {
            case .rule(let rule): rules.append(rule)
            case .card(let card): cards.append(card)
            case .bar, .stack, .line, .area, .arc, .histogram: others.append(mark)
            }
        }
        guard others.count <= 1, others.isEmpty || cards.isEmpty else { throw .mixedMarks }
        switch others.first {
        case .bar(let bar) where bar.rows.isEmpty: self = .empty
        case .bar(let bar): self = bar.orientation == .vertical ? .upright(bar, rules) : .level(bar)
        case .stack(let stack): self = Self.plot(of: stack, rules)
        case .line(let line): self = Self.plot(of: line, rules)
        case .area(let area): self = Self.plot(of: area, rules)
        // A ring shows parts of a whole, so there must be one.
        case .arc(let arc): self = arc.rows.reduce(0) { $0 + max($1.value, 0) } > 0 ? .ring(arc) : .empty
        case .histogram(let histogram): self = histogram.bins.isEmpty ? .empty : .histogram(histogram, rules)
        case .rule, .card, nil: self = cards.isEmpty ? .empty : .cards(cards)
        }
    }

    private static func plot(of mark: some SeriesMark, _ rules: [Mark.Rule]) -> Plot {
        mark.series.contains { $0.values.contains { $0 != nil } } ? .series(mark, rules) : .empty
    }

    /// Returns what is drawn in `body`, or nil when it has no room for that much detail.
    func nodes(of chart: Chart, in body: Rect, on sheet: Sheet, detail: Detail) -> [Scene.Node]? {
        switch self {
        case .empty: sheet.note(chart.emptyMessage, in: body, detail: detail)
        case .upright(let bar, let rules): UprightBars(chart, bar, rules, sheet, detail).nodes(in: body)
        case .series(let mark, let rules): SeriesPlot(chart, mark, rules, sheet, detail).nodes(in: body)
        case .level(let bar): LevelBars(chart, bar, sheet, detail).nodes(in: body)
        case .ring(let arc): Ring(chart, arc, sheet, detail).nodes(in: body)
        case .histogram(let histogram, let rules): HistogramBars(chart, histogram, rules, sheet, detail).nodes(in: body)
        case .cards(let cards): sheet.grid(of: cards, in: body, detail: detail)
        }
    }
}

extension Mark {
    fileprivate var numbers: [Double] {
        switch self {
        case .bar(let bar): bar.rows.map(\.value)
        case .stack(let stack): stack.series.flatMap { $0.values.compactMap { $0 } }
        case .line(let line): line.series.flatMap { $0.values.compactMap { $0 } }
        case .area(let area): area.series.flatMap { $0.values.compactMap { $0 } }
        case .arc(let arc): arc.rows.map(\.value)
        case .histogram(let histogram): histogram.bins.flatMap { [$0.from, $0.to ?? $0.from] }
        case .rule(let rule): [rule.value]
        case .card: []
        }
    }
}
