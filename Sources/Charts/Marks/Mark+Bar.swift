import Drawing

extension Mark {
    /// Bars from zero to a value, one for each row.
    public struct Bar: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var position: Position
            public var value: Double
            public var color: MarkColor

            public init(position: Position, value: Double, color: MarkColor = .accent) {
                self.position = position
                self.value = value
                self.color = color
            }
        }

        /// What the bars are called where they share a plot with other marks.
        public var name: String
        public var rows: [Row]
        public var orientation: Orientation
        public var axis: ValueAxis
        /// The index of the row whose period is not over yet: its bar is hatched.
        public var unfinished: Int?
        /// Whether values are differences, which are written with their signs.
        public var areDifferences: Bool
        /// Whether each row's part of the sum is written too, where bars lie one below another and none is below zero.
        public var showsShares = false
        /// The rows whose numbers are written where not all have room, the most important first.
        public var highlights: [Int] = []
        /// What is written on bars or beside them; nil for what the chart chooses.
        public var labels: ValueLabels?

        public init(
            _ name: String = "", rows: [Row], orientation: Orientation = .vertical, on axis: ValueAxis = .y, unfinished: Int? = nil,
            areDifferences: Bool = false
        ) {
            self.name = name
            self.rows = rows
            self.orientation = orientation
            self.axis = axis
            self.unfinished = unfinished
            self.areDifferences = areDifferences
        }
    }

    /// Returns bars with a position, a value and a color read from each of `rows`.
    ///
    ///     .bar(months, position: { .month(year: $0.year, month: $0.month) }, value: \.total)
    ///
    /// - Parameter name: what the bars are called where they share a plot with other marks.
    public static func bar<Row>(
        _ rows: some Collection<Row>, _ orientation: Orientation = .vertical, name: String = "",
        position: (Row) -> Position, value: (Row) -> Double, color: (Row) -> MarkColor = { _ in .accent }, unfinished: Int? = nil
    ) -> Mark {
        .bar(
            Bar(
                name, rows: rows.map { Bar.Row(position: position($0), value: value($0), color: color($0)) },
                orientation: orientation, unfinished: unfinished
            )
        )
    }
}

extension Mark.Bar: CartesianMark {
    var mark: Mark { .bar(self) }
    var isEmpty: Bool { rows.isEmpty }
    var numbers: [Double] { rows.map(\.value) }
    var places: [Position] { rows.map(\.position) }
    var hasLengths: Bool { true }
    var isSummable: Bool { !areDifferences }
    var unfinishedPart: (position: Position, looks: UnfinishedLooks)? {
        unfinished.flatMap { rows.indices.contains($0) ? (rows[$0].position, .hatched) : nil }
    }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        rows.enumerated().map { index, row in
            NamedValue(name: row.position.text(in: words.locale), value: row.value, isUnfinished: index == unfinished)
        }
    }

    func lines(in words: MarkWords) -> [String] {
        rows.enumerated().map { index, row in
            let value = areDifferences ? words.signedText(row.value) : words.text(of: row.value)
            return words.line(row.position.text(in: words.locale), value + (index == unfinished ? words.soFar : ""))
        }
    }

    // MARK: Layout

    var plotPositions: Positions { .places(rows.map(\.position), keepsTime: false) }
    var drawnValues: [Double] { rows.map(\.value) }
    var labelledValues: [Double]? { drawnValues }
    var legend: [Legend.Entry] { [Legend.Entry(name: name, color: rows.first?.color ?? .accent)] }

    func signed(_ labels: [String], in locale: Locale) -> [String] {
        areDifferences ? zip(rows, labels).map { row, text in row.value > 0 ? locale.withPlus(text) : text } : labels
    }

    func first(_ count: Int) -> (any CartesianMark)? {
        var bar = self
        bar.rows = Array(rows.prefix(count))
        return bar
    }

    func shapes(in area: PlotArea) -> [Scene.Node] {
        let marks = rows.enumerated().map { index, row in
            let rect = area.bar(at: area.center(index), width: area.barWidth, from: 0, to: row.value)
            return area.mark(
                name, row.position, row.value,
                Scene.Node.bar(
                    rect, rounding: area.end(isForward: row.value >= 0), area.color(row.color), outline: area.edge(row.color),
                    isHatched: index == unfinished)
            )
        }
        return [.group(.marks, marks)]
    }

    var valueLabels: [ValueLabels] { labels.map { [$0] } ?? [] }

    func placedLabels(in area: PlotArea) -> [PlacedLabel] {
        guard let labels else { return [] }
        return rows.enumerated().map { index, row in
            let box = area.bar(at: area.center(index), width: area.barWidth, from: 0, to: row.value)
            return PlacedLabel(labels, index, row.value, box: box, area.color(row.color), in: area)
        }
    }

    var shares: [Double]? {
        let sum = rows.reduce(0) { $0 + $1.value }
        return showsShares && sum > 0 && rows.allSatisfy { $0.value >= 0 } ? rows.map { $0.value / sum } : nil
    }

    var highlightedRows: [Int] { highlights.filter(rows.indices.contains) }

    func numbers(_ labels: [String], in area: PlotArea) -> [Scene.Node] {
        [.group(.annotation, rows.indices.map { area.number(labels[$0], at: area.center($0), beyond: rows[$0].value) })]
    }
}
