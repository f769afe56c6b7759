import Drawing

extension Mark {
    /// The areas under series, one on the other, from zero. Values are not negative; a missing one is zero.
    public struct Area: Hashable, Sendable {
        public var positions: [Position]
        public var series: [Series]
        public var axis: ValueAxis
        /// The index of the position whose period is not over yet: the way to it is hatched.
        public var unfinished: Int?
        /// The sum at each position, where the values are too coarse to be added up; nil for their sums.
        public var totals: [Double]?

        public init(positions: [Position], series: [Series], on axis: ValueAxis = .y, unfinished: Int? = nil) {
            self.positions = positions
            self.series = series
            self.axis = axis
            self.unfinished = unfinished
        }
    }
}

extension Mark.Area: SeriesMark {
    var mark: Mark { .area(self) }
    var hasLengths: Bool { true }

    // MARK: Layout

    /// Where positions are closer, hairlines between areas would cut off their peaks.
    private static let narrowest = 12.0

    var plotPositions: Positions { .places(positions, keepsTime: true) }
    var drawnValues: [Double] { reaches }

    func gathered(in locale: Locale) -> any CartesianMark {
        var area = self
        area.series = series.gatheringRest(in: locale)
        return area
    }

    func shapes(in plot: PlotArea) -> [Scene.Node] {
        var floor = [Double](repeating: 0, count: positions.count)
        var (shapes, spots): ([Scene.Node], [Scene.Node]) = ([], [])
        let isKnown = Set(knownIndices)
        // Where nothing is known, all areas are broken.
        let runs = Mark.Series.runs(of: positions.indices.map { isKnown.contains($0) ? 0 : nil })
        // What lies on one another is bent alike.
        let curve = series.lazy.compactMap(\.style.curve).first ?? .straight
        var lines: [Scene.Node] = []
        for series in series {
            let ceiling = zip(floor, series.values).map { $0 + max($1 ?? 0, 0) }
            for run in runs {
                let strip = Strip(floor: floor, ceiling: ceiling, run: run, curve, in: plot)
                let color = plot.color(series.color)
                // A line of its own sets an area apart as well.
                let stroke = series.style.width.flatMap { $0 > 0 ? Stroke(color, width: $0, dashes: series.style.drawnDashes) : nil }
                let separates = self.series.count > 1 && plot.positions.step >= Self.narrowest && stroke == nil
                shapes += strip.nodes(
                    series.style.fill?.color ?? color, separator: separates ? plot.context.separator(width: 1) : nil,
                    unfinished: unfinished)
                lines += stroke.map { [strip.line($0)] } ?? []
                spots += run.compactMap { index in
                    guard let value = series.value(at: index) else { return nil }
                    let spot = plot.spot(index, from: plot.values(ceiling[index]), to: plot.values(floor[index]))
                    return plot.mark(series.name, positions[index], value, [spot])
                }
            }
            floor = ceiling
        }
        return [.group(.marks, shapes + lines + spots)]
    }
}

/// The part of a plot between two lines over some positions.
private struct Strip {
    private let floor: [Point]
    private let ceiling: [Point]
    private let run: [Int]
    private let curve: MarkStyle.Curve
    private let plot: PlotArea

    init(floor: [Double], ceiling: [Double], run: [Int], _ curve: MarkStyle.Curve, in plot: PlotArea) {
        (self.run, self.curve, self.plot) = (run, curve, plot)
        func points(_ heights: [Double]) -> [Point] {
            guard let only = run.first, run.count == 1 else { return run.map { plot.point($0, value: heights[$0]) } }
            // One alone would have no extent.
            let (center, half, height) = (plot.center(only), plot.positions.step / 2, plot.values(heights[only]))
            let isVertical = plot.orientation == .vertical
            let (start, end) = isVertical ? (plot.rect.left, plot.rect.right) : (plot.rect.top, plot.rect.bottom)
            return [plot.point(max(center - half, start), height), plot.point(min(center + half, end), height)]
        }
        self.floor = points(floor)
        self.ceiling = points(ceiling)
    }

    func nodes(_ color: Color, separator: Stroke?, unfinished: Int?) -> [Scene.Node] {
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

    /// Returns the upper edge.
    func line(_ stroke: Stroke) -> Scene.Node { .shape(Path(plot.elements(through: ceiling, curve)), fill: nil, stroke: stroke) }

    private func outline(_ range: ClosedRange<Int>) -> Path {
        let (above, below) = (Array(ceiling[range]), Array(floor[range].reversed()))
        guard curve != .straight else { return Path(Path(through: above + below).elements + [.close]) }
        return Path(plot.elements(through: above, curve) + plot.elements(through: below, curve.reversed).joiningFirst + [.close])
    }
}
