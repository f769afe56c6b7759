import Drawing

extension SeriesPlot {
    private static let lineWidth = 2.0
    private static let restWidth = 1.0

    /// Returns a path for each series, the rest first, so that it lies behind.
    func lines(_ line: Mark.Line, _ bands: BandScale, _ y: LinearScale) -> [Scene.Node] {
        let sorted = line.series.filter { $0.color == .neutral } + line.series.filter { $0.color != .neutral }
        return sorted.flatMap { series -> [Scene.Node] in
            let color = sheet.theme.color(series.color)
            let width = series.color == .neutral && line.series.count > 1 ? Self.restWidth : Self.lineWidth
            // Only so few points that each can be told from the next are worth a dot.
            let hasDots = line.interpolation == .linear && series.color != .neutral && bands.step >= 24 && line.series.count <= 2
            return runs(of: series.values).flatMap { run -> [Scene.Node] in
                let points = run.map { Point(x: bands.center($0), y: y(series.values[$0] ?? 0)) }
                var nodes: [Scene.Node] = []
                if run.count > 1 {
                    let path = Path(through: line.interpolation == .step ? Self.steps(through: points) : points)
                    nodes.append(.shape(path, fill: nil, stroke: Stroke(color, width: width)))
                }
                for (index, point) in zip(run, points) where hasDots || run.count == 1 {
                    let dot = Path(circleAround: point, radius: hasDots ? 3 : 2)
                    nodes.append(node(series, line.positions[index], series.values[index] ?? 0, [.shape(dot, fill: color, stroke: nil)]))
                }
                return nodes
            }
        }
    }

    /// Returns the places of values that follow one another without a gap.
    private func runs(of values: [Double?]) -> [[Int]] {
        var runs: [[Int]] = []
        for (index, value) in values.enumerated() where value != nil {
            if let last = runs.last?.last, last == index - 1 { runs[runs.count - 1].append(index) } else { runs.append([index]) }
        }
        return runs
    }

    private static func steps(through points: [Point]) -> [Point] {
        zip(points, points.dropFirst()).flatMap { from, to in [from, Point(x: to.x, y: from.y)] } + points.suffix(1)
    }

    /// Returns an area for each series, the first at the bottom.
    func areas(_ area: Mark.Area, _ bands: BandScale, _ y: LinearScale) -> [Scene.Node] {
        var floor = [Double](repeating: 0, count: area.positions.count)
        let separator = sheet.theme.background.alpha == 255 && area.series.count > 1 ? Stroke(sheet.theme.background, width: 1) : nil
        return area.series.map { series in
            let ceiling = zip(floor, series.values).map { $0 + max($1 ?? 0, 0) }
            defer { floor = ceiling }
            func points(_ heights: [Double]) -> [Point] {
                let inner = heights.indices.map { Point(x: bands.center($0), y: y(heights[$0])) }
                guard let first = inner.first, let last = inner.last else { return [] }
                // To the ends of the plot: half a band at either end would look like a month without spending.
                let half = bands.step / 2
                return [Point(x: first.x - half, y: first.y)] + inner + [Point(x: last.x + half, y: last.y)]
            }
            let outline = Path(Path(through: points(ceiling) + points(floor).reversed()).elements + [.close])
            let total = series.values.reduce(0) { $0 + ($1 ?? 0) }
            return .mark(
                series.name, total, chart, sheet.locale, [.shape(outline, fill: sheet.theme.color(series.color), stroke: separator)]
            )
        }
    }
}
