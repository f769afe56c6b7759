import Drawing
import Foundation

/// Spokes, rings with their numbers, and the outlines of series.
struct RadarPlot {
    private let radar: Mark.Radar
    private let chart: Chart
    private let context: LayoutContext
    private let axis: RadialAxis
    private let angles: [Double]

    init(_ radar: Mark.Radar, of chart: Chart, in context: LayoutContext) {
        self.radar = radar
        self.chart = chart
        self.context = context
        axis = radar.axis(of: chart)
        let count = radar.positions.count
        angles = radar.positions.indices.map { Double($0) / Double(count) * 2 * .pi }
    }

    /// Fewer spokes make no polygon.
    private var isCircle: Bool { angles.count < 3 }

    func nodes(in body: Rect, detail: LevelOfDetail) -> [Scene.Node]? {
        guard detail >= .axis else {
            let radius = max(min(body.width, body.height) / 2 - 3, 1)
            let plot = Plot(center: body.center, radius: radius)
            return radius >= 8 || detail == .bare ? grid(of: plot, nil) + [.group(.marks, marks(of: plot, dot: 1.5))] : nil
        }
        var frame = PlotFrame(body)
        var legend: Legend?
        if detail >= .legend, radar.series.count > 1, chart.hasLegend {
            legend = Legend(legendEntries, width: body.width, in: context)
            guard legend != nil else { return nil }
        }
        frame.add(legend)
        let names = SpokeNames(radar.positions.map { $0.text(in: context.locale) }, at: angles, isCircle: isCircle, in: context)
        guard let around = names.arranged(in: frame.plot, detail: detail) else { return nil }
        let plot = Plot(center: around.center, radius: around.radius)
        let numbers = numbers(on: plot, beside: around.boxes)
        return grid(of: plot, numbers) + [.group(.marks, marks(of: plot, dot: angles.count > 24 ? 2 : 3))]
            + numbers.nodes(.axis, in: context)
            + [.group(.axis, around.texts)] + (legend?.nodes(beside: frame.plot) ?? [])
    }

    private struct Plot {
        let center: Point
        let radius: Double
    }

    private var legendEntries: [Legend.Entry] {
        let rest = radar.series.filter { $0.color == .neutral || color(of: $0) == context.theme.neutral }
        let named = radar.series.filter { !rest.contains($0) }.map { Legend.Entry(name: $0.name, color: $0.color, symbol: symbol) }
        guard rest.count > 1 else { return radar.series.map { Legend.Entry(name: $0.name, color: $0.color, symbol: symbol) } }
        return named + [Legend.Entry(name: context.locale.other(rest.count), color: .neutral, symbol: symbol)]
    }

    private var symbol: Legend.Entry.Symbol { radar.isFilled ? .square : .line }

    // MARK: Spokes and rings

    private func grid(of plot: Plot, _ numbers: RingNumbers?) -> [Scene.Node] {
        let spokes = angles.map { context.line(plot.center, plot.center.polar(plot.radius, $0), Stroke(context.theme.grid, width: 1)) }
        let outermost = axis.rings.last.map { [$0] } ?? []
        let rings = (numbers == nil ? outermost : axis.rings).map { ring in
            let isZero = ring.value == 0
            let stroke = Stroke(isZero ? context.theme.neutral : context.theme.grid, width: 1)
            return Scene.Node.shape(path(of: ring, plot, numbers), fill: nil, stroke: stroke)
        }
        return [.group(.grid, rings + spokes)]
    }

    private func radius(of ring: RadialAxis.Ring, _ plot: Plot) -> Double { axis.share(of: ring.value) * plot.radius }

    /// In how many directions numbers may stand, each between two spokes: more spokes leave no room for them.
    private var directionCount: Int { isCircle ? 2 : angles.count <= 100 ? angles.count : 0 }

    private func angle(of direction: Int) -> Double {
        isCircle ? (Double(direction) + 0.5) * .pi / 2 : (Double(direction) + 0.5) / Double(angles.count) * 2 * .pi
    }

    private func place(_ direction: Int, _ ring: RadialAxis.Ring, _ plot: Plot) -> Point {
        let radius = radius(of: ring, plot)
        return plot.center.polar(isCircle ? radius : radius * cos(.pi / Double(angles.count)), angle(of: direction))
    }

