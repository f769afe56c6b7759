public import Charts
public import Drawing

/// A chart of anyone's data as a request says it: the rows, what is drawn from which column, and how it looks.
///
///     var spec = ChartSpec(data: try DataTable(csv: bytes))
///     spec.marks = [MarkSpec(.bar, x: "month", y: ["sales"])]
///     let chart = try spec.chart()
///
/// Whatever a request is written in becomes one of these, and its JSON is read as the same again.
public struct ChartSpec: Hashable, Sendable {
    public var title = ""
    public var subtitle = ""
    /// What stands at the picture's foot.
    public var note = ""
    public var data: DataTable
    public var marks: [MarkSpec] = []
    public var rules: [RuleSpec] = []
    public var x = AxisSpec()
    public var y = AxisSpec()
    public var y2 = AxisSpec()
    /// A column: a small plot for each of its values.
    public var facet: String?
    public var sort: Sort?
    /// The most rows that are shown.
    public var limit: Int?
    /// In place of the theme's, in order.
    public var palette: [Color] = []
    public var locale = Locale.americanEnglish
    /// Whether the names of colors stand beside the plot.
    public var hasLegend = true
    /// From the picture's edges to what is drawn, where that is more than its margin.
    public var padding = Chart.Padding()

    public enum Sort: String, CaseIterable, Hashable, Sendable {
        case x, xDescending = "-x", y, yDescending = "-y"
        /// As the rows are, slices too.
        case given = "none"
    }

    public init(data: DataTable) { self.data = data }
}

/// One kind of shape, and the columns it is drawn from.
public struct MarkSpec: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case bar, line, area, donut, pie, hist, dots, point, radar, polar, gauge, progress
    }

    public enum Aggregate: String, CaseIterable, Hashable, Sendable {
        case sum, mean, count, median, min, max
    }

    public var kind: Kind
    /// The column of positions; nil for the first that no value is in.
    public var x: String?
    /// The columns of values; empty for all that have numbers.
    public var y: [String]
    /// The column whose values are series of their own.
    public var color: String?
    /// Of points, the column of their sizes.
    public var size: String?
    /// Whether sizes are radii in points; their circles' areas stand for them otherwise.
    public var sizesAreRadii = false
    /// Whether a line goes on across values that are not known.
    public var spansGaps = false
    /// Whether series stand on one another.
    public var isStacked: Bool
    /// What becomes of several rows at one position; nil to show each.
    public var aggregate: Aggregate?
    public var axis: Mark.ValueAxis
    /// Whether values go to the right.
    public var isHorizontal: Bool
    /// For each column of values its color, or one for each row; empty for the theme's.
    public var colors: [[Color]] = []
    /// For each column of values the edges of its bars; none where there are fewer.
    public var edges: [Edge] = []
    /// For each column of values how its line and its points look; the only one is for all.
    public var styles: [MarkStyle] = []
    /// What stands in the hole of a ring; empty for the sum.
    public var center: [String] = []
    /// The radius of a ring's hole, as a part of its own; nil for the usual one.
    public var hole: Double?
    /// Whether values stand on slices that have no names beside them.
    public var hasValues = true

    /// Whether the outlines of a radar are filled.
    public var isFilled = false
    /// The parts of a gauge, in rising order; the last ends it.
    public var bands: [Band] = []
    /// Whether a gauge goes all around.
    public var isRing = false

    /// Returns how a column of values looks.
    func style(_ column: Int) -> MarkStyle {
        styles.count == 1 ? styles[0] : styles.indices.contains(column) ? styles[column] : MarkStyle()
    }

    /// A part of a gauge, from where the one before it ends.
    public struct Band: Hashable, Sendable {
        public var end: Double
        public var color: Color?

        public init(to end: Double, color: Color? = nil) {
            self.end = end
            self.color = color
        }
    }

    /// The edges of the bars of a series.
    public struct Edge: Hashable, Sendable {
        /// One for all rows, or one for each.
        public var colors: [Color]
        /// In points.
        public var width: Double

        public init(_ colors: [Color], width: Double) {
            self.colors = colors
            self.width = width
        }
    }

    public init(
        _ kind: Kind, x: String? = nil, y: [String] = [], color: String? = nil, isStacked: Bool = false, aggregate: Aggregate? = nil,
        on axis: Mark.ValueAxis = .y, isHorizontal: Bool = false
    ) {
        self.kind = kind
        self.x = x
        self.y = y
        self.color = color
        self.isStacked = isStacked
        self.aggregate = aggregate
        self.axis = axis
        self.isHorizontal = isHorizontal
    }
}

/// A line across the plot at a value.
public struct RuleSpec: Hashable, Sendable {
    public var value: Double
    public var label: String
    public var axis: Mark.ValueAxis

    public init(value: Double, label: String = "", on axis: Mark.ValueAxis = .y) {
        self.value = value
        self.label = label
        self.axis = axis
    }
}

/// What an axis says and how far it goes.
public struct AxisSpec: Hashable, Sendable {
    public var title = ""
    /// Nil for one that fits the values.
    public var format: FormatSpec?
    public var isLogarithmic = false
    public var minimum: Double?
    public var maximum: Double?
    /// Whether it begins at zero where only lines or points are on it; nil for what suits them.
    public var includesZero: Bool?
    /// Whether its numbers or names are written, and hairlines go from them across the plot.
    public var hasLabels = true
    public var hasGrid = true
    /// From one number to the next; nil for a round one.
    public var step: Double?
    /// The most numbers or names that are written.
    public var mostLabels: Int?

    public init(title: String = "", format: FormatSpec? = nil, isLogarithmic: Bool = false, minimum: Double? = nil, maximum: Double? = nil)
    {
        self.title = title
        self.format = format
        self.isLogarithmic = isLogarithmic
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// What of a chart cannot be drawn from its data, by the name of the part that is wrong.
public struct SpecFault: Error, Hashable, Sendable {
    /// As requests call it: `x`, `y`, `color`, `mark`.
    public var part: String
    public var reason: String
    /// The number of the mark that it is about, from 0; nil for the chart as a whole.
    public var mark: Int?

    public init(_ part: String, _ reason: String, ofMark mark: Int? = nil) {
        self.part = part
        self.reason = reason
        self.mark = mark
    }
}

/// Everything of a chart that cannot be drawn, at once.
public struct SpecFaults: Error, Hashable, Sendable {
    public var faults: [SpecFault]
}
