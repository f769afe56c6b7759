import Drawing
import Foundation

/// Sectors over rings with their numbers, named around them or in a legend.
struct PolarAreaPlot {
    private let rows: [Mark.Arc.Row]
    private let chart: Chart
    private let context: LayoutContext
    private let axis: RadialAxis
    /// Of a sector, in radians.
    private let turn: Double

    /// More sectors leave no room for the numbers of rings.
    private static let mostNumbered = 60

    init(_ polar: Mark.PolarArea, of chart: Chart, in context: LayoutContext) {
        rows = polar.rows
        self.chart = chart
        self.context = context
        // An area begins at zero whatever was asked for.
        var axis = chart.y
        axis.minimum = nil
        self.axis = RadialAxis(rows.map { max($0.value, 0) }, axis, in: chart.locale)
        turn = 2 * .pi / Double(max(polar.rows.count, 1))
    }

    func nodes(in body: Rect, detail: LevelOfDetail) -> [Scene.Node]? {
        guard detail >= .axis else {
            let radius = max(min(body.width, body.height) / 2 - 1, 1)
            let plot = Plot(center: body.center, radius: radius)
            return radius >= 8 || detail == .bare ? grid(of: plot, nil) + [.group(.marks, marks(of: plot, nil))] : nil
        }
        let names = SpokeNames(rows.map(\.name), at: rows.indices.map(middle(of:)), isCircle: true, in: context)
        let around = names.arranged(in: body, detail: detail)
        if let around, around.isComplete || detail == .axis { return nodes(around, [.group(.legend, around.texts)]) }
        guard detail >= .legend else { return nil }
        // Names that have no room around are told apart by their colors, as long as each has one of its own.
        let hasColors = Set(rows.map { context.theme.color($0.color) }).count == rows.count
        if hasColors, let legend = Legend(rows.map { Legend.Entry(name: $0.name, color: $0.color) }, width: body.width, in: context) {
            var frame = PlotFrame(body)
            frame.add(legend)
            let bare = SpokeNames(rows.map { _ in "" }, at: rows.indices.map(middle(of:)), isCircle: true, in: context)
            if let alone = bare.arranged(in: frame.plot, detail: detail) { return nodes(alone, legend.nodes(beside: frame.plot)) }
        }
        return around.map { nodes($0, [.group(.legend, $0.texts)]) }
    }

    private struct Plot {
        let center: Point
        let radius: Double
    }

    private func nodes(_ around: SpokeNames.Arrangement, _ legend: [Scene.Node]) -> [Scene.Node] {
        let plot = Plot(center: around.center, radius: around.radius)
        let numbers = numbers(on: plot, beside: around.boxes)
        return grid(of: plot, numbers) + [.group(.marks, marks(of: plot, numbers))] + numbers.nodes(.annotation, in: context) + legend
    }

    private func middle(of index: Int) -> Double { (Double(index) + 0.5) * turn }

    /// The root makes the area true to the value.
    private func radius(of value: Double, _ plot: Plot) -> Double { axis.share(of: value).squareRoot() * plot.radius }

    // MARK: Rings

    private func grid(of plot: Plot, _ numbers: RingNumbers?) -> [Scene.Node] {
        let rings = (numbers == nil ? axis.rings.suffix(1) : axis.rings[...]).map { ring in
            let radius = radius(of: ring.value, plot)
            let path =
                gap(of: ring, radius, numbers).map { gap in
                    Path(arcAround: plot.center, radius: radius, from: gap.upperBound, to: gap.lowerBound + 2 * .pi)
                } ?? Path(circleAround: plot.center, radius: radius)
            return Scene.Node.shape(path, fill: nil, stroke: Stroke(context.theme.grid, width: 1))
        }
        return [.group(.grid, rings)]
    }

    /// Returns the angles between which a ring is open for its number.
    private func gap(of ring: RadialAxis.Ring, _ radius: Double, _ numbers: RingNumbers?) -> ClosedRange<Double>? {
        guard let numbers, radius > 0 else { return nil }
        let direction = middle(of: numbers.direction)
        guard let half = numbers.halfGap(of: ring, along: Point(x: cos(direction), y: sin(direction))) else { return nil }
        return direction - half / radius...direction + half / radius
    }

