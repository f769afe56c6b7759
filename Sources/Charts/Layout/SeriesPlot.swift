import Drawing

/// Several series over shared positions: stacked or grouped bars, lines, areas.
struct SeriesPlot {
    let chart: Chart
    let sheet: Sheet
    let detail: Detail
    private let mark: any SeriesMark
    private let rules: RuleLabels

    init(_ chart: Chart, _ mark: any SeriesMark, _ rules: [Mark.Rule], _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.mark = mark
        self.rules = RuleLabels(rules, on: sheet)
        self.sheet = sheet
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else { return layers(in: body, domain: extent, ends: nil) }
        var plot = body
        var nodes: [Scene.Node] = []
        var ends: LineEnds?
        if detail >= .legend, mark.series.count > 1 {
            if let line = mark as? Mark.Line {
                ends = LineEnds(line, on: sheet, width: body.width)
                plot.right -= ends?.width ?? 0
            } else {
                let entries = mark.series.map { (name: $0.name, color: $0.color) }
                guard let legend = Legend(entries, width: body.width, on: sheet) else { return nil }
                nodes.append(legend.node(left: body.left, top: plot.top))
                plot.top += legend.height
            }
        }
        let tickMetrics = sheet.metrics(of: TypeScale.tick)
        let positions = PositionLabels(mark.positions, on: sheet)
        plot.bottom -= Double(positions.lineCount(step: plot.width / Double(mark.positions.count))) * tickMetrics.lineHeight + 6
        plot.top += tickMetrics.capHeight / 2
        plot.right -= rules.width
        let axis = ValueAxis(extent, format: chart.y.format, length: plot.height, on: sheet)
        plot.left += axis.width + 8
        guard plot.width >= 60, plot.height >= 40 else { return nil }

        nodes += axis.nodes(left: body.left, plot: plot)
        nodes += layers(in: plot, domain: axis.domain, ends: ends)
        nodes += rules.nodes(in: plot, LinearScale(domain: axis.domain, from: plot.bottom, to: plot.top))
        nodes.append(.group(.axis, positions.nodes(plot: plot, top: plot.bottom + 6)))
        return nodes
    }

    /// What the axis has to show: all values, sums where series stand on one another, and zero.
    private var extent: ClosedRange<Double> {
        var values = rules.values
        var includesZero = true
        switch mark {
        case let line as Mark.Line:
            values += line.series.flatMap { $0.values.compactMap { $0 } }
            includesZero = line.includesZero
        case let stack as Mark.Stack where stack.arrangement == .grouped:
            values += stack.series.flatMap { $0.values.compactMap { $0 } }
        default:
            for index in mark.positions.indices {
                let parts = mark.series.compactMap { $0.values[index] }
                values.append(parts.reduce(0) { $0 + max($1, 0) })
                values.append(parts.reduce(0) { $0 + min($1, 0) })
            }
        }
        if includesZero { values.append(0) }
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        if low < high { return low...high }
        return includesZero ? 0...1 : low - max(abs(low), 1) * 0.1...low + max(abs(low), 1) * 0.1
    }

    private func layers(in plot: Rect, domain: ClosedRange<Double>, ends: LineEnds?) -> [Scene.Node] {
        let y = LinearScale(domain: domain, from: plot.bottom, to: plot.top)
        let bands = BandScale(count: mark.positions.count, from: plot.left, to: plot.right)
        var nodes: [Scene.Node]
        switch mark {
        case let stack as Mark.Stack: nodes = [.group(.marks, self.bars(stack, bands, y))]
        case let area as Mark.Area: nodes = [.group(.marks, self.areas(area, bands, y))]
        case let line as Mark.Line: nodes = [.group(.marks, self.lines(line, bands, y))] + (ends?.nodes(in: plot, y) ?? [])
        default: nodes = []
        }
        if detail >= .axis, domain.contains(0) {
            nodes.append(sheet.baseline(of: plot, at: y(0)))
        }
        return nodes
    }

    /// Returns the shapes of one value, with what it says.
    func node(_ series: Mark.Series, _ position: Position, _ value: Double, _ shapes: [Scene.Node]) -> Scene.Node {
        .mark("\(series.name.isolated), \(position.text(in: sheet.locale).isolated)", value, chart, sheet.locale, shapes)
    }
}
