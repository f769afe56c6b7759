public import Drawing

/// How a line and the points on it look. What is nil or empty, the chart chooses.
public struct MarkStyle: Hashable, Sendable {
    /// Of the line, or between slices, in points; 0 for none.
    public var width: Double?
    /// The lengths of dashes and of the gaps between them in turn, in points; empty for a line without gaps.
    public var dashes: [Double]
    public var curve: Curve?
    /// Whether the line goes on across values that are not known.
    public var spansGaps: Bool
    public var points: PointStyle?
    public var fill: Fill?
    /// What is written on marks or beside them; nil for what the chart chooses.
    public var labels: ValueLabels?

    public init(
        width: Double? = nil, dashes: [Double] = [], curve: Curve? = nil, spansGaps: Bool = false, points: PointStyle? = nil,
        fill: Fill? = nil, labels: ValueLabels? = nil
    ) {
        self.width = width
        self.dashes = dashes
        self.curve = curve
        self.spansGaps = spansGaps
        self.points = points
        self.fill = fill
        self.labels = labels
    }

    /// How a line goes from one point to the next.
    public enum Curve: Hashable, Sendable {
        case straight
        /// Bent by so much, from 0 for straight lines to 1. Between two points it may go beyond both, though never beyond the plot.
        case smooth(tension: Double)
        /// Bent, and between two points never above or below both.
        case monotone
        /// A value holds until the next one.
        case stepAfter
        /// A value holds from the one before it on.
        case stepBefore
        /// It changes halfway.
        case step
    }

    /// What lies between a line and something else.
    public struct Fill: Hashable, Sendable {
        public var color: Color
        public var base: Base

        public enum Base: Hashable, Sendable {
            /// A value, which is zero as a rule; the nearer end of the axis where it is beyond.
            case value(Double)
            /// The lower and the upper end of the axis.
            case low, high
            /// Another series of the mark, by its number from 0.
            case series(Int)
        }

        public init(_ color: Color, to base: Base = .value(0)) {
            self.color = color
            self.base = base
        }
    }

    /// The dashes, where they are some: a line of gaps alone is none that can be drawn.
    var drawnDashes: [Double] { dashes.allSatisfy { $0 >= 0 && $0.isFinite } && dashes.contains { $0 > 0 } ? dashes : [] }

    /// Returns the style of a mark that keeps some of its rows, those of these numbers.
    package func keeping(_ rows: [Int]) -> MarkStyle {
        guard points != nil || labels != nil else { return self }
        var style = self
        if let labels, labels.texts.count > 1 {
            style.labels?.texts = rows.map { labels.texts.indices.contains($0) ? labels.texts[$0] : "" }
        }
        guard let points else { return style }
        func kept<Value>(_ values: [Value]) -> [Value] { values.count > 1 ? rows.map { values[$0 % values.count] } : values }
        style.points?.radii = kept(points.radii)
        style.points?.colors = kept(points.colors)
        style.points?.edges = kept(points.edges)
        return style
    }
}

/// How points look. Lists have one value for all points, or one for each, and begin again where they end.
public struct PointStyle: Hashable, Sendable {
    /// In points; 0 for none; empty for what the chart chooses.
    public var radii: [Double]
    public var shape: PointShape
    /// Empty for the color of the series.
    public var colors: [Color]
    /// Of outlines; empty for none.
    public var edges: [Color]
    /// Of outlines, and of shapes that are lines, in points.
    public var edgeWidth: Double

    public init(
        radii: [Double] = [], shape: PointShape = .circle, colors: [Color] = [], edges: [Color] = [], edgeWidth: Double = 1
    ) {
        self.radii = radii
        self.shape = shape
        self.colors = colors
        self.edges = edges
        self.edgeWidth = edgeWidth
    }

    func radius(_ index: Int) -> Double? { radii.isEmpty ? nil : radii[index % radii.count] }

    /// Returns the point of a row.
    ///
    /// - Parameter outline: where no edge is told.
    func node(_ index: Int, at center: Point, radius: Double, _ color: Color, outline: Stroke? = nil) -> Scene.Node {
        let fill = colors.isEmpty ? color : colors[index % colors.count]
        let edge = edges.isEmpty ? nil : edges[index % edges.count]
        let path = shape.path(around: center, radius: radius)
        guard !shape.isLines else { return .shape(path, fill: nil, stroke: Stroke(edge ?? fill, width: max(edgeWidth, 1))) }
        return .shape(path, fill: fill, stroke: edge.flatMap { edgeWidth > 0 ? Stroke($0, width: edgeWidth) : nil } ?? outline)
    }
}
