import Drawing

/// An area for each series, the first at the bottom; broken where nothing is known.
struct AreaLayer: UprightLayer {
    private var area: Mark.Area

    /// Where positions are closer, hairlines between areas would cut off their peaks.
    private static let narrowest = 12.0

    /// - Parameter locale: of the name for what is too small to be told apart.
    init(_ area: Mark.Area, in locale: Locale) {
        self.area = area
        self.area.series = area.series.gatheringRest(in: locale)
    }

    var positions: [Position] { area.positions }
    var values: [Double] { area.sums }
    var keepsTime: Bool { true }
    var legend: [(name: String, color: MarkColor)] { area.series.count > 1 ? area.series.map { ($0.name, $0.color) } : [] }

    func nodes(in plot: PlotArea, labels: [String]?) -> [Scene.Node] {
        var floor = [Double](repeating: 0, count: area.positions.count)
        var (shapes, spots): ([Scene.Node], [Scene.Node]) = ([], [])
        for series in area.series {
            let ceiling = zip(floor, series.values).map { $0 + max($1 ?? 0, 0) }
            for run in runs {
                let strips = Strips(floor: floor, ceiling: ceiling, run: run, in: plot)
                let separates = area.series.count > 1 && plot.x.step >= Self.narrowest
                shapes += strips.nodes(plot.color(series.color), separates: separates, unfinished: area.unfinished)
                spots += run.compactMap { index in
                    guard let value = series.values[index] else { return nil }
                    let spot = plot.spot(index, from: plot.y(ceiling[index]), to: plot.y(floor[index]))
                    return plot.mark(series, area.positions[index], value, [spot])
                }
            }
            floor = ceiling
        }
        return [.group(.marks, shapes + spots)]
    }

    /// The places at which something is known, cut where nothing is.
    private var runs: [[Int]] {
        let isKnown = Set(area.knownIndices)
        return Mark.Series(name: "", values: area.positions.indices.map { isKnown.contains($0) ? 0 : nil }, color: .neutral).runs
    }
}

/// The part of the picture between two lines over some positions.
private struct Strips {
    private let floor: [Point]
    private let ceiling: [Point]
    private let run: [Int]
    private let sheet: Sheet

    init(floor: [Double], ceiling: [Double], run: [Int], in plot: PlotArea) {
        self.run = run
        sheet = plot.sheet
        func points(_ heights: [Double]) -> [Point] {
            let points = run.map { Point(x: plot.x($0), y: plot.y(heights[$0])) }
            guard let only = points.first, points.count == 1 else { return points }
            // One alone would have no extent.
            let half = plot.x.step / 2
            let (left, right) = (max(only.x - half, plot.rect.left), min(only.x + half, plot.rect.right))
            return [Point(x: left, y: only.y), Point(x: right, y: only.y)]
        }
        self.floor = points(floor)
        self.ceiling = points(ceiling)
    }

    func nodes(_ color: Color, separates: Bool, unfinished: Int?) -> [Scene.Node] {
        let separator = separates && sheet.theme.background.alpha == 255 ? Stroke(sheet.theme.background, width: 1) : nil
        guard let unfinished, let place = run.firstIndex(of: unfinished) else {
            return floor.count > 1 ? [.shape(outline(0...floor.count - 1), fill: color, stroke: separator)] : []
        }
        let first = max(place - 1, 0)
        var nodes: [Scene.Node] = first > 0 ? [.shape(outline(0...first), fill: color, stroke: separator)] : []
        for index in first..<floor.count - 1 {
            nodes += Scene.Node.hatched([ceiling[index], ceiling[index + 1], floor[index + 1], floor[index]], color)
        }
        return nodes
    }

    private func outline(_ range: ClosedRange<Int>) -> Path {
        Path(Path(through: ceiling[range] + floor[range].reversed()).elements + [.close])
    }
}
