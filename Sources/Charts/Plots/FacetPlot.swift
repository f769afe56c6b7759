import Drawing

/// A plot for each series, in a grid, with axes at the left and below.
struct FacetPlot {
    private let chart: Chart
    private let panels: [Panel]
    private let scales: Facets.Scales
    /// All series in one plot, for pictures that have no room for several.
    private let whole: CartesianPlot

    private struct Panel {
        let name: String
        /// The last value that is known, as it is written.
        let value: String
        let plot: CartesianPlot
        let backdrop: CartesianPlot?
    }

    private static let gap = Size(width: 20, height: 14)
    /// Of a plot without its axes and its head.
    private static let least = Size(width: 96, height: 40)
    private static let bestAspect = 1.8
    /// How far from the best aspect the plots may be to fill a row.
    private static let gapCost = 0.6

    /// Fails where there is but one series, or a second axis, whose numbers would have no room.
    init?(_ chart: Chart, _ marks: [any CartesianMark], _ rules: [Mark.Rule]) throws(ChartError) {
        guard let facets = chart.facets else { return nil }
        var names: [String] = []
        for name in marks.flatMap(\.facetNames) where !names.contains(name) { names.append(name) }
        whole = try CartesianPlot(chart, marks, rules)
        guard names.count > 1, whole.axes == [.y], whole.isVertical else { return nil }
        var panels: [Panel] = []
        for name in names {
            let series = marks.compactMap { $0.facet(name) }
            let own = marks.compactMap { $0.facetNames.isEmpty ? $0 : $0.facet(name) }
            let others = facets.scales == .shared ? marks.compactMap { $0.backdrop(of: name) } : []
            let last = series.first?.series.first?.lastValue
            panels.append(
                Panel(
                    name: name, value: last.map { chart.y.format.choices(for: [$0], in: chart.locale)[0][0] } ?? "",
                    plot: try CartesianPlot(chart, own, rules),
                    backdrop: others.isEmpty ? nil : try CartesianPlot(chart, others, [])))
        }
        self.chart = chart
        self.panels = panels
        scales = facets.scales
    }

    func nodes(in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        guard detail >= .axis else { return whole.nodes(in: body, in: context, detail: detail) }
        let layout = Grid(panels.map(\.plot), of: chart, scales, in: body, context)
        // Without room for a plot each, one for all says more than a subtitle.
        guard let layout else { return detail == .full ? nil : whole.nodes(in: body, in: context, detail: detail) }
        return panels.indices.flatMap { nodes(of: $0, in: layout, context) }
    }

    private func nodes(of index: Int, in grid: Grid, _ context: LayoutContext) -> [Scene.Node] {
        let (panel, rect) = (panels[index], grid.plots[index])
        var context = context
        context.reach = rect.left - Self.gap.width / 2 + 3...rect.right + Self.gap.width / 2 - 3
        let axis = grid.axes[index]
        let values = ValueScale(chart.y.scale, domain: axis.domain, from: rect.bottom, to: rect.top)
        let x = PositionScale(panel.plot.positions, from: rect.left, to: rect.right, pixel: context.pixel)

        var nodes = grid.hasAxis(index) ? axis.nodes(beside: rect, along: values) : axis.hairlines(across: rect, values)
        if let backdrop = panel.backdrop {
            let color = context.theme.neutral.mixed(with: context.theme.paper, share: 0.45, in: .oklab)
            let shapes = backdrop.layers.flatMap { $0.mark.shapes(in: backdrop.area(of: $0, in: rect, .vertical, x, values, context)) }
            nodes.append(.group(.annotation, shapes.flatMap { $0.unmarked(in: color) }))
        }
        let areas = panel.plot.layers.map { panel.plot.area(of: $0, in: rect, .vertical, x, values, context) }
        for (layer, area) in zip(panel.plot.layers, areas) { nodes += layer.mark.shapes(in: area) }
        nodes += areas.first?.baseline() ?? []
        let place = { (rule: Mark.Rule) in values(rule.value) }
        nodes += grid.isLast(index) ? grid.rules.nodes(beside: rect, along: place) : grid.rules.lines(across: rect, along: place)
        if grid.isLowest(index) { nodes += grid.positions.nodes(beside: rect, along: x) }
        return nodes + [head(of: panel, over: rect, context)]
    }

