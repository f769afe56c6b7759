import Drawing

/// The frame of every plot whose values go up: the axis at the left, positions below, a legend above or names at the right.
struct UprightPlot {
    private let chart: Chart
    private let layer: any UprightLayer
    private let rules: [Mark.Rule]
    private let sheet: Sheet
    private let detail: Detail

    init(_ chart: Chart, _ layer: any UprightLayer, _ rules: [Mark.Rule], _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.layer = layer
        self.rules = rules.filter { $0.axis == .y }
        self.sheet = sheet
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else { return layer.nodes(in: area(body, extent), labels: nil) }
        var plot = body
        var nodes: [Scene.Node] = []
        if detail >= .legend, !layer.legend.isEmpty {
            guard let legend = Legend(layer.legend, width: body.width, on: sheet) else { return nil }
            nodes.append(legend.node(left: body.left, top: plot.top))
            plot.top += legend.height
        }
        let names = detail >= .legend ? layer.ends(chart.y.format, in: sheet.locale) : []
        let ends = LineEnds(names, on: sheet, width: body.width)
        // Names are the legend: without room for them there is none, and no subtitle either.
        guard names.count(where: { !$0.isRest }) < 2 || ends != nil else { return nil }
        let ruleLabels = RuleLabels(rules, on: sheet, width: body.width)
        plot.right -= (ends?.width ?? 0) + ruleLabels.width
        let step = plot.width / Double(layer.positions.count)
        let positions = PositionLabels(layer.positions, keepsTime: layer.keepsTime, on: sheet)
        let lineCount = positions.lineCount(step: step)
        let metrics = sheet.metrics(of: TypeScale.tick)
        plot.bottom -= Double(lineCount) * metrics.lineHeight + 6
        guard plot.width >= 60, plot.height >= 40 else { return nil }
        // Every name is worth more than a subtitle.
        if detail == .full, let ends, !ends.fit(in: plot) { return nil }

        // A rule would strike numbers through, and is read off an axis anyway.
        let labels = rules.isEmpty ? layer.labels(chart.y.format, step: step, on: sheet) : nil
        let area: PlotArea
        if labels != nil {
            // The numbers stand on the marks, so the axis would only repeat them.
            area = self.area(plot, extent, room: sheet.metrics(of: TypeScale.value).ascent + 3)
        } else {
            plot.top += metrics.capHeight / 2
            let axis = ValueAxis(extent, chart.y, length: plot.height, on: sheet)
            plot.left += axis.width + 8
            guard plot.width >= 60, plot.height >= 40 else { return nil }
            nodes += axis.nodes(left: body.left, plot: plot)
            area = self.area(plot, axis.domain)
        }
        nodes += layer.nodes(in: area, labels: labels)
        if area.y.domain.contains(0) { nodes.append(sheet.baseline(of: plot, at: area.y(0))) }
        nodes += ends?.nodes(in: plot, area.y) ?? []
        nodes += ruleLabels.nodes(in: plot, area.y, left: plot.right + (ends?.width ?? 0))
        nodes.append(.group(.axis, positions.nodes(area.x, top: plot.bottom + 6, lines: lineCount)))
        return nodes
    }

    /// - Parameter room: for numbers above and below the marks.
    private func area(_ rect: Rect, _ domain: ClosedRange<Double>, room: Double = 0) -> PlotArea {
        PlotArea(
            chart: chart, sheet: sheet, rect: rect,
            x: PositionScale(layer.positions, keepsTime: layer.keepsTime, from: rect.left, to: rect.right),
            y: ValueScale(
                chart.y.scale, domain: domain, from: rect.bottom - (domain.lowerBound < 0 ? room : 0),
                to: rect.top + (domain.upperBound > 0 ? room : 0)
            )
        )
    }

    /// The values, the rules and, where a length stands for a value, zero.
    private var extent: ClosedRange<Double> {
        let includesZero = layer.includesZero && chart.y.scale == .linear
        let values = layer.values + rules.map(\.value) + (includesZero ? [0] : [])
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        if low < high { return low...high }
        // Nothing but zeros: any scale is as good.
        let whole = chart.y.format == .percent ? 1.0 : 10
        return includesZero ? 0...whole : low - max(abs(low), 1) * 0.1...low + max(abs(low), 1) * 0.1
    }
}
