/// A chart: what to show, and nothing about how or where it will be drawn.
///
///     let chart = Chart(
///         "Spending by month",
///         y: Axis("spent", format: .currency(.usDollar)),
///         marks: [.bar(months, position: \.position, value: \.total), .rule(y: mean, label: "Mean")]
///     )
///
/// A chart is a value. Lay it out with ``scene(size:theme:measuring:)`` and
/// hand the scene to any backend.
public struct Chart: Hashable, Sendable {
    public var title: String
    /// What the chart is about, where its title says something of it; nil where the title is that.
    public var topic: String?
    /// What is measured, its unit and the period.
    public var subtitle: String
    /// The source, what is left out, the rule used.
    public var footnote: String
    /// The axis of positions, or of the numbers that are binned.
    public var x: Axis
    /// The axis of values, whether they go up or to the right.
    public var y: Axis
    /// A second axis of values, at the other edge of the plot, for marks that are on it: see ``Mark/on(_:)``.
    public var y2: Axis
    public var marks: [Mark]
    /// How the series of the marks are shown one by one; nil for all in one plot.
    public var facets: Facets?
    public var locale: Locale
    /// Whether the names of colors stand beside the plot.
    public var hasLegend = true
    /// From the picture's edges to what is drawn, where that is more than its margin.
    public var padding = Padding()
    /// What stands beside a year below its months, as the year's sum.
    public var yearNotes: [Int: String] = [:]
    /// What the chart says, in one sentence; by default it names the sum, the highest and the lowest value.
    public var headline: String?
    /// The sum of all values, where those of the marks are too coarse to be added up; nil for the sum of the marks.
    public var total: Double?
    /// Whether the series of a mark are parts of one whole, so that a sum over them says something: of sales and costs it does not.
    public var seriesAreParts = true
    /// What the picture says when there is nothing to show.
    public var emptyMessage: String

    /// In points.
    public struct Padding: Hashable, Sendable {
        public var top: Double
        public var left: Double
        public var bottom: Double
        public var right: Double

        public init(top: Double = 0, left: Double = 0, bottom: Double = 0, right: Double = 0) {
            (self.top, self.left, self.bottom, self.right) = (top, left, bottom, right)
        }
    }

    public init(
        _ title: String, subtitle: String = "", footnote: String = "", x: Axis = Axis(), y: Axis = Axis(), y2: Axis = Axis(),
        marks: [Mark], facets: Facets? = nil, locale: Locale = .americanEnglish, headline: String? = nil, emptyMessage: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.footnote = footnote
        self.x = x
        self.y = y
        self.y2 = y2
        self.marks = marks
        self.facets = facets
        self.locale = locale
        self.headline = headline
        self.emptyMessage = emptyMessage ?? locale.phrase("No data", de: "Keine Daten", fr: "Aucune donnée", es: "Sin datos")
    }
}
