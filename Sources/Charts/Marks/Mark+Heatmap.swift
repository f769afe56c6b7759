import Drawing
import Foundation

extension Mark {
    /// A grid of cells whose colors stand for values, from light to dark.
    ///
    /// Values are written in the format of the chart's y axis.
    public struct Heatmap: Hashable, Sendable {
        /// From left to right.
        public var columns: [Position]
        /// From top to bottom.
        public var rows: [String]
        /// A list for each row, with a value for each column; nil, or an end of the list, where nothing is known.
        public var values: [[Double?]]
        public var scale: Scale

        /// Which colors stand for which values.
        public enum Scale: Hashable, Sendable {
            /// One hue; the largest value stands out most.
            case sequential
            /// Two hues, one on either side of a value; what is farthest from it stands out most.
            case diverging(around: Double)
            /// Two hues, on either side of 1, for how many times something is what it is on average: doubling is as far from 1 as halving,
            /// and what is farther has the colors of these. Only what stands out has its number.
            case ratios
        }

        public init(columns: [Position], rows: [String], values: [[Double?]], scale: Scale = .sequential) {
            self.columns = columns
            self.rows = rows
            self.values = values
            self.scale = scale
        }
    }
}

extension Mark.Heatmap: SolitaryMark {
    var mark: Mark { .heatmap(self) }
    var isEmpty: Bool { known.isEmpty }
    var places: [Position] { columns }

    var numbers: [Double] {
        switch scale {
        case .sequential, .ratios: known
        case .diverging(let middle): known + [middle]
        }
    }

    var counts: [(of: String, count: Int, expected: Int)] {
        let lists = values.enumerated().filter { $0.element.count > columns.count }
        return [(of: "rows", count: values.count, expected: rows.count)]
            + lists.map { (of: rows.indices.contains($0.offset) ? rows[$0.offset] : "", count: $0.element.count, expected: columns.count) }
    }

    private var known: [Double] { values.joined().compactMap { $0 } }

    func value(row: Int, column: Int) -> Double? {
        values.indices.contains(row) && values[row].indices.contains(column) ? values[row][column] : nil
    }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        rows.enumerated().flatMap { row, name in
            columns.enumerated().compactMap { column, position in
                value(row: row, column: column).map { NamedValue(name: "\(name), \(position.text(in: words.locale))", value: $0) }
            }
        }
    }

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        HeatmapPlot(self, chart, context, detail).nodes(in: body)
    }
}

/// Colored cells with names at the left, positions below, and a legend above.
private struct HeatmapPlot {
    private let heatmap: Mark.Heatmap
    private let chart: Chart
    private let context: LayoutContext
    private let detail: LevelOfDetail
    private var format: NumberFormat { chart.y.format }

    private static let nameShare = 0.3
    private static let lowestCell = 36.0
    private static let widestCell = 108.0
    /// Cells smaller than this would be filled by their outlines.
    private static let smallestOutlined = 7.0

