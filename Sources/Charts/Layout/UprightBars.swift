import Drawing

/// Bars that stand on a zero line, with positions below and values on them or at the left.
struct UprightBars {
    private let chart: Chart
    private let rows: [Mark.Bar.Row]
    private let rules: RuleLabels
    private let sheet: Sheet
    private let detail: Detail

    private static let cornerRadius = 2.0
    static let widestBar = 84.0

    init(_ chart: Chart, _ bar: Mark.Bar, _ rules: [Mark.Rule], _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.rows = bar.rows
        self.rules = RuleLabels(rules, on: sheet)
        self.sheet = sheet
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else { return marks(in: body, domain: extent, labels: nil).nodes }
        let tickMetrics = sheet.metrics(of: TypeScale.tick)
        let positions = PositionLabels(rows.map(\.position), on: sheet)
        var plot = body
        plot.bottom -= Double(positions.lineCount(step: body.width / Double(rows.count))) * tickMetrics.lineHeight + 6
        plot.right -= rules.width
        guard plot.width >= 60, plot.height >= 40 else { return nil }

        let axis = ValueAxis(extent, format: chart.y.format, length: plot.height, on: sheet)
        let labels = valueLabels(step: plot.width / Double(rows.count))
        var nodes: [Scene.Node] = []
        let domain: ClosedRange<Double>
        if labels != nil {
            // The numbers stand on the bars, so the axis would only repeat them.
            domain = extent
        } else {
            domain = axis.domain
            plot.left += axis.width + 8
            plot.top += tickMetrics.capHeight / 2
            guard plot.width >= 60, plot.height >= 40 else { return nil }
            nodes += axis.nodes(left: body.left, plot: plot)
        }
        let drawn = marks(in: plot, domain: domain, labels: labels)
        nodes += drawn.nodes
        nodes += rules.nodes(in: plot, drawn.y)
        nodes.append(.group(.axis, positions.nodes(plot: plot, top: plot.bottom + 6)))
        return nodes
    }

    /// The values and zero.
    private var extent: ClosedRange<Double> {
        let values = rows.map(\.value) + rules.values
        let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
        return low == high ? 0...1 : low...high
    }

    /// The numbers on the bars, when every one has room beside its neighbours.
    private func valueLabels(step: Double) -> [String]? {
        // A rule would strike numbers through, and is read off an axis anyway.
        guard rules.isEmpty else { return nil }
        return chart.y.format.choices(for: rows.map(\.value), in: sheet.locale)
            .first { sheet.widest($0, in: TypeScale.value) <= step - 5 }
    }

    private func marks(in plot: Rect, domain: ClosedRange<Double>, labels: [String]?) -> (nodes: [Scene.Node], y: LinearScale) {
        let metrics = sheet.metrics(of: TypeScale.value)
        let room = labels == nil ? 0 : metrics.ascent + 3
        let y = LinearScale(
            domain: domain,
            from: plot.bottom - (domain.lowerBound < 0 ? room : 0), to: plot.top + (domain.upperBound > 0 ? room : 0)
        )
        let bands = BandScale(count: rows.count, from: plot.left, to: plot.right)
        let width = min(bands.bandwidth, Self.widestBar)
        let zero = y(0)
        var values: [Scene.Node] = []
        let bars = rows.enumerated().map { index, row in
            let end = y(row.value)
            let center = bands.center(index)
            let isUp = row.value >= 0
            let rect = Rect(left: center - width / 2, top: min(end, zero), right: center + width / 2, bottom: max(end, zero))
            if let labels {
                let baseline = isUp ? end - 4 : end + 4 + metrics.capHeight
                values.append(sheet.run(labels[index], center, baseline, .middle, TypeScale.value, sheet.theme.ink))
            }
            return Scene.Node.mark(
                row.position.text(in: sheet.locale), row.value, chart, sheet.locale,
                [
                    .shape(
                        Path(rect, rounding: isUp ? .top : .bottom, radius: Self.cornerRadius), fill: sheet.theme.color(row.color),
                        stroke: nil)
                ]
            )
        }
        var nodes: [Scene.Node] = [.group(.marks, bars)]
        if detail >= .axis {
            nodes.append(sheet.baseline(of: plot, at: zero))
        }
        if !values.isEmpty { nodes.append(.group(.annotation, values)) }
        return (nodes, y)
    }
}