    private func numbers(on plot: Plot, beside names: [Rect]) -> RingNumbers {
        RingNumbers(
            axis.rings, directions: rows.count <= Self.mostNumbered ? rows.count : 0, in: context,
            place: { plot.center.polar(radius(of: $1.value, plot), middle(of: $0)) },
            crosses: { _, ring, box in box.distances(from: plot.center).contains(radius(of: ring.value, plot)) },
            style: { direction, box in
                guard !names.contains(where: box.overlaps), !rows.indices.contains(where: { box.meets(plot.center, end(of: $0, plot)) })
                else {
                    return nil
                }
                // All on the paper, or all in one sector.
                let grounds = Set(box.samples.map { sector(at: $0, plot) })
                guard let only = grounds.first, grounds.count == 1 else { return nil }
                guard let ground = only else { return .tick }
                return .tick.with(.on(color(of: rows[ground])))
            })
    }

    /// Returns which sector a point is in; nil beyond them.
    private func sector(at point: Point, _ plot: Plot) -> Int? {
        let (dx, dy) = (point.x - plot.center.x, plot.center.y - point.y)
        let angle = atan2(dx, dy)
        let index = min(Int((angle < 0 ? angle + 2 * .pi : angle) / turn), rows.count - 1)
        // Lines around sectors are a part of them.
        return hypot(dx, dy) <= radius(of: max(rows[index].value, 0), plot) + 1 ? index : nil
    }

    /// Returns the color that is seen, where it lets the paper through.
    private func color(of row: Mark.Arc.Row) -> Color {
        let color = context.theme.color(row.color)
        return context.theme.paper.mixed(with: color, share: Double(color.alpha) / 255, in: .sRGB)
    }

    // MARK: Sectors

    private func marks(of plot: Plot, _ numbers: RingNumbers?) -> [Scene.Node] {
        let sectors = rows.enumerated().map { index, row -> Scene.Node in
            let radius = radius(of: max(row.value, 0), plot)
            let (start, end) = (Double(index) * turn, Double(index + 1) * turn)
            let path = Path(ringAround: plot.center, innerRadius: 0, outerRadius: max(radius, 0.01), from: start, to: end)
            let isDrawn = row.value > 0
            let shape = Scene.Node.shape(
                path, fill: isDrawn ? context.theme.color(row.color) : nil, stroke: isDrawn ? context.theme.edge(row.color) : nil)
            return .mark(row.name, row.value, chart.y.format, context.locale, [shape])
        }
        return sectors + separators(of: plot) + rows.indices.flatMap { arcs(over: $0, plot, numbers) }
    }

    /// Lines of the background between sectors, as long as the longer of the two.
    private func separators(of plot: Plot) -> [Scene.Node] {
        guard rows.count > 1, let stroke = context.separator(width: rows.count > 24 ? 1 : 2) else { return [] }
        return rows.indices.compactMap { index in
            let end = end(of: index, plot)
            return end == plot.center ? nil : context.line(plot.center, end, stroke)
        }
    }

    /// Returns where the line before a sector ends: beyond the longer of the two that it keeps apart.
    private func end(of index: Int, _ plot: Plot) -> Point {
        let values = [rows[index].value, rows[(index + rows.count - 1) % rows.count].value]
        let length = radius(of: max(values[0], values[1], 0), plot)
        return length > 0 ? plot.center.polar(length + 1, Double(index) * turn) : plot.center
    }

    /// Returns the rings as they cut a sector, in the color of the background.
    private func arcs(over index: Int, _ plot: Plot, _ numbers: RingNumbers?) -> [Scene.Node] {
        guard numbers != nil, let stroke = context.separator(width: 1) else { return [] }
        let (start, end) = (Double(index) * turn, Double(index + 1) * turn)
        return axis.rings.filter { $0.value < rows[index].value }.flatMap { ring -> [Scene.Node] in
            let radius = radius(of: ring.value, plot)
            var parts = [(start, end)]
            if index == numbers?.direction, let gap = gap(of: ring, radius, numbers) {
                parts = [(start, gap.lowerBound), (gap.upperBound, end)].filter { $0.0 < $0.1 }
            }
            return parts.map { .shape(Path(arcAround: plot.center, radius: radius, from: $0.0, to: $0.1), fill: nil, stroke: stroke) }
        }
    }
}

extension Rect {
    /// Its corners, the middles of its sides, and its middle.
    fileprivate var samples: [Point] {
        [left, center.x, right].flatMap { x in [top, center.y, bottom].map { Point(x: x, y: $0) } }
    }
}
