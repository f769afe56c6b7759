import Drawing

/// Marks that share positions and one or two axes of values, and the rules at values of these.
struct CartesianPlot {
    let chart: Chart
    let layers: [Layer]
    let positions: Positions
    private let rules: [Mark.Rule]

    struct Layer {
        let mark: any CartesianMark
        /// The place of each of the mark's positions among those of the plot; nil where they are the same.
        let places: [Int]?
    }

    /// - Throws: `ChartError.mixedMarks` where the marks have no axis of positions in common, or a rule no axis to stand on.
    init(_ chart: Chart, _ marks: [any CartesianMark], _ rules: [Mark.Rule]) throws(ChartError) {
        self.chart = chart
        self.rules = rules
        let marks = marks.map { $0.gathered(in: chart.locale) }
        guard let (positions, places) = Positions.merging(marks.map(\.plotPositions)) else { throw .mixedMarks }
        let ruled = rules.filter { $0.axis == .x }.map(\.value)
        self.positions = positions.measured(along: chart.x, with: ruled, roundsEnds: marks.contains { $0 is Mark.Points })
        layers = zip(marks, places).map(Layer.init)
    }

    /// The first positions of the only mark, where it is a list that can be cut.
    func first(_ count: Int) -> CartesianPlot? {
        guard layers.count == 1, let mark = layers[0].mark.first(count) else { return nil }
        return try? CartesianPlot(chart, [mark], rules)
    }

    func nodes(in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        guard isVertical else { return horizontalNodes(in: body, in: context, detail: detail) }
        return detail >= .axis ? verticalNodes(in: body, in: context, detail: detail) : bareNodes(in: body, in: context)
    }

    /// Whether values go up; one mark whose values go to the right takes the others with it.
    var isVertical: Bool { !layers.contains { $0.mark.orientation == .horizontal } }

    /// The axes on which there is something.
    var axes: [Mark.ValueAxis] {
        Mark.ValueAxis.allCases.filter { axis in
            layers.contains { $0.mark.axis == axis } || rules.contains { $0.axis == Mark.Rule.Axis(axis) }
        }
    }

    func rules(on axis: Mark.Rule.Axis) -> [Mark.Rule] { rules.filter { $0.axis == axis } }

    /// The rules at values, whatever their axis.
    var valueRules: [Mark.Rule] { rules.filter { $0.axis != .x } }

    /// The names of all colors; those of a mark alone only where it has several.
    var legend: [Legend.Entry] {
        guard chart.hasLegend else { return [] }
        return layers.count == 1 ? layers[0].mark.legend.several : layers.flatMap(\.mark.legend).filter { !$0.name.isEmpty }
    }

    /// Returns the numbers on the marks where every one has room beside its neighbors; then an axis says nothing more.
    func labels(step: Double, in context: LayoutContext) -> [String]? {
        // A rule would strike numbers through, and is read off an axis anyway.
        guard layers.count == 1, valueRules.isEmpty, let values = layers[0].mark.labelledValues else { return nil }
        let mark = layers[0].mark
        let axis = chart.axis(mark.axis)
        guard axis.hasLabels, axis.isOptional, mark.valueLabels.isEmpty else { return nil }
        return chart.format(of: mark.axis).choices(for: values, in: context.locale).map { mark.signed($0, in: context.locale) }
            .first { context.widest($0, in: .value) <= mark.labelRoom(step: step) }
    }

    /// Returns what is written on marks or beside them, and the room that each text takes.
    func writtenLabels(in areas: [PlotArea]) -> (nodes: [Scene.Node], rooms: [Rect]) {
        let pairs = zip(layers, areas).filter { !$0.0.mark.valueLabels.isEmpty }
        guard !pairs.isEmpty else { return ([], []) }
        var taken: [Rect] = []
        let lines = zip(layers, areas).flatMap { $0.mark.strokes(in: $1) }
        let nodes = pairs.flatMap { $1.nodes(of: $0.mark.placedLabels(in: $1), lines: lines, taken: &taken) }
        return (nodes, taken)
    }

    /// The labels beyond marks, for which the plot gives way at its ends.
    var outerLabels: [ValueLabels] { layers.flatMap(\.mark.valueLabels).filter { $0.place == .outside } }

    /// Whether there is a line on which bars stand: it belongs to the axis of positions, and to the grid.
    var hasBaseline: Bool { chart.x.hasLabels || chart.y.hasGrid }