    private func head(of panel: Panel, over rect: Rect, _ context: LayoutContext) -> Scene.Node {
        let baseline = rect.top - Grid.headGap - context.metrics(of: .value).descent
        let width = context.width(of: panel.value, in: .name)
        let room = rect.width - (width > 0 ? width + 8 : 0)
        let name = context.fit(panel.name, in: .value, to: room)
        var texts: [Scene.Node] = []
        if !name.isEmpty { texts.append(context.text(name, .value, x: rect.left, baseline: baseline)) }
        if width > 0, width <= rect.width {
            texts.append(context.text(panel.value, .name, x: rect.right, baseline: baseline, anchor: .end))
        }
        return .group(.legend, texts)
    }

    /// Where the panels are, and what stands beside them.
    private struct Grid {
        let plots: [Rect]
        let axes: [ValueAxis]
        let positions: PositionLabels
        let rules: RuleLabels
        private let columns: Int
        private let scales: Facets.Scales

        static let headGap = 6.0

        /// Chooses as many columns as make the plots nearly twice as wide as high; fails where they would be too small.
        init?(_ panels: [CartesianPlot], of chart: Chart, _ scales: Facets.Scales, in body: Rect, _ context: LayoutContext) {
            let extents = panels.map { $0.extent(of: .y) }
            let all = (extents.map(\.lowerBound).min() ?? 0)...(extents.map(\.upperBound).max() ?? 0)
            let rules = RuleLabels(panels[0].valueRules, at: .right, width: body.width, in: context)
            let head = context.lineHeight(of: .value) + Self.headGap
            var best: (fit: Double, grid: Grid)?
            for columns in 1...panels.count {
                let rows = (panels.count + columns - 1) / columns
                var frame = PlotFrame(body)
                frame.add(rules)
                let width = frame.plot.width / Double(columns) - FacetPlot.gap.width
                let positions = PositionLabels(panels[0].positions, chart.x, width: width, in: context)
                frame.add(positions)
                let height = (frame.plot.height - FacetPlot.gap.height * Double(rows - 1)) / Double(rows) - head
                let axes = (scales == .shared ? extents.map { _ in all } : extents).map {
                    ValueAxis($0, chart.y, at: .left, length: height, in: context)
                }
                let axisWidth = axes.map(\.thickness).max() ?? 0
                let room = frame.plot.width - axisWidth * (scales == .shared ? 1 : Double(columns))
                let plotWidth = (room - FacetPlot.gap.width * Double(columns - 1)) / Double(columns)
                guard plotWidth >= FacetPlot.least.width, height >= FacetPlot.least.height else { continue }
                let plots = panels.indices.map { index in
                    let column = Double(index % columns)
                    let before = scales == .shared ? axisWidth : axisWidth * (column + 1)
                    let left = frame.plot.left + before + column * (plotWidth + FacetPlot.gap.width)
                    let top = frame.plot.top + head + Double(index / columns) * (height + head + FacetPlot.gap.height)
                    return Rect(left: left, top: top, right: left + plotWidth, bottom: top + height)
                }
                let grid = Grid(plots: plots, axes: axes, positions: positions, rules: rules, columns: columns, scales: scales)
                // A place without a plot looks like one that is missing.
                let fit = abs(plotWidth / height - FacetPlot.bestAspect) + FacetPlot.gapCost * Double(columns * rows - panels.count)
                if best.map({ fit < $0.fit }) ?? true { best = (fit, grid) }
            }
            guard let best else { return nil }
            self = best.grid
        }

        private init(
            plots: [Rect], axes: [ValueAxis], positions: PositionLabels, rules: RuleLabels, columns: Int, scales: Facets.Scales
        ) {
            self.plots = plots
            self.axes = axes
            self.positions = positions
            self.rules = rules
            self.columns = columns
            self.scales = scales
        }

        /// Whether numbers stand at the left of a panel.
        func hasAxis(_ index: Int) -> Bool { scales == .free || index % columns == 0 }
        /// Whether no panel is below it.
        func isLowest(_ index: Int) -> Bool { index + columns >= plots.count }
        /// Whether it stands at the right end.
        func isLast(_ index: Int) -> Bool { index % columns == columns - 1 || (columns > plots.count && index == plots.count - 1) }
    }
}

extension Scene.Node {
    /// Returns what is drawn without standing for a value, as a thin line.
    fileprivate func unmarked(in color: Color) -> [Scene.Node] {
        switch self {
        case .group(.mark, _), .text: []
        case .group(_, let nodes): nodes.flatMap { $0.unmarked(in: color) }
        case .shape(let path, let fill, let stroke):
            [
                .shape(
                    path, fill: fill.map { _ in color }, stroke: stroke.map { Stroke(color, width: Mark.Line.restWidth, dashes: $0.dashes) }
                )
            ]
        }
    }
}
