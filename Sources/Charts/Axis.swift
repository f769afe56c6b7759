/// What the numbers along one of a chart's sides are.
public struct Axis: Hashable, Sendable {
    /// In a word or two, as it stands in a sentence: `spent`, `purchases`.
    public var title: String
    public var format: NumberFormat
    public var scale: Scale

    public enum Scale: Hashable, Sendable {
        case linear
        /// Equal ratios are equally far apart. For lines and dots of positive values; a length would say nothing on it.
        case logarithmic
    }

    public init(_ title: String = "", format: NumberFormat = .count, scale: Scale = .linear) {
        self.title = title
        self.format = format
        self.scale = scale
    }
}
