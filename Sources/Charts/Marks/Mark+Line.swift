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
        return [.group(.marks, sorted.flatMap { nodes(of: $0, in: area) })]
    }

    private func nodes(of series: Mark.Series, in area: PlotArea) -> [Scene.Node] {
        let color = area.color(series.color)
        let width = series.color == .neutral && self.series.count > 1 ? Self.restWidth : Self.width
        // Only so few points that each can be told from the next are worth a dot.
        let hasDots = interpolation == .linear && series.color != .neutral && area.positions.step >= 24 && self.series.count <= 2
        return series.runs.flatMap { run -> [Scene.Node] in
            let places = run.map { (area.center($0), area.values(series.value(at: $0) ?? 0)) }
            var nodes = paths(through: places, of: run, Stroke(color, width: width), in: area)
            for (index, place) in zip(run, places) {
                // The last price holds from here on, which no line shows.
                let isLastStep = interpolation == .step && index == run.last
                func dot() -> Path { Path(circleAround: area.point(place.0, place.1), radius: 3) }
                let shape: Scene.Node =
                    if !hasDots && run.count > 1 && !isLastStep {
                        area.spot(index, from: place.1 - 6, to: place.1 + 6)
                    } else if index != unfinished {
                        .shape(dot(), fill: color, stroke: nil)
                    } else {
                        .shape(dot(), fill: area.context.theme.background, stroke: Stroke(color, width: 1.5))
                    }
                nodes.append(area.mark(series.name, positions[index], series.value(at: index) ?? 0, [shape]))
            }
            return nodes
        }
    }

    /// Returns the line through points that follow one another, in two parts where the last is not over yet.
    private func paths(
        through places: [(Double, Double)], of run: [Int], _ stroke: Stroke, in area: PlotArea
    ) -> [Scene.Node] {
        guard places.count > 1 else { return [] }
        func path(_ part: ArraySlice<(Double, Double)>, _ stroke: Stroke) -> Scene.Node {
            let corners = interpolation == .step ? Self.steps(through: part) : Array(part)
            return .shape(Path(through: corners.map { area.point($0.0, $0.1) }), fill: nil, stroke: stroke)
        }
        guard let unfinished, let place = run.firstIndex(of: unfinished), place > 0 else { return [path(places[...], stroke)] }
        let dashed = Stroke(stroke.color, width: stroke.width, dashes: Self.dashes)
        var nodes = [path(places[(place - 1)...place], dashed)]
        if place > 1 { nodes.append(path(places[..<place], stroke)) }
        if place < places.count - 1 { nodes.append(path(places[place...], stroke)) }
        return nodes
    }

    private static func steps(through places: ArraySlice<(Double, Double)>) -> [(Double, Double)] {
        zip(places, places.dropFirst()).flatMap { from, to in [from, (to.0, from.1)] } + places.suffix(1)
    }
}
