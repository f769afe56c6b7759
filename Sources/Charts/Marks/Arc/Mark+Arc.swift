import Drawing

extension Mark {
    /// Slices whose angles stand for values: a ring with the sum in its hole, or a pie.
    public struct Arc: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var name: String
            public var value: Double
            public var color: MarkColor

            public init(name: String, value: Double, color: MarkColor) {
                self.name = name
                self.value = value
                self.color = color
            }
        }

        public enum Shape: Hashable, Sendable { case ring, pie }

        /// What comes first, clockwise from 12 o'clock.
        public enum Order: Hashable, Sendable {
            /// The largest slice first.
            case bySize
            /// The rows as they are. All of them are shown, as long as their names have room.
            case given
        }

        public var rows: [Row]
        public var shape: Shape
        public var order: Order
        /// Between slices, in points.
        public var separation = 2.0
        /// What stands in the hole of a ring, a line each; empty for the sum.
        public var center: [String] = []
        /// The radius of a ring's hole, as a part of its own.
        public var hole = 0.62
        /// Whether values stand on slices that have no names beside them.
        public var hasValues = true

        public init(rows: [Row], shape: Shape = .ring, order: Order = .bySize) {
            self.rows = rows
            self.shape = shape
            self.order = order
        }
    }

    /// Returns a ring with a slice for each of `rows`.
    public static func donut<Row>(
        _ rows: some Collection<Row>, name: (Row) -> String, value: (Row) -> Double, color: (Row) -> MarkColor
    ) -> Mark {
        .arc(Arc(rows: rows.map { Arc.Row(name: name($0), value: value($0), color: color($0)) }))
    }

    /// Returns a pie with a slice for each of `rows`.
    public static func pie<Row>(
        _ rows: some Collection<Row>, name: (Row) -> String, value: (Row) -> Double, color: (Row) -> MarkColor
    ) -> Mark {
        .arc(Arc(rows: rows.map { Arc.Row(name: name($0), value: value($0), color: color($0)) }, shape: .pie))
    }
}

extension Mark.Arc: SolitaryMark {
    var mark: Mark { .arc(self) }
    /// Slices show parts of a whole, so there must be one.
    var isEmpty: Bool { rows.reduce(0) { $0 + max($1.value, 0) } <= 0 }
    var numbers: [Double] { rows.map(\.value) }

    func namedValues(in words: MarkWords) -> [NamedValue] { rows.map { NamedValue(name: $0.name, value: $0.value) } }

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        let gathered = { ArcPlot(self, slotCount: Self.slotCount, of: chart, in: context).nodes(in: body, detail: detail) }
        guard order == .given else { return gathered() }
        return ArcPlot(self, slotCount: nil, of: chart, in: context).nodes(in: body, detail: detail) ?? gathered()
    }

    /// A part of the whole, or several small ones together.
    struct Slice {
        var name: String
        var value: Double
        /// In whole percent; those of all slices sum to 100.
        var percent: Int
        var color: MarkColor
        /// In radians, clockwise from 12 o'clock.
        var start: Double
        var end: Double

        /// Where its name is pointed at from: in the middle, and at the right of a slice that is all there is.
        var middle: Double { end - start < 2 * .pi ? (start + end) / 2 : .pi / 2 }
    }

    /// The largest slices are shown one by one, however small they are; the others are gathered.
    static let slotCount = 7

    /// Returns the slices in their order, the small ones gathered behind them, and the sum of all.
    ///
    /// - Parameter slotCount: how many of the largest are shown one by one; nil for all of them.
    func slices(in locale: Locale, slotCount: Int? = slotCount) -> (slices: [Slice], total: Double) {
        let rows = rows.filter { $0.value > 0 }
        let total = rows.reduce(0) { $0 + $1.value }
        let bySize = rows.indices.sorted { (rows[$1].value, $0) < (rows[$0].value, $1) }
        let limit = slotCount ?? rows.count
        // One small slice alone keeps its own name.
        let shown = rows.count - limit == 1 ? bySize : Array(bySize.prefix(limit))
        let rest = bySize.dropFirst(shown.count)
        var parts = (order == .bySize ? shown : shown.sorted()).map { (rows[$0].name, rows[$0].value, rows[$0].color) }
        if !rest.isEmpty { parts.append((locale.other(rest.count), rest.reduce(0) { $0 + rows[$1].value }, .neutral)) }
        let percents = Self.percentages(of: parts.map(\.1))
        var start = 0.0
        let slices = zip(parts, percents).map { part, percent in
            let end = start + part.1 / total * 2 * .pi
            defer { start = end }
            return Slice(name: part.0, value: part.1, percent: percent, color: part.2, start: start, end: end)
        }
        return (slices, total)
    }

    /// Returns whole percentages that sum to 100, rounded by the largest remainder (Hamilton's method).
    static func percentages(of values: [Double]) -> [Int] {
        let total = values.reduce(0, +)
        guard total > 0 else { return values.map { _ in 0 } }
        let exact = values.map { $0 / total * 100 }
        var whole = exact.map { Int($0) }
        let missing = 100 - whole.reduce(0, +)
        let byRemainder = exact.indices.sorted { (exact[$1] - Double(whole[$1]), $0) < (exact[$0] - Double(whole[$0]), $1) }
        for index in byRemainder.prefix(max(missing, 0)) { whole[index] += 1 }
        return whole
    }
}
