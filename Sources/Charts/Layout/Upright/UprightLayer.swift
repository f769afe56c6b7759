import Drawing

/// What stands in an upright plot: marks over shared positions, with values up the side.
protocol UprightLayer {
    var positions: [Position] { get }
    /// What the axis has to show.
    var values: [Double] { get }
    /// Whether the axis begins at zero: always where a length stands for a value.
    var includesZero: Bool { get }
    /// Whether days stand as far apart as they are, and not side by side.
    var keepsTime: Bool { get }
    /// The names of the colors, where there are several.
    var legend: [(name: String, color: MarkColor)] { get }
    /// Returns the lines that are named at their right end in place of a legend, or what is written at the end of a single one.
    func ends(_ format: NumberFormat, in locale: Locale) -> [LineEnds.Entry]

    /// Returns the numbers on the marks when every one has room beside its neighbours; then the axis says nothing more.
    ///
    /// - Parameter step: from one position to the next, in points.
    func labels(_ format: NumberFormat, step: Double, on sheet: Sheet) -> [String]?

    /// - Parameter labels: as `labels(_:step:on:)` returns them.
    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node]
}

extension UprightLayer {
    var includesZero: Bool { true }
    var keepsTime: Bool { false }
    var legend: [(name: String, color: MarkColor)] { [] }

    func ends(_ format: NumberFormat, in locale: Locale) -> [LineEnds.Entry] { [] }
    func labels(_ format: NumberFormat, step: Double, on sheet: Sheet) -> [String]? { nil }
}
