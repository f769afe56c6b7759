import Drawing

extension Mark {
    /// A point for each row, where a number or a time meets a value: a scatter plot, or a bubble chart where rows have sizes.
    public struct Points: Hashable, Sendable {
        public struct Row: Hashable, Sendable {
            public var position: Position
            public var value: Double
            /// At least 0; nil for one that is not known.
            public var size: Double?
            /// What the point is called; empty where its position says enough.
            public var name: String

            public init(position: Position, value: Double, size: Double? = nil, name: String = "") {
                self.position = position
                self.value = value
                self.size = size
                self.name = name
            }
        }

        public struct Series: Hashable, Sendable {
            public var name: String
            public var rows: [Row]
            public var color: MarkColor
            /// Of points without a size.
            public var style: PointStyle

            public init(_ name: String = "", rows: [Row], color: MarkColor = .accent, style: PointStyle = PointStyle()) {
                self.name = name
                self.rows = rows
                self.color = color
                self.style = style
            }
        }

        /// What sizes are.
        public enum Sizing: Hashable, Sendable {
            /// Areas stand for them, and a legend says how large they are. Their axis says what they are, and how they are written.
            case areas(Axis)
            /// They are radii, in points.
            case radii
        }

        public var series: [Series]
        public var sizing: Sizing
        /// Whether the axis of values begins at zero.
        public var includesZero: Bool
        public var axis: ValueAxis

        public init(series: [Series], sizing: Sizing = .areas(Axis()), includesZero: Bool = false, on axis: ValueAxis = .y) {
            self.series = series
            self.sizing = sizing
            self.includesZero = includesZero
            self.axis = axis
        }
    }

    /// Returns a point for each of `rows`.
    ///
    ///     .points(people, position: { .number($0.height) }, value: \.weight)
    public static func points<Row>(
        _ rows: some Collection<Row>, name: String = "", position: (Row) -> Position, value: (Row) -> Double,
        size: (Row) -> Double? = { _ in nil }, color: MarkColor = .accent
    ) -> Mark {
        let rows = rows.map { Points.Row(position: position($0), value: value($0), size: size($0)) }
        return .points(Points(series: [Points.Series(name, rows: rows, color: color)]))
    }
}

extension Mark.Points: CartesianMark {
    var mark: Mark { .points(self) }
    var name: String { series.count == 1 ? series[0].name : "" }
    var isEmpty: Bool { series.allSatisfy(\.rows.isEmpty) }
    var rows: [Row] { series.flatMap(\.rows) }
    var numbers: [Double] { drawnValues }
    var sizeNumbers: [Double] { sizes }
    var sizes: [Double] { rows.compactMap(\.size) }
    var places: [Position] { rows.map(\.position) }
    var isSummable: Bool { false }

    // MARK: Layout

    var plotPositions: Positions { .places(places, keepsTime: true) }
    var drawnValues: [Double] { rows.map(\.value) }
    var legend: [Legend.Entry] { series.map { Legend.Entry(name: $0.name, color: $0.color, symbol: .dot) } }

    /// More points than these have no room for lines around them.
    private static let mostOutlined = 1_000

    func shapes(in area: PlotArea) -> [Scene.Node] {
        let radius = PointRadius(self, in: area.context)
        let count = rows.count
        var points: [(radius: Double, node: Scene.Node)] = []
        points.reserveCapacity(count)
        for series in series {
            let color = area.color(series.color)
            for (index, row) in series.rows.enumerated() {
                let radius = radius(row, index, series.style)
                let center = area.point(points.count, value: row.value)
                let shape: Scene.Node
                if radius <= 0 {
                    // A point that is not to be seen still says what it is.
                    shape = .shape(Path(circleAround: center, radius: 1.5), fill: nil, stroke: nil)
                } else if hasSizes {
                    // What lies below is seen through it; a color that lets it through was chosen so.
                    let alpha: UInt8 = color.alpha < 255 ? color.alpha : 140
                    let fill = Color(red: color.red, green: color.green, blue: color.blue, alpha: alpha)
                    shape = series.style.node(index, at: center, radius: radius, fill, outline: Stroke(color, width: 1))
                } else {
                    let outline = count <= Self.mostOutlined ? area.context.separator(width: 0.75) : nil
                    shape = series.style.node(index, at: center, radius: radius, color, outline: outline)
                }
                points.append((radius, area.mark(label(of: row, in: series, area), row.value, [shape])))
            }
        }
        // Small ones lie on large ones; of one size each on those before it.
        let order = hasSizes ? points.indices.sorted { (-points[$0].radius, $0) < (-points[$1].radius, $1) } : Array(points.indices)
        return [.group(.marks, order.map { points[$0].node })]
    }

    private func label(of row: Row, in series: Series, _ area: PlotArea) -> String {
        let place = row.name.isEmpty ? row.position.text(area.chart.x.format, in: area.context.locale) : row.name
        return self.series.count == 1 ? place : "\(series.name.isolated), \(place.isolated)"
    }

    func overhang(in area: PlotArea) -> Overhang {
        let radius = PointRadius(self, in: area.context)
        var overhang = Overhang()
        var place = 0
        for series in series {
            for (index, row) in series.rows.enumerated() {
                let radius = radius(row, index, series.style) + 1
                overhang = overhang.union(area.overhang(of: area.point(place, value: row.value), radius: radius))
                place += 1
            }
        }
        return overhang
    }

    func sizeLegend(width: Double, in context: LayoutContext) -> SizeLegend? {
        guard case .areas(let axis) = sizing, let largest = sizes.max(), largest > 0 else { return nil }
        let radius = PointRadius(self, in: context)
        return SizeLegend(axis, largest: largest, width: width, in: context) { radius.ofArea($0) }
    }

    var hasSizes: Bool { rows.contains { $0.size != nil } }
}

/// How large points are drawn.
struct PointRadius {
    private let sizing: Mark.Points.Sizing
    private let usual: Double
    private let largest: Double
    private let largestSize: Double

    private static let least = 1.5

    init(_ points: Mark.Points, in context: LayoutContext) {
        sizing = points.sizing
        let count = points.rows.count
        let most = context.isSmall ? 2.5 : 4.0
        usual = min(count <= 100 ? 4 : count <= 500 ? 3 : count <= 2_000 ? 2.25 : Self.least, most)
        let side = min(context.size.width, context.size.height)
        largestSize = points.sizes.max() ?? 0
        largest =
            switch points.sizing {
            case .areas: min(max(side * 0.06, 5), 26)
            case .radii: max(side / 12, Self.least)
            }
    }

    /// - Parameter index: of the row in its series.
    func callAsFunction(_ row: Mark.Points.Row, _ index: Int, _ style: PointStyle) -> Double {
        guard let size = row.size else { return style.radius(index) ?? usual }
        return switch sizing {
        case .areas: ofArea(size)
        case .radii: min(max(size, Self.least), largest)
        }
    }

    /// Returns the radius of a circle whose area stands for a size.
    func ofArea(_ size: Double) -> Double {
        largestSize > 0 ? max((max(size, 0) / largestSize).squareRoot() * largest, Self.least) : Self.least
    }
}
