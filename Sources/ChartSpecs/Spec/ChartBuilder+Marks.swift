import Charts
import Drawing

extension ChartBuilder {
    /// Returns the marks of a layer.
    mutating func marks(of layer: Layer) -> [Mark] {
        let spec = layer.spec
        let colors = (0..<max(layer.series.count, 1)).map { index -> MarkColor in
            if let given = given(index, of: layer) { return given }
            return layer.series.count == 1 && isOnly(layer) ? .accent : .categorical(index + firstColor(of: layer))
        }
        let series = zip(layer.series, colors).enumerated().map { index, one in
            Mark.Series(name: one.0.name, values: one.0.values, color: one.1, style: layer.style(index))
        }
        let includesZero = (spec.axis == .y ? self.spec.y : self.spec.y2).includesZero
        let positions = layer.positions
        switch spec.kind {
        case .bar where series.count == 1:
            let rows = zip(positions, series[0].values).map { position, value in
                value.map { Mark.Bar.Row(position: position, value: $0, color: series[0].color) }
            }.enumerated().map { row, bar in
                bar.map { bar in
                    var bar = bar
                    bar.color = given(0, row: row, of: layer) ?? bar.color
                    return bar
                }
            }
            // A bar that is not there keeps its place.
            guard rows.allSatisfy({ $0 != nil }) else { fallthrough }
            var bar = Mark.Bar(
                series[0].name, rows: rows.compactMap { $0 }, orientation: spec.isHorizontal ? .horizontal : .vertical, on: spec.axis)
            bar.labels = series[0].style.labels
            return [.bar(bar)]
        case .bar:
            return [
                .stack(
                    Mark.Stack(
                        positions: positions, series: series, arrangement: spec.isStacked ? .stacked : .grouped,
                        orientation: spec.isHorizontal ? .horizontal : .vertical, on: spec.axis))
            ]
        case .line where spec.spansGaps: return spanningLines(positions, series, includesZero: includesZero ?? true, on: spec.axis)
        case .line:
            return [.line(Mark.Line(positions: positions, series: series, includesZero: includesZero ?? true, on: spec.axis))]
        case .area: return [.area(Mark.Area(positions: positions, series: series, on: spec.axis))]
        case .dots: return [.dots(Mark.Dots(positions: positions, series: series, on: spec.axis))]
        case .point:
            let series = zip(series, layer.points).map { series, rows in
                Mark.Points.Series(series.name, rows: rows, color: series.color, style: series.style.points ?? PointStyle())
            }
            let size = spec.size.flatMap { self.spec.data[$0] }
            let sizeAxis = Axis(size?.name ?? "", format: .fitting((size?.numbers ?? []).compactMap { $0 }))
            return [
                .points(
                    Mark.Points(
                        series: series, sizing: spec.sizesAreRadii ? .radii : .areas(sizeAxis), includesZero: includesZero ?? false,
                        on: spec.axis))
            ]
        case .hist: return [.histogram(Mark.Histogram.bins(of: series.flatMap { $0.values.compactMap { $0 } }))]
        case .radar, .polar, .gauge, .progress: return roundMarks(of: layer, series)
        case .donut, .pie:
            let rows = zip(positions, series.first?.values ?? []).enumerated().compactMap { index, row in
                row.1.map {
                    Mark.Arc.Row(
                        name: row.0.text(in: self.spec.locale), value: $0, color: given(0, row: index, of: layer) ?? .categorical(index))
                }
            }
            let order: Mark.Arc.Order = self.spec.sort == nil ? .bySize : .given
            var arc = Mark.Arc(rows: rows, shape: spec.kind == .pie ? .pie : .ring, order: order)
            arc.separation = layer.style(0).width ?? arc.separation
            (arc.center, arc.hole, arc.hasValues) = (spec.center, spec.hole ?? arc.hole, spec.hasValues)
            return [.arc(arc)]
        }
    }

    /// Returns the color that was given for a series, and for a row of it where each has its own.
    func given(_ series: Int, row: Int = 0, of layer: Layer) -> MarkColor? {
        guard layer.spec.colors.indices.contains(series) else { return nil }
        let colors = layer.spec.colors[series]
        guard !colors.isEmpty else { return nil }
        let color = colors[row % colors.count]
        let edges = layer.spec.edges
        guard edges.indices.contains(series), !edges[series].colors.isEmpty else { return .given(color) }
        return .outlined(color, edge: Stroke(edges[series].colors[row % edges[series].colors.count], width: edges[series].width))
    }

    private func isOnly(_ layer: Layer) -> Bool { spec.marks.count == 1 }

    /// The number of the first color of a mark: those before it have theirs.
    private func firstColor(of layer: Layer) -> Int {
        var count = 0
        for mark in spec.marks {
            if mark.kind == layer.spec.kind, mark.y == layer.spec.y, mark.axis == layer.spec.axis { return count }
            count += max(mark.y.count, 1)
        }
        return count
    }
}
