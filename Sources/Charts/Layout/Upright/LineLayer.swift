import Drawing

/// A line for each series, broken where a value is missing and dashed on the way to what is not over yet.
struct LineLayer: UprightLayer {
    private let line: Mark.Line

    private static let width = 2.0
    static let restWidth = 1.0
    static let dashes = [4.0, 3.0]

    init(_ line: Mark.Line) {
        self.line = line.withinColors
    }

    var positions: [Position] { line.positions }
    var values: [Double] { line.knownValues }
    var includesZero: Bool { line.includesZero }
    var keepsTime: Bool { true }

    /// A line alone needs no name, but readers look for where it ends.
    func ends(_ format: NumberFormat, in locale: Locale) -> [LineEnds.Entry] {
        line.series.compactMap { series in
            guard let value = series.values.last(where: { $0 != nil }) ?? nil else { return nil }
            guard line.series.count == 1 else { return LineEnds.Entry(name: series.name, value: value, color: series.color) }
            // What holds from one time to the next is a price.
            let text = line.interpolation == .step ? format.text(value, in: locale) : format.choices(for: [value], in: locale)[0][0]
            return LineEnds.Entry(name: text, value: value, color: nil)
        }
    }

    /// The rest comes first, so that it lies behind.
    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node] {
        let sorted = line.series.filter { $0.color == .neutral } + line.series.filter { $0.color != .neutral }
        return [.group(.marks, sorted.flatMap { nodes(of: $0, in: area) })]
    }

    private func nodes(of series: Mark.Series, in area: PlotArea) -> [Scene.Node] {
        let color = area.color(series.color)
        let width = series.color == .neutral && line.series.count > 1 ? Self.restWidth : Self.width
        // Only so few points that each can be told from the next are worth a dot.
        let hasDots = line.interpolation == .linear && series.color != .neutral && area.x.step >= 24 && line.series.count <= 2
        return series.runs.flatMap { run -> [Scene.Node] in
            let points = run.map { Point(x: area.x($0), y: area.y(series.values[$0] ?? 0)) }
            var nodes = paths(through: points, of: run, Stroke(color, width: width))
            for (index, point) in zip(run, points) {
                let isOver = index != line.unfinished
                // The last price holds from here on, which no line shows.
                let isLastStep = line.interpolation == .step && index == run.last
                func dot() -> Path { Path(circleAround: point, radius: 3) }
                let shape: Scene.Node =
                    if !hasDots && run.count > 1 && !isLastStep {
                        area.spot(index, from: point.y - 6, to: point.y + 6)
                    } else if isOver {
                        .shape(dot(), fill: color, stroke: nil)
                    } else {
                        .shape(dot(), fill: area.sheet.theme.background, stroke: Stroke(color, width: 1.5))
                    }
                nodes.append(area.mark(series, line.positions[index], series.values[index] ?? 0, [shape]))
            }
            return nodes
        }
    }

    /// Returns the line through points that follow one another, in two parts where the last is not over yet.
    private func paths(through points: [Point], of run: [Int], _ stroke: Stroke) -> [Scene.Node] {
        guard points.count > 1 else { return [] }
        func path(_ points: some Collection<Point>, _ stroke: Stroke) -> Scene.Node {
            .shape(
                Path(through: line.interpolation == .step ? Self.steps(through: Array(points)) : Array(points)), fill: nil, stroke: stroke)
        }
        guard let unfinished = line.unfinished, let place = run.firstIndex(of: unfinished), place > 0 else {
            return [path(points, stroke)]
        }
        let dashed = Stroke(stroke.color, width: stroke.width, dashes: Self.dashes)
        var nodes = [path(points[(place - 1)...place], dashed)]
        if place > 1 { nodes.append(path(points[..<place], stroke)) }
        if place < points.count - 1 { nodes.append(path(points[place...], stroke)) }
        return nodes
    }

    private static func steps(through points: [Point]) -> [Point] {
        zip(points, points.dropFirst()).flatMap { from, to in [from, Point(x: to.x, y: from.y)] } + points.suffix(1)
    }
}

extension Mark.Series {
    /// The places of values that follow one another without a gap.
    var runs: [[Int]] {
        var runs: [[Int]] = []
        for (index, value) in values.enumerated() where value != nil {
            if let last = runs.last?.last, last == index - 1 { runs[runs.count - 1].append(index) } else { runs.append([index]) }
        }
        return runs
    }
}
