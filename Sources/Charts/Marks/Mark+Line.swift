import Drawing

extension Mark {
    /// A line for each series, broken where a value is missing.
    ///
    /// Lines in the neutral color are the rest: drawn behind the others and not labelled.
    public struct Line: Hashable, Sendable {
        public enum Interpolation: Hashable, Sendable {
            case linear
            /// A value holds until the next one.
            case step
        }

        public var positions: [Position]
        public var series: [Series]
        public var interpolation: Interpolation
        /// Whether the axis begins at zero; prices may not.
        public var includesZero: Bool
        public var axis: ValueAxis
        /// The index of the position whose period is not over yet: the way to it is dashed.
        public var unfinished: Int?

        public init(
            positions: [Position], series: [Series], interpolation: Interpolation = .linear, includesZero: Bool = true,
            on axis: ValueAxis = .y, unfinished: Int? = nil
        ) {
            self.positions = positions
            self.series = series
            self.interpolation = interpolation
            self.includesZero = includesZero
            self.axis = axis
            self.unfinished = unfinished
        }
    }
}

extension Mark.Line: SeriesMark {
    var mark: Mark { .line(self) }
    var isSummable: Bool { includesZero }
    var unfinishedLooks: UnfinishedLooks { .dashed }

    /// Names the lines beyond the sixth and those that came without a color, which have no name at their end.
    func note(in words: MarkWords) -> String? {
        // Where each line has a plot of its own, each has a name.
        guard series.count > 1, words.chart.facets == nil else { return nil }
        let names = withinColors.series.filter { $0.color == .neutral }.map(\.name.isolated)
        guard !names.isEmpty else { return nil }
        let rest = names.joined(separator: ", ")
        return words.locale.phrase("In grey: \(rest).", de: "In Grau: \(rest).", fr: "En gris\u{A0}: \(rest).", es: "En gris: \(rest).")
    }

    // MARK: Layout

    static let restWidth = 1.0
    private static let width = 2.0
    private static let dotRadius = 3.0
    private static let dashes = [4.0, 3.0]
    /// More lines than these could not be told apart by their colors.
    private static let colorLimit = 6

    /// The line with its first six colors; series beyond them are grey.
    private var withinColors: Mark.Line {
        var line = self
        var count = 0
        for index in series.indices where series[index].color != .neutral {
            count += 1
            if count > Self.colorLimit { line.series[index].color = .neutral }
        }
        return line
    }

    func gathered(in locale: Locale) -> any CartesianMark { withinColors }

    var plotPositions: Positions { .places(positions, keepsTime: true) }
    var drawnValues: [Double] { knownValues }

    var legend: [Legend.Entry] {
        series.filter { $0.color != .neutral }.map { Legend.Entry(name: $0.name, color: $0.color, symbol: .line) }
    }

    /// A line alone needs no name, but readers look for where it ends.
    func lineLabels(_ format: NumberFormat, in locale: Locale) -> [LineLabels.Entry] {
        series.compactMap { one in
            guard let value = one.lastValue else { return nil }
            guard series.count == 1 else { return LineLabels.Entry(name: one.name, value: value, color: one.color) }
            // What holds from one time to the next is a price.
            let text = interpolation == .step ? format.text(value, in: locale) : format.choices(for: [value], in: locale)[0][0]
            return LineLabels.Entry(name: text, value: value, color: nil)
        }
    }

    func backdrop(of name: String) -> (any CartesianMark)? {
        var line = self
        line.series = series.filter { $0.name != name }
        return line.series.isEmpty ? nil : line
    }

    /// The rest comes first, so that it lies behind.
    func shapes(in area: PlotArea) -> [Scene.Node] {
        let sorted = series.filter { $0.color == .neutral } + series.filter { $0.color != .neutral }
        return [.group(.marks, series.flatMap { fills(of: $0, in: area) } + sorted.flatMap { nodes(of: $0, in: area) })]
    }

    private func nodes(of series: Mark.Series, in area: PlotArea) -> [Scene.Node] {
        let color = area.color(series.color)
        let width = series.style.width ?? (series.color == .neutral && self.series.count > 1 ? Self.restWidth : Self.width)
        let curve = curve(of: series)
        let points = series.style.points ?? PointStyle()
        // Only so few points that each can be told from the next are worth a dot.
        let hasDots = !curve.isStep && series.color != .neutral && area.positions.step >= 24 && self.series.count <= 2
        return series.runs.flatMap { run -> [Scene.Node] in
            let places = run.map { (area.center($0), area.values(series.value(at: $0) ?? 0)) }
            let stroke = Stroke(color, width: width, dashes: series.style.drawnDashes)
            var nodes = width > 0 ? paths(through: places, of: run, curve, stroke, in: area) : []
            for (index, place) in zip(run, places) {
                // The last price holds from here on, which no line shows.
                let isLastStep = curve == .stepAfter && index == run.last
                let isSeen = hasDots || series.style.points.map { $0.shape != .circle || !$0.colors.isEmpty } ?? false
                let radius = points.radius(index) ?? (isSeen || run.count == 1 || isLastStep ? Self.dotRadius : 0)
                let center = area.point(place.0, place.1)
                let shape: Scene.Node =
                    if radius <= 0 {
                        area.spot(index, from: place.1 - 6, to: place.1 + 6)
                    } else if index != unfinished {
                        points.node(index, at: center, radius: radius, color)
                    } else {
                        .shape(
                            Path(circleAround: center, radius: radius), fill: area.context.theme.background,
                            stroke: Stroke(color, width: 1.5))
                    }
                nodes.append(area.mark(series.name, positions[index], series.value(at: index) ?? 0, [shape]))
            }
            return nodes
        }
    }