    /// Returns a ring, open where its number stands.
    private func path(of ring: RadialAxis.Ring, _ plot: Plot, _ numbers: RingNumbers?) -> Path {
        let radius = radius(of: ring, plot)
        let direction = angle(of: numbers?.direction ?? 0)
        let along = Point(x: cos(direction), y: sin(direction))
        let half = numbers?.halfGap(of: ring, along: along)
        guard !isCircle else {
            guard let half, radius > 0 else { return Path(circleAround: plot.center, radius: max(radius, 0.1)) }
            let turn = half / radius
            return Path(arcAround: plot.center, radius: radius, from: direction + turn, to: direction - turn + 2 * .pi)
        }
        let corners = angles.map { plot.center.polar(radius, $0) }
        guard let half, let numbers else { return Path(Path(through: corners).elements + [.close]) }
        let first = numbers.direction + 1
        let middle = place(numbers.direction, ring, plot)
        let ends = [half, -half].map { Point(x: middle.x + along.x * $0, y: middle.y + along.y * $0) }
        return Path(through: [ends[0]] + corners.indices.map { corners[(first + $0) % corners.count] } + [ends[1]])
    }

    private func numbers(on plot: Plot, beside names: [Rect]) -> RingNumbers {
        let outlines = radar.series.map { points(of: $0, plot) }
        let ends = angles.map { plot.center.polar(plot.radius, $0) }
        return RingNumbers(
            axis.rings, directions: directionCount, in: context, place: { place($0, $1, plot) },
            crosses: { direction, ring, box in
                let radius = radius(of: ring, plot)
                guard !isCircle else { return box.distances(from: plot.center).contains(radius) }
                let ends = [direction, direction + 1].map { plot.center.polar(radius, angles[$0 % angles.count]) }
                return box.meets(ends[0], ends[1])
            },
            style: { direction, box in
                let neighbors = isCircle ? Array(angles.indices) : [direction, (direction + 1) % angles.count]
                let isCrossed =
                    neighbors.contains { box.meets(plot.center, ends[$0]) } || names.contains(where: box.overlaps)
                    || outlines.contains { points in
                        let near = neighbors.compactMap { points[$0] }
                        return near.count == 2 && box.meets(near[0], near[1])
                            || near.contains { box.inset(by: -3).contains(Rect(centeredOn: $0, Size(width: 0, height: 0))) }
                    }
                return isCrossed ? nil : radar.isFilled ? .name : .tick
            })
    }

    // MARK: Outlines

    private func points(of series: Mark.Series, _ plot: Plot) -> [Point?] {
        zip(series.values, angles).map { value, angle in value.map { plot.center.polar(axis.share(of: $0) * plot.radius, angle) } }
    }

    private func color(of series: Mark.Series) -> Color { context.theme.edge(series.color)?.color ?? context.theme.color(series.color) }

    /// Returns the outlines and a dot for each value; the first series lies over the others, and those in grey under all.
    private func marks(of plot: Plot, dot: Double) -> [Scene.Node] {
        let order = radar.series.indices.sorted { one, other in
            let isRest = [one, other].map { color(of: radar.series[$0]) == context.theme.neutral }
            return isRest[0] == isRest[1] ? one > other : isRest[0]
        }
        return order.flatMap { index -> [Scene.Node] in
            let series = radar.series[index]
            let points = points(of: series, plot)
            let dots = points.indices.compactMap { place -> Scene.Node? in
                guard let point = points[place], let value = series.value(at: place) else { return nil }
                let position = radar.positions[place].text(in: context.locale)
                let label = radar.series.count > 1 ? "\(position), \(series.name)" : position
                let shape = Scene.Node.shape(Path(circleAround: point, radius: dot), fill: color(of: series), stroke: nil)
                return .mark(label, value, chart.y.format, context.locale, [shape])
            }
            return outline(of: series, points) + dots
        }
    }

    private func outline(of series: Mark.Series, _ points: [Point?]) -> [Scene.Node] {
        let color = color(of: series)
        let width = context.theme.edge(series.color)?.width ?? (color == context.theme.neutral ? 1.5 : 2)
        let stroke = Stroke(color, width: width)
        let known = points.compactMap { $0 }
        guard known.count < points.count else {
            let path = Path(Path(through: known).elements + [.close])
            return points.count > 1 ? [.shape(path, fill: fill(of: series), stroke: stroke)] : []
        }
        // Begun behind a gap, so that no run goes over the first spoke.
        guard let gap = points.firstIndex(where: { $0 == nil }) else { return [] }
        let turned = points[gap...] + points[..<gap]
        return turned.split(whereSeparator: { $0 == nil }).filter { $0.count > 1 }.map { run in
            .shape(Path(through: run.compactMap { $0 }), fill: nil, stroke: stroke)
        }
    }

    /// Of many fills over one another each is fainter, so that what lies under them is still seen.
    private func fill(of series: Mark.Series) -> Color? {
        guard radar.isFilled else { return nil }
        var fill = context.theme.color(series.color)
        if context.theme.edge(series.color) == nil { fill.alpha = radar.series.count == 1 ? 51 : radar.series.count <= 3 ? 36 : 20 }
        return fill.alpha > 0 ? fill : nil
    }
}