    /// Returns the values on an axis, its rules and, where a length stands for a value, zero.
    func extent(of axis: Mark.ValueAxis) -> ClosedRange<Double> {
        let marks = layers.map(\.mark).filter { $0.axis == axis }
        let (settings, rules) = (chart.axis(axis), rules(on: Mark.Rule.Axis(axis)))
        let ends = [settings.minimum, settings.maximum].compactMap { $0 }
        // Whoever says that an axis begins above zero does not want it there.
        let includesZero =
            (marks.isEmpty || marks.contains(where: \.includesZero)) && settings.scale == .linear && settings.minimum ?? 0 <= 0
            && settings.maximum ?? 0 >= 0
        let values = marks.flatMap(\.drawnValues) + rules.map(\.value) + ends + (includesZero ? [0] : [])
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        if low < high { return low...high }
        // Nothing but zeros: any scale is as good.
        let whole = settings.format == .percent ? 1.0 : 10
        return includesZero ? 0...whole : low - max(abs(low), 1) * 0.1...low + max(abs(low), 1) * 0.1
    }

    /// Makes the axes that stand beside the plot, the first of them with hairlines.
    ///
    /// - Parameter edges: of the first axis and the second.
    func valueAxes(at edges: (y: Path.Edge, y2: Path.Edge), length: Double, in context: LayoutContext) -> [ValueAxis] {
        let all = axes.map { (extent: extent(of: $0), axis: chart.axis($0)) }
        guard all.count > 1 else {
            return zip(axes, all).map { name, one in
                ValueAxis(one.extent, one.axis, at: name == .y ? edges.y : edges.y2, length: length, in: context)
            }
        }
        let pair = ValueAxis.pair(all[0], all[1], at: edges, length: length, in: context)
        return [pair.0, pair.1]
    }

    /// - Parameter valueAxes: one for each of the chart's axes on which there is something; none where nothing stands beside the plot.
    func scale(of axis: Mark.ValueAxis, _ valueAxes: [ValueAxis] = [], from start: Double, to end: Double) -> ValueScale {
        let drawn = zip(axes, valueAxes).first { $0.0 == axis }?.1
        return ValueScale(chart.axis(axis).scale, domain: drawn?.domain ?? extent(of: axis), from: start, to: end)
    }

    /// Returns where a mark is drawn.
    ///
    /// - Parameter style: of numbers on marks.
    func area(
        of layer: Layer, in rect: Rect, _ orientation: Mark.Orientation, _ positions: PositionScale, _ values: ValueScale,
        style: TextStyle = .value, _ context: LayoutContext
    ) -> PlotArea {
        PlotArea(
            chart: chart, context: context, rect: rect, orientation: orientation, positions: positions, places: layer.places,
            values: values, format: chart.format(of: layer.mark.axis), numberStyle: style)
    }
}

extension Positions {
    /// Returns the positions of all marks, each once and in order, and for each mark the places of its own among them; nil where the marks
    /// have no axis in common.
    fileprivate static func merging(_ all: [Positions]) -> (Positions, [[Int]?])? {
        guard let first = all.first else { return (.places([], keepsTime: false), []) }
        if all.allSatisfy({ $0 == first }) { return (first, all.map { _ in nil }) }
        var lists: [[Position]] = []
        var keepsTime = true
        for case .places(let places, let keeps) in all {
            lists.append(places)
            keepsTime = keepsTime && keeps
        }
        guard lists.count == all.count else { return nil }
        var seen: Set<Position> = []
        let union = lists.joined().filter { seen.insert($0).inserted }.inOrder
        let places = Dictionary(zip(union, union.indices)) { first, _ in first }
        return (.places(union, keepsTime: keepsTime), lists.map { $0.compactMap { places[$0] } })
    }
}

extension [Position] {
    /// In order of time, where all are days or all months; as they are otherwise.
    fileprivate var inOrder: [Position] {
        let keys = map(\.orderKey)
        let places = keys.compactMap { $0?.place }
        guard places.count == count, Set(keys.map { $0?.kind }).count == 1 else { return self }
        return zip(self, places).sorted { $0.1 < $1.1 }.map(\.0)
    }
}

extension Position {
    /// What it is compared by with those of the same kind; nil for a name.
    fileprivate var orderKey: (kind: Int, place: Double)? {
        switch self {
        case .name: nil
        case .day, .time: seconds.map { (0, $0) }
        case .calendarMonth(let month): (1, Double(month))
        case .month(let year, let month): (2, Double(year * 12 + month))
        case .number(let number): (3, number)
        }
    }
}

extension [Legend.Entry] {
    /// A color alone needs no name, and things of one kind no symbols.
    fileprivate var several: [Legend.Entry] { count > 1 ? map { Legend.Entry(name: $0.name, color: $0.color) } : [] }
}

extension Chart {
    func axis(_ axis: Mark.ValueAxis) -> Axis {
        switch axis {
        case .y: y
        case .y2: y2
        }
    }

    func format(of axis: Mark.ValueAxis?) -> NumberFormat { axis.map { self.axis($0).format } ?? y.format }
}