    /// Returns the line through points that follow one another, in two parts where the last is not over yet.
    private func paths(
        through places: [(Double, Double)], of run: [Int], _ curve: MarkStyle.Curve, _ stroke: Stroke, in area: PlotArea
    ) -> [Scene.Node] {
        guard places.count > 1 else { return [] }
        func path(_ part: ArraySlice<(Double, Double)>, _ stroke: Stroke) -> Scene.Node {
            .shape(Path(area.elements(through: part.map { area.point($0.0, $0.1) }, curve)), fill: nil, stroke: stroke)
        }
        guard let unfinished, let place = run.firstIndex(of: unfinished), place > 0 else { return [path(places[...], stroke)] }
        let dashed = Stroke(stroke.color, width: stroke.width, dashes: Self.dashes)
        var nodes = [path(places[(place - 1)...place], dashed)]
        if place > 1 { nodes.append(path(places[..<place], stroke)) }
        if place < places.count - 1 { nodes.append(path(places[place...], stroke)) }
        return nodes
    }

    private func curve(of series: Mark.Series) -> MarkStyle.Curve {
        series.style.curve ?? (interpolation == .step ? .stepAfter : .straight)
    }

    // MARK: Fills

    /// Returns what lies between a line and what its style names.
    private func fills(of series: Mark.Series, in area: PlotArea) -> [Scene.Node] {
        guard let fill = series.style.fill, fill.color.alpha > 0 else { return [] }
        var other: Mark.Series?
        if case .series(let place) = fill.base {
            guard self.series.indices.contains(place) else { return [] }
            other = self.series[place]
        }
        return series.runs.flatMap { run -> [Scene.Node] in
            // Between two lines there is something only where both are.
            let known = other.map { other in run.filter { other.value(at: $0) != nil } } ?? run
            guard known.count > 1, let first = known.first, let last = known.last else { return [] }
            let above = known.map { area.point($0, value: series.value(at: $0) ?? 0) }
            let below: [Path.Element]
            if let other {
                let points = known.reversed().map { area.point($0, value: other.value(at: $0) ?? 0) }
                below = area.elements(through: points, curve(of: other).reversed)
            } else {
                let domain = area.values.domain
                let base: Double =
                    switch fill.base {
                    case .value(let value): min(max(value, domain.lowerBound), domain.upperBound)
                    case .low, .series: domain.lowerBound
                    case .high: domain.upperBound
                    }
                below = Path(through: [last, first].map { area.point($0, value: base) }).elements
            }
            let outline = area.elements(through: above, curve(of: series)) + below.joiningFirst + [.close]
            return [.shape(Path(outline), fill: fill.color, stroke: nil)]
        }
    }

    // MARK: Labels

    var valueLabels: [ValueLabels] { series.compactMap(\.style.labels) }

    func placedLabels(in area: PlotArea) -> [PlacedLabel] {
        series.flatMap { series -> [PlacedLabel] in
            guard let labels = series.style.labels else { return [] }
            return series.values.indices.compactMap { index in
                guard let value = series.value(at: index) else { return nil }
                let point = area.point(index, value: value)
                // A point has a number over it, however far below zero it is.
                var label = PlacedLabel(
                    labels, index, abs(value), box: Rect(left: point.x, top: point.y, right: point.x, bottom: point.y),
                    area.color(series.color), in: area)
                if labels.texts.isEmpty, value < 0 { label.text = area.format.text(value, in: area.context.locale, wholeFrom: 100) }
                return label
            }
        }
    }

    func strokes(in area: PlotArea) -> [(Point, Point)] {
        series.flatMap { series in
            series.runs.flatMap { run in
                // A step has corners between its points.
                let corners = area.elements(through: run.map { area.point($0, value: series.value(at: $0) ?? 0) }, curve(of: series)).map(
                    \.end)
                return zip(corners, corners.dropFirst()).map { ($0, $1) }
            }
        }
    }

    func overhang(in area: PlotArea) -> Overhang {
        var overhang = Overhang()
        for series in series {
            guard let points = series.style.points, points.radii.contains(where: { $0 > Self.dotRadius + 1 }) else { continue }
            for (index, value) in series.values.enumerated() {
                guard let value, let radius = points.radius(index) else { continue }
                overhang = overhang.union(area.overhang(of: area.point(index, value: value), radius: radius + 1))
            }
        }
        return overhang
    }
}

extension Path.Element {
    /// Where it leads; closing leads nowhere new.
    fileprivate var end: Point {
        switch self {
        case .move(let point), .line(let point), .curve(let point, _, _): point
        case .close: Point(x: 0, y: 0)
        }
    }
}

extension MarkStyle.Curve {
    fileprivate var isStep: Bool { self == .stepAfter || self == .stepBefore || self == .step }
}
