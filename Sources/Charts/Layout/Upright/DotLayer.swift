import Drawing

/// A dot for each value of each series.
struct DotLayer: UprightLayer {
    private let dots: Mark.Dots

    init(_ dots: Mark.Dots) {
        self.dots = dots
    }

    var positions: [Position] { dots.positions }
    var values: [Double] { dots.knownValues }
    var includesZero: Bool { dots.includesZero }
    var keepsTime: Bool { true }
    var legend: [(name: String, color: MarkColor)] { dots.series.count > 1 ? dots.series.map { ($0.name, $0.color) } : [] }

    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node] {
        let radius = min(max(area.x.step / 4, 1.5), 4)
        let marks = dots.series.flatMap { series in
            series.values.enumerated().compactMap { index, value -> Scene.Node? in
                guard let value else { return nil }
                let dot = Path(circleAround: Point(x: area.x(index), y: area.y(value)), radius: radius)
                return area.mark(series, dots.positions[index], value, [.shape(dot, fill: area.color(series.color), stroke: nil)])
            }
        }
        return [.group(.marks, marks)]
    }
}
