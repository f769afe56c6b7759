/// Small plots side by side, one for each series of a chart's marks.
///
/// Each has the series' name and its last value above it. Where all have the same scale, the other lines stand behind it in grey.
public struct Facets: Hashable, Sendable {
    public enum Scales: Hashable, Sendable {
        /// Heights can be compared from plot to plot.
        case shared
        /// Each plot has an axis of its own: what is small is seen as well as what is large.
        case free
    }

    public var scales: Scales
    /// Of the picture, in points, and so is `leastHeight`: in a smaller one all series share a plot.
    public var leastWidth: Double
    public var leastHeight: Double

    public init(scales: Scales = .shared, fromWidth leastWidth: Double = 0, height leastHeight: Double = 0) {
        self.scales = scales
        self.leastWidth = leastWidth
        self.leastHeight = leastHeight
    }
}
