import Drawing

/// A grid of colored cells with names at the left, positions below, and a legend above.
struct HeatmapCells {
    private let chart: Chart
    private let heatmap: Mark.Heatmap
    private let sheet: Sheet
    private let detail: Detail
    private let color: ColorScale

    private static let gap = 8.0

    init(_ chart: Chart, _ heatmap: Mark.Heatmap, _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.heatmap = heatmap
        self.sheet = sheet
        self.detail = detail
        color = heatmap.colorScale(sheet.theme)
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else { return cells(in: body) }
        var plot = body
        var nodes: [Scene.Node] = []
        if detail >= .legend {
            let legend = ColorLegend(color, chart.y.format, width: body.width, on: sheet)
            nodes.append(legend.node(left: body.left, top: body.top))
            plot.top += legend.height
        }
        let metrics = sheet.metrics(of: TypeScale.tick)
        let nameWidth = min(sheet.widest(heatmap.rows, in: TypeScale.tick), body.width * 0.3)
        plot.left += nameWidth + Self.gap
        let labels = PositionLabels(heatmap.columns, on: sheet)
        let lineCount = labels.lineCount(step: plot.width / Double(heatmap.columns.count))
        plot.bottom -= Double(lineCount) * metrics.lineHeight + 6
        let rowHeight = plot.height / Double(heatmap.rows.count)
        // Every name is worth more than a subtitle.
        guard plot.width >= 60, plot.height >= 30, rowHeight >= metrics.lineHeight || detail == .axis else { return nil }
        // Few cells keep together at the top instead of growing into slabs.
        let tallest = max(36, plot.width / Double(heatmap.columns.count))
        plot.bottom = plot.top + min(rowHeight, tallest) * Double(heatmap.rows.count)
        nodes += cells(in: plot)
        let rows = BandScale(count: heatmap.rows.count, from: plot.top, to: plot.bottom, gap: 0)
        nodes.append(.group(.axis, sheet.names(heatmap.rows, right: plot.left - Self.gap, width: nameWidth, rows)))
        let columns = PositionScale(heatmap.columns, keepsTime: false, from: plot.left, to: plot.right)
        nodes.append(.group(.axis, labels.nodes(columns, plot: plot, top: plot.bottom + 6, lines: lineCount)))
        return nodes
    }

    private func cells(in plot: Rect) -> [Scene.Node] {
        let columns = BandScale(count: heatmap.columns.count, from: plot.left, to: plot.right, gap: 0)
        let rows = BandScale(count: heatmap.rows.count, from: plot.top, to: plot.bottom, gap: 0)
        let between = min(columns.step, rows.step) >= 12 ? 1.0 : min(columns.step, rows.step) / 12
        let texts = cellTexts(width: columns.step - 2 * between - 4, height: rows.step - 2 * between)
        let titles = heatmap.columns.map { $0.text(in: sheet.locale).isolated }
        let marks = heatmap.rows.indices.flatMap { row in
            heatmap.columns.indices.map { column -> Scene.Node in
                let cell = Rect(left: columns(column), top: rows(row), right: columns(column) + columns.step, bottom: rows(row) + rows.step)
                    .inset(by: between)
                guard let value = heatmap.value(row: row, column: column) else { return missing(in: cell) }
                let fill = color(value)
                var shapes: [Scene.Node] = [.shape(Path(cell), fill: fill, stroke: nil)]
                if let texts {
                    let baseline = sheet.baseline(centeredOn: cell.center.y, in: TypeScale.tick)
                    shapes.append(sheet.run(texts(value), cell.center.x, baseline, .middle, TypeScale.tick, fill.readableInk))
                }
                return .mark("\(heatmap.rows[row].isolated), \(titles[column])", value, chart, sheet.locale, shapes)
            }
        }
        return [.group(.marks, marks)]
    }

    /// Returns a short stroke in an empty cell: nothing is known, which is not the same as little.
    private func missing(in cell: Rect) -> Scene.Node {
        let reach = min(cell.width / 4, 4)
        return sheet.line(
            Point(x: cell.center.x - reach, y: cell.center.y), Point(x: cell.center.x + reach, y: cell.center.y),
            Stroke(sheet.theme.mutedInk, width: 1)
        )
    }

    /// Returns how values are written in cells, or nil when one of them has no room.
    private func cellTexts(width: Double, height: Double) -> ((Double) -> String)? {
        guard detail >= .axis, height >= sheet.metrics(of: TypeScale.tick).lineHeight + 1 else { return nil }
        let values = Array(Set(heatmap.values.joined().compactMap { $0 })).sorted()
        for texts in chart.y.format.choices(for: values, in: sheet.locale) where sheet.widest(texts, in: TypeScale.tick) <= width {
            let written = Dictionary(zip(values, texts)) { first, _ in first }
            return { written[$0] ?? "" }
        }
        return nil
    }
}

extension Mark.Heatmap {
    /// The colors of its values. Where all values are equal, an extent around them.
    fileprivate func colorScale(_ theme: Theme) -> ColorScale {
        let known = rows.indices.flatMap { row in columns.indices.compactMap { value(row: row, column: $0) } }
        let (low, high) = (known.min() ?? 0, known.max() ?? 0)
        switch scale {
        case .sequential:
            guard low == high else { return ColorScale(domain: low...high, theme.sequence) }
            return ColorScale(domain: min(low, 0)...max(high, low == 0 ? 1 : 0), theme.sequence)
        case .diverging(let middle):
            let reach = low == high && low == middle ? max(abs(middle), 1) / 2 : 0
            return ColorScale(domain: low - reach...high + reach, around: middle, theme.divergence)
        }
    }
}
