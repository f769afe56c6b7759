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

    public init(scales: Scales = .shared) { self.scales = scales }
}