    init(_ heatmap: Mark.Heatmap, _ chart: Chart, _ context: LayoutContext, _ detail: LevelOfDetail) {
        self.heatmap = heatmap
        self.chart = chart
        self.context = context
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        var frame = PlotFrame(body)
        guard detail >= .axis else { return [cells(in: body, colorScale(in: body), isOutlined: hasOutlines(in: body))] }
        let rowCount = Double(heatmap.rows.count)
        let most = body.width * Self.nameShare
        let positions = Positions.places(heatmap.columns, keepsTime: false)
        // A name is at most so wide, whatever its type will be.
        let widest = RowNames(heatmap.rows, .name, most: most, in: context).thickness
        let labels = PositionLabels(positions, chart.x, width: body.width - widest, in: context)
        frame.add(labels)
        if detail >= .legend { frame.take(ColorLegend.thickness(in: context), at: .top) }
        let belowLegend = frame.plot
        let rowHeight = rowHeight(in: frame.plot)
        let style = RowTextStyle(step: rowHeight, detail: detail, in: context)
        let names = RowNames(heatmap.rows, style.name, most: most, in: context)
        frame.add(names)
        let columnWidth = min(frame.plot.width / Double(heatmap.columns.count), Self.widestCell)
        frame.clip(toWidth: columnWidth * Double(heatmap.columns.count))
        // Every name is worth more than a subtitle.
        guard frame.hasRoomForRows, style.fits || detail == .axis else { return nil }
        // Few cells keep together at the top instead of growing into slabs.
        frame.clip(toHeight: min(rowHeight, max(Self.lowestCell, columnWidth * 0.75)) * rowCount)

        let plot = frame.plot
        let color = colorScale(in: plot)
        let legend = detail >= .legend ? ColorLegend(color, labels: legendLabels(color), width: body.width, in: context) : nil
        let rows = rowScale(in: plot)
        return (legend?.nodes(beside: belowLegend) ?? []) + [cells(in: plot, color, isOutlined: hasOutlines(in: plot))]
            + names.nodes(beside: plot, along: rows)
            + labels.nodes(beside: plot, along: PositionScale(positions, from: plot.left, to: plot.right, pixel: context.pixel))
    }

    /// Returns the height of a row: whole pixels, unless that would cost rows their names.
    private func rowHeight(in plot: Rect) -> Double {
        let exact = plot.height / Double(heatmap.rows.count)
        let whole = context.wholePixels(in: exact)
        return detail < .axis || whole >= RowTextStyle.leastStep(detail, in: context) ? whole : exact
    }

    private func rowScale(in plot: Rect) -> BandScale {
        let isWhole = rowHeight(in: plot) == context.wholePixels(in: plot.height / Double(heatmap.rows.count))
        return BandScale(count: heatmap.rows.count, from: plot.top, to: plot.bottom, gap: 0, wholes: isWhole ? context.pixel : nil)
    }

    /// Whether colors may begin near the background's: where cells have outlines. Those of smaller cells can do without.
    private func hasRoomForOutlines(in plot: Rect) -> Bool {
        min(plot.width / Double(heatmap.columns.count), plot.height / Double(heatmap.rows.count)) >= Self.smallestOutlined
    }

    /// Cells of ratios touch each other instead: what is usual is to be pale.
    private func hasOutlines(in plot: Rect) -> Bool { heatmap.scale != .ratios && hasRoomForOutlines(in: plot) }

    private func colorScale(in plot: Rect) -> ColorScale {
        heatmap.colorScale(context.theme, isPale: heatmap.scale == .ratios || hasRoomForOutlines(in: plot))
    }

    /// Returns ways to write the numbers of a legend's ends and its middle, the most telling first.
    private func legendLabels(_ color: ColorScale) -> [[String]] {
        heatmap.scale == .ratios
            ? [[0.5, 1, 2].map(ratio)] : format.choices(for: [color.low, color.middle, color.high], in: context.locale)
    }

    private func ratio(_ value: Double) -> String { "\(format.text(value, in: context.locale))×" }

