import Drawing

/// A mark over positions, with values along another axis: marks of this kind share a plot.
protocol CartesianMark: MarkContent {
    /// The axis of its values.
    var axis: Mark.ValueAxis { get set }
    var orientation: Mark.Orientation { get }
    /// Where its values stand.
    var plotPositions: Positions { get }
    /// What its axis has to show.
    var drawnValues: [Double] { get }
    /// Whether the axis begins at zero: always where a length stands for a value.
    var includesZero: Bool { get }
    /// The names of its colors.
    var legend: [Legend.Entry] { get }
    /// The numbers that stand on the marks where every one has room; nil where none do.
    var labelledValues: [Double]? { get }

    /// What part of the sum each value is, where that is written beside it; nil where it is not.
    var shares: [Double]? { get }
    /// The places among `labelledValues` of those that are written where not all have room, the most important first.
    var highlightedRows: [Int] { get }
    /// Returns the mark as it is drawn, with what is too small to be told apart gathered.
    func gathered(in locale: Locale) -> any CartesianMark
    /// Returns the lines that are named at their right end in place of a legend, or what is written at the end of a single one.
    func lineLabels(_ format: NumberFormat, in locale: Locale) -> [LineLabels.Entry]
    /// Returns the numbers on marks with the signs that they need.
    func signed(_ labels: [String], in locale: Locale) -> [String]
    /// Returns the room of a number on a mark.
    ///
    /// - Parameter step: from one position to the next, in points.
    func labelRoom(step: Double) -> Double
    /// Returns the mark with its first positions alone, or nil where it is no list.
    func first(_ count: Int) -> (any CartesianMark)?

    func shapes(in area: PlotArea) -> [Scene.Node]
    /// What is written on its shapes, where somebody chose how.
    var valueLabels: [ValueLabels] { get }
    /// Returns the same, each with its place.
    func placedLabels(in area: PlotArea) -> [PlacedLabel]
    /// Returns the lines that no label lies on.
    func strokes(in area: PlotArea) -> [(Point, Point)]
    /// Returns how far its shapes reach beyond the plot, which gives way.
    func overhang(in area: PlotArea) -> Overhang
    /// Returns what tells sizes, where shapes have some.
    func sizeLegend(width: Double, in context: LayoutContext) -> SizeLegend?
    /// - Parameter labels: one for each of `labelledValues`.
    func numbers(_ labels: [String], in area: PlotArea) -> [Scene.Node]
    /// The names of what can be shown one by one; empty for a mark that belongs to all.
    var facetNames: [String] { get }
    /// Returns the mark with one of its series alone; nil where it has none of that name.
    func facet(_ name: String) -> (any SeriesMark)?
    /// Returns what is shown in grey behind that series, for comparison; nil for nothing.
    func backdrop(of name: String) -> (any CartesianMark)?
}

extension CartesianMark {
    var layout: MarkLayout { .layer(self) }
    var valueAxis: Mark.ValueAxis? { axis }
    var orientation: Mark.Orientation { .vertical }
    var includesZero: Bool { true }
    var legend: [Legend.Entry] { [] }
    var labelledValues: [Double]? { nil }
    var highlightedRows: [Int] { [] }
    var shares: [Double]? { nil }

    func gathered(in locale: Locale) -> any CartesianMark { self }
    func lineLabels(_ format: NumberFormat, in locale: Locale) -> [LineLabels.Entry] { [] }
    func signed(_ labels: [String], in locale: Locale) -> [String] { labels }
    func labelRoom(step: Double) -> Double { step - 5 }
    func first(_ count: Int) -> (any CartesianMark)? { nil }
    func numbers(_ labels: [String], in area: PlotArea) -> [Scene.Node] { [] }
    func overhang(in area: PlotArea) -> Overhang { Overhang() }
    var valueLabels: [ValueLabels] { [] }
    func placedLabels(in area: PlotArea) -> [PlacedLabel] { [] }
    func strokes(in area: PlotArea) -> [(Point, Point)] { [] }
    func sizeLegend(width: Double, in context: LayoutContext) -> SizeLegend? { nil }
    var facetNames: [String] { [] }
    func facet(_ name: String) -> (any SeriesMark)? { nil }
    func backdrop(of name: String) -> (any CartesianMark)? { nil }
}

extension Mark {
    /// Which of a chart's axes values are on.
    public enum ValueAxis: Hashable, Sendable, CaseIterable {
        case y
        /// The second axis, at the other edge of the plot.
        case y2
    }

    public enum Orientation: Hashable, Sendable { case vertical, horizontal }

    /// Returns the mark with its values on another axis; a mark whose values are on none stays as it is.
    ///
    ///     marks: [.bar(months, position: \.position, value: \.total), .line(orders).on(.y2)]
    public func on(_ axis: ValueAxis) -> Mark {
        guard case .layer(var content) = content.layout else { return self }
        content.axis = axis
        return content.mark
    }
}
