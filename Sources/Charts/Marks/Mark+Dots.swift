import Drawing

extension Mark {
    /// A dot for each value that is known: for values whose distance from zero says nothing, as prices.
    public struct Dots: Hashable, Sendable {
        public var positions: [Position]
        public var series: [Series]
        /// Whether the axis begins at zero.
        public var includesZero: Bool
        public var axis: ValueAxis

        public init(positions: [Position], series: [Series], includesZero: Bool = false, on axis: ValueAxis = .y) {
            self.positions = positions
            self.series = series
            self.includesZero = includesZero
            self.axis = axis
        }
    }

    /// Returns a dot for each of `rows` whose value is known.
    ///
    ///     .dots(prices, name: "Unit price", position: { .day($0.date.dayNumber) }, value: \.amount)
    public static func dots<Row>(
        _ rows: some Collection<Row>, name: String, position: (Row) -> Position, value: (Row) -> Double?, color: MarkColor = .accent
    ) -> Mark {
        .dots(Dots(positions: rows.map(position), series: [Series(name: name, values: rows.map(value), color: color)]))
    }
}

extension Mark.Dots: SeriesMark {
    var mark: Mark { .dots(self) }
    var isSummable: Bool { includesZero }
    var legendSymbol: Legend.Entry.Symbol { .dot }

    // MARK: Layout

    var plotPositions: Positions { .places(positions, keepsTime: true) }
    var drawnValues: [Double] { knownValues }

    func shapes(in area: PlotArea) -> [Scene.Node] {
        let radius = min(max(area.positions.step / 4, 1.5), 4)
        let marks = series.flatMap { series in
            series.values.enumerated().compactMap { index, value -> Scene.Node? in
                guard let value else { return nil }
                let dot = Path(circleAround: area.point(index, value: value), radius: radius)
                return area.mark(series.name, positions[index], value, [.shape(dot, fill: area.color(series.color), stroke: nil)])
            }
        }
        return [.group(.marks, marks)]
    }
}
