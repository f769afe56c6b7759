import Drawing

/// How a mark takes part in a plot.
enum MarkLayout {
    /// Over positions that it shares with others.
    case layer(any CartesianMark)
    /// A line across the plot of others.
    case rule(Mark.Rule)
    /// One of several key values.
    case card(Mark.Card)
    /// In a plot of its own.
    case alone(any SolitaryMark)
}

/// A mark that shares its plot with no other.
protocol SolitaryMark: MarkContent {
    /// Returns what is drawn in `body`, or nil when it has no room for that much detail.
    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]?
}

extension SolitaryMark {
    var layout: MarkLayout { .alone(self) }
}

/// The plot that a chart's marks need.
enum Plot {
    case empty(message: String)
    case cartesian(CartesianPlot)
    case facets(FacetPlot)
    case alone(any SolitaryMark, Chart)
    case cards([Mark.Card])

    /// - Throws: `ChartError` where a mark cannot be drawn, or marks share no plot.
    init(_ chart: Chart) throws(ChartError) {
        try chart.check()
        var (rules, cards, layers, others): ([Mark.Rule], [Mark.Card], [any CartesianMark], [any SolitaryMark]) = ([], [], [], [])
        for mark in chart.marks {
            switch mark.content.layout {
            case .rule(let rule): rules.append(rule)
            case .card(let card): cards.append(card)
            case .layer(let mark): layers.append(mark)
            case .alone(let mark): others.append(mark)
            }
        }
        // Rules need the axes of other marks.
        let kinds = [layers.isEmpty ? 0 : 1, cards.isEmpty ? 0 : 1, others.count]
        guard kinds.reduce(0, +) <= 1, rules.isEmpty || others.isEmpty && cards.isEmpty else { throw .mixedMarks }
        layers.removeAll(where: \.isEmpty)
        if !layers.isEmpty {
            self =
                if let panels = try FacetPlot(chart, layers, rules) { .facets(panels) } else {
                    .cartesian(try CartesianPlot(chart, layers, rules))
                }
        } else if let other = others.first, !other.isEmpty {
            self = .alone(other, chart)
        } else {
            self = cards.isEmpty ? .empty(message: chart.emptyMessage) : .cards(cards)
        }
    }

    /// Returns what is drawn in `body`, or nil when it has no room for that much detail.
    func nodes(in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        switch self {
        case .empty(let message): context.note(message, in: body, detail: detail)
        case .cartesian(let plot): plot.nodes(in: body, in: context, detail: detail)
        case .facets(let plot): plot.nodes(in: body, in: context, detail: detail)
        case .alone(let mark, let chart): mark.nodes(of: chart, in: body, in: context, detail: detail)
        case .cards(let cards): CardGrid(cards, in: context).nodes(in: body, detail: detail)
        }
    }
}

extension LayoutContext {
    /// Returns a sentence in the middle of `body`, or nil when it has no room there.
    fileprivate func note(_ text: String, in body: Rect, detail: LevelOfDetail) -> [Scene.Node]? {
        let style = isSmall ? TextStyle.tick : .subtitle
        let capacity = Int(body.height / lineHeight(of: style))
        guard capacity >= 1 else { return detail == .bare ? [] : nil }
        let block = TextBlock(text, style, width: body.width, lines: min(capacity, 3), in: self)
        // The sentence is worth more than a subtitle.
        guard detail == .bare || !block.isClipped else { return nil }
        return [.group(.annotation, block.nodes(x: body.center.x, top: body.center.y - block.height / 2, anchor: .middle))]
    }
}
