import Drawing

/// A grid of colored cells with names at the left, positions below, and a legend above.
struct HeatmapCells {
    private let chart: Chart
    private let heatmap: Mark.Heatmap
    private let sheet: Sheet
    private let detail: Detail

    private static let gap = 8.0
    private static let nameShare = 0.3
    private static let lowestCell = 36.0
    private static let widestCell = 108.0
    /// Cells smaller than this would be filled by their outlines.
    private static let smallestOutlined = 7.0

    init(_ chart: Chart, _ heatmap: Mark.Heatmap, _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.heatmap = heatmap
        self.sheet = sheet
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        guard detail >= .axis else {
            let isPale = hasRoomForOutlines(in: body)
            return [cells(in: body, heatmap.colorScale(sheet.theme, isPale: isPale), isPale: isPale)]
        }
        let metrics = sheet.metrics(of: TypeScale.tick)
        var plot = body
        let labels = PositionLabels(heatmap.columns, on: sheet)
        // A name is at most so wide, whatever its type will be.
        let widestName = min(sheet.widest(heatmap.rows, in: TypeScale.tick), body.width * Self.nameShare)
        let lineCount = labels.lineCount(step: (body.width - widestName - Self.gap) / Double(heatmap.columns.count))
        plot.bottom -= Double(lineCount) * metrics.lineHeight + 6
        if detail >= .legend { plot.top += ColorLegend.height(on: sheet) }
        let rowHeight = plot.height / Double(heatmap.rows.count)
        let type = RowType(step: rowHeight, detail: detail, on: sheet)
        let nameWidth = min(sheet.widest(heatmap.rows, in: type.name), body.width * Self.nameShare)
        plot.left += nameWidth + Self.gap
        let columnWidth = min(plot.width / Double(heatmap.columns.count), Self.widestCell)
        plot.right = plot.left + columnWidth * Double(heatmap.columns.count)
        // Every name is worth more than a subtitle.
        guard plot.width >= 60, plot.height >= 30, type.fits || detail == .axis else { return nil }
        // Few cells keep together at the top instead of growing into slabs.
        plot.bottom = plot.top + min(rowHeight, max(Self.lowestCell, columnWidth * 0.75)) * Double(heatmap.rows.count)

        let isPale = hasRoomForOutlines(in: plot)
        let color = heatmap.colorScale(sheet.theme, isPale: isPale)
        let rows = BandScale(count: heatmap.rows.count, from: plot.top, to: plot.bottom, gap: 0)
        let columns = PositionScale(heatmap.columns, keepsTime: false, from: plot.left, to: plot.right)
        let legend = detail >= .legend ? ColorLegend(color, chart.y.format, width: body.width, on: sheet) : nil
        return (legend.map { [$0.node(left: body.left, top: body.top)] } ?? []) + [
            cells(in: plot, color, isPale: isPale),
            .group(.axis, sheet.names(heatmap.rows, type.name, right: plot.left - Self.gap, width: nameWidth, rows)),
            .group(.axis, labels.nodes(columns, top: plot.bottom + 6, lines: lineCount)),
        ]
    }

    /// Whether colors may begin near the background's: where cells have outlines. Those of smaller cells can do without.
    private func hasRoomForOutlines(in plot: Rect) -> Bool {
        min(plot.width / Double(heatmap.columns.count), plot.height / Double(heatmap.rows.count)) >= Self.smallestOutlined
    }

    private func cells(in plot: Rect, _ color: ColorScale, isPale: Bool) -> Scene.Node {
        let columns = BandScale(count: heatmap.columns.count, from: plot.left, to: plot.right, gap: 0)
        let rows = BandScale(count: heatmap.rows.count, from: plot.top, to: plot.bottom, gap: 0)
        // Gaps of a part of a pixel would come and go.
        let smallest = min(columns.step, rows.step)
        let between = smallest >= 12 ? 1.0 : smallest >= 5 ? 0.5 : 0
        let texts = cellTexts(width: columns.step - 2 * between - 4, height: rows.step - 2 * between)
        let titles = heatmap.columns.map { $0.text(in: sheet.locale).isolated }
        let marks = heatmap.rows.indices.flatMap { row in
            heatmap.columns.indices.map { column -> Scene.Node in
                let cell = Rect(left: columns(column), top: rows(row), right: columns(column) + columns.step, bottom: rows(row) + rows.step)
                    .inset(by: between)
                guard let value = heatmap.value(row: row, column: column) else { return missing(in: cell) }
                let fill = color(value)
                var shapes = [isPale ? outlined(cell, fill, color.outline) : .shape(Path(cell), fill: fill, stroke: nil)]
                if let texts {
                    let baseline = sheet.baseline(centeredOn: cell.center.y, in: TypeScale.tick)
                    let ink = sheet.theme.ink(on: fill)
                    shapes.append(sheet.run(texts(value), cell.center.x, baseline, .middle, TypeScale.tick, ink))
                }
                return .mark("\(heatmap.rows[row].isolated), \(titles[column])", value, chart, sheet.locale, shapes)
            }
        }
        return .group(.marks, marks)
    }

    /// Returns a cell with an outline, in the cell's own color where that is told from the background: the shapes of a picture are the
    /// same in all themes.
    private func outlined(_ cell: Rect, _ fill: Color, _ outline: Color) -> Scene.Node {
        .shape(Path(cell.inset(by: 0.5)), fill: fill, stroke: Stroke(fill.isSeen(on: sheet.theme.paper) ? fill : outline, width: 1))
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
    fileprivate func colorScale(_ theme: Theme, isPale: Bool) -> ColorScale {
        let known = rows.indices.flatMap { row in columns.indices.compactMap { value(row: row, column: $0) } }
        let (low, high) = (known.min() ?? 0, known.max() ?? 0)
        switch scale {
        case .sequential:
            let ramp = isPale ? theme.sequence : theme.sequence.withoutPaleEnd
            guard low == high else { return ColorScale(domain: low...high, ramp) }
            return ColorScale(domain: min(low, 0)...max(high, low == 0 ? 1 : 0), ramp)
        case .diverging(let middle):
            let ramp = isPale ? theme.divergence : theme.divergence.withoutPaleMiddle
            let reach = low == high && low == middle ? max(abs(middle), 1) / 2 : 0
            return ColorScale(domain: low - reach...high + reach, around: middle, ramp)
        }
    }
}
