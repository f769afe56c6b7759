import Drawing

/// Bars of several series: one on the other, or side by side.
struct StackLayer: UprightLayer {
    private let stack: Mark.Stack

    init(_ stack: Mark.Stack) {
        self.stack = stack
    }

    var positions: [Position] { stack.positions }

    var values: [Double] {
        switch stack.arrangement {
        case .grouped: stack.knownValues
        case .stacked: stack.sums
        }
    }

    var legend: [(name: String, color: MarkColor)] { stack.series.count > 1 ? stack.series.map { ($0.name, $0.color) } : [] }

    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node] {
        switch stack.arrangement {
        case .stacked: [.group(.marks, stack.positions.indices.flatMap { stacked(at: $0, in: area) })]
        case .grouped: [.group(.marks, stack.positions.indices.flatMap { grouped(at: $0, in: area) })]
        }
    }

    /// What was given back goes below the line, so that no part hides another.
    private func stacked(at index: Int, in area: PlotArea) -> [Scene.Node] {
        let width = min(area.x.bandwidth, BarLayer.widest)
        // A hairline of the background keeps neighbours apart, unless they are too low to spare it.
        let background = area.sheet.theme.background
        let separator = background.alpha == 255 && stack.series.count > 1 ? Stroke(background, width: 1) : nil
        let top = stack.series.lastIndex { ($0.values[index] ?? 0) > 0 }
        let bottom = stack.series.lastIndex { ($0.values[index] ?? 0) < 0 }
        var (above, below) = (0.0, 0.0)
        return stack.series.enumerated().compactMap { place, series -> Scene.Node? in
            guard let value = series.values[index], value != 0 else { return nil }
            let start = value > 0 ? above : below
            if value > 0 { above += value } else { below += value }
            let rect = area.bar(at: area.x(index), width: width, from: start, to: start + value)
            let edge: Path.Edge? = place == top ? .top : place == bottom ? .bottom : nil
            return area.mark(
                series, stack.positions[index], value,
                Scene.Node.bar(
                    rect, rounding: edge, area.color(series.color), separator: rect.height > 3 ? separator : nil,
                    isHatched: index == stack.unfinished
                )
            )
        }
    }

    private func grouped(at index: Int, in area: PlotArea) -> [Scene.Node] {
        let left = area.x(index) - area.x.bandwidth / 2
        let inner = BandScale(
            count: stack.series.count, from: left, to: left + area.x.bandwidth, gap: stack.series.count > 1 ? 0.08 : 0
        )
        return stack.series.enumerated().compactMap { place, series -> Scene.Node? in
            guard let value = series.values[index] else { return nil }
            let rect = area.bar(at: inner.center(place), width: inner.bandwidth, from: 0, to: value)
            return area.mark(
                series, stack.positions[index], value,
                Scene.Node.bar(
                    rect, rounding: value >= 0 ? .top : .bottom, area.color(series.color), isHatched: index == stack.unfinished)
            )
        }
    }
}

extension SeriesMark {
    /// What series that stand on one another reach up and down to at each position.
    var sums: [Double] {
        positions.indices.flatMap { index in
            let parts = series.compactMap { $0.values[index] }
            return [parts.reduce(0) { $0 + max($1, 0) }, parts.reduce(0) { $0 + min($1, 0) }]
        }
    }
}