    private func cells(in plot: Rect, _ color: ColorScale, isOutlined: Bool) -> Scene.Node {
        let columns = BandScale(count: heatmap.columns.count, from: plot.left, to: plot.right, gap: 0, wholes: context.pixel)
        let rows = rowScale(in: plot)
        // Gaps of a part of a pixel would come and go.
        let smallest = min(columns.step, rows.step)
        let between = smallest >= 12 ? 1.0 : smallest >= 5 ? 0.5 : 0
        let texts = cellTexts(width: columns.step - 2 * between - 4, height: rows.step - 2 * between)
        let titles = heatmap.columns.map { $0.text(in: context.locale).isolated }
        let marks = heatmap.rows.indices.flatMap { row in
            heatmap.columns.indices.map { column -> Scene.Node in
                let cell = Rect(left: columns(column), top: rows(row), right: columns(column) + columns.step, bottom: rows(row) + rows.step)
                    .inset(by: between)
                guard let value = heatmap.value(row: row, column: column) else { return missing(in: cell) }
                let fill = color(heatmap.shade(value))
                var shapes = [isOutlined ? outlined(cell, fill, color.outline) : .shape(Path(cell), fill: fill, stroke: nil)]
                if let text = texts?(value), !text.isEmpty {
                    let center = cell.center
                    shapes.append(context.text(text, .tick.with(.on(fill)), x: center.x, centeredOn: center.y, anchor: .middle))
                }
                return .mark("\(heatmap.rows[row].isolated), \(titles[column])", value, format, context.locale, shapes)
            }
        }
        return .group(.marks, marks)
    }

    /// Returns a cell with an outline, in the cell's own color where that is told from the background: the shapes of a picture are the
    /// same in all themes.
    private func outlined(_ cell: Rect, _ fill: Color, _ outline: Color) -> Scene.Node {
        .shape(Path(cell.inset(by: 0.5)), fill: fill, stroke: Stroke(fill.isSeen(on: context.theme.paper) ? fill : outline, width: 1))
    }

    /// Returns a short stroke in an empty cell: nothing is known, which is not the same as little.
    private func missing(in cell: Rect) -> Scene.Node {
        let (center, reach) = (cell.center, min(cell.width / 4, 4))
        return context.line(
            Point(x: center.x - reach, y: center.y), Point(x: center.x + reach, y: center.y), Stroke(context.theme.mutedInk, width: 1))
    }

    /// Returns how values are written in cells, or nil when one of them has no room.
    private func cellTexts(width: Double, height: Double) -> ((Double) -> String)? {
        guard detail >= .axis, height >= context.lineHeight(of: .tick) + 1 else { return nil }
        if heatmap.scale == .ratios {
            let all = Set(heatmap.values.joined().compactMap { $0 }.filter(heatmap.standsOut))
            return context.widest(all.map(ratio), in: .tick) <= width ? { heatmap.standsOut($0) ? ratio($0) : "" } : nil
        }
        let values = Array(Set(heatmap.values.joined().compactMap { $0 })).sorted()
        for texts in format.choices(for: values, in: context.locale) where context.widest(texts, in: .tick) <= width {
            let written = Dictionary(zip(values, texts)) { first, _ in first }
            return { written[$0] ?? "" }
        }
        return nil
    }
}

extension Mark.Heatmap {
    /// From so much on a ratio is written.
    private static let outstanding = (low: 0.5, high: 1.5)

    fileprivate func standsOut(_ value: Double) -> Bool { value <= Self.outstanding.low || value >= Self.outstanding.high }

    /// Returns where a value is on the scale of colors.
    fileprivate func shade(_ value: Double) -> Double {
        scale == .ratios ? value > 0 ? min(max(log2(value), -1), 1) : -1 : value
    }

    /// The colors of its values. Where all values are equal, an extent around them.
    fileprivate func colorScale(_ theme: Theme, isPale: Bool) -> ColorScale {
        let (low, high) = (known.min() ?? 0, known.max() ?? 0)
        switch scale {
        case .sequential:
            let ramp = isPale ? theme.sequence : theme.sequence.withoutPaleEnd
            guard low == high else { return ColorScale(domain: low...high, ramp) }
            return ColorScale(domain: min(low, 0)...max(high, low == 0 ? 1 : 0), ramp)
        case .ratios: return ColorScale(domain: -1...1, around: 0, theme.divergence)
        case .diverging(let middle):
            let ramp = isPale ? theme.divergence : theme.divergence.withoutPaleMiddle
            let reach = low == high && low == middle ? max(abs(middle), 1) / 2 : 0
            return ColorScale(domain: low - reach...high + reach, around: middle, ramp)
        }
    }
}
