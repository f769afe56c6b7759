import Drawing

extension Mark {
    /// Values along spokes from a middle, joined to a closed outline for each series: what something is good at, at a glance.
    ///
    /// The eye compares shapes and areas, so that the order of the positions matters; where exact values do, bars say more.
    public struct Radar: Hashable, Sendable {
        /// One spoke each, clockwise from 12 o'clock.
        public var positions: [Position]
        /// One outline each; a value that is not known leaves it open.
        public var series: [Series]
        /// Whether outlines are filled, translucent unless the color of a series says otherwise.
        public var isFilled: Bool

        public init(positions: [Position], series: [Series], isFilled: Bool = false) {
            self.positions = positions
            self.series = series
            self.isFilled = isFilled
        }
    }
}

extension Mark.Radar: SolitaryMark {
    var mark: Mark { .radar(self) }
    var name: String { series.count == 1 ? series[0].name : "" }
    var isEmpty: Bool { numbers.isEmpty }
    var numbers: [Double] { series.flatMap { $0.values.compactMap { $0 } } }
    var places: [Position] { positions }
    var hasLengths: Bool { true }
    var counts: [(of: String, count: Int, expected: Int)] {
        series.map { (of: $0.name, count: $0.values.count, expected: positions.count) }
    }
    /// Speed and price have no sum.
    var isSummable: Bool { false }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        positions.indices.flatMap { index in
            let name = positions[index].text(in: words.locale)
            return series.compactMap { one in
                one.value(at: index).map { NamedValue(name: series.count > 1 ? "\(one.name), \(name)" : name, value: $0) }
            }
        }
    }

    /// A line for each position, with the values of all series.
    func lines(in words: MarkWords) -> [String] {
        positions.indices.compactMap { index in
            let name = positions[index].text(in: words.locale)
            let values = series.compactMap { one in
                one.value(at: index).map { series.count > 1 ? "\(one.name.line.isolated) \(words.text(of: $0))" : words.text(of: $0) }
            }
            return values.isEmpty ? nil : words.line(name, values.joined(separator: ", "))
        }
    }

    func note(in words: MarkWords) -> String? {
        isEmpty ? nil : axis(of: words.chart).note(words.format, in: words.locale)
    }

    func axis(of chart: Chart) -> RadialAxis { RadialAxis(numbers, chart.y, in: chart.locale) }

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        RadarPlot(self, of: chart, in: context).nodes(in: body, detail: detail)
    }
}
