/// What the numbers along one of a chart's sides are.
public struct Axis: Hashable, Sendable {
    /// In a word or two, as it stands in a sentence: `spent`, `purchases`.
    public var title: String
    public var format: NumberFormat
    public var scale: Scale
    /// Where the axis begins and ends; nil for round numbers around the values. Values beyond widen it all the same.
    public var minimum: Double?
    public var maximum: Double?

    /// Whether its numbers or names are written.
    public var hasLabels = true
    /// Whether hairlines go from its numbers across the plot.
    public var hasGrid = true
    /// From one number to the next; nil for a round one. Where numbers would touch, only every second, third … is written.
    public var step: Double?
    /// The most numbers that are written.
    public var mostLabels: Int?

    public enum Scale: Hashable, Sendable {
        case linear
        /// Equal ratios are equally far apart. For lines and dots of positive values; a length would say nothing on it.
        case logarithmic
    }

    public init(
        _ title: String = "", format: NumberFormat = .count, scale: Scale = .linear, minimum: Double? = nil, maximum: Double? = nil
    ) {
        self.title = title
        self.format = format
        self.scale = scale
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Whether numbers on marks may stand in its place.
    var isOptional: Bool { step == nil && mostLabels == nil }

    /// Returns what round numbers made of an extent, but for the ends that were given.
    func keepingEnds(of extent: ClosedRange<Double>, in rounded: ClosedRange<Double>) -> ClosedRange<Double> {
        let low = minimum == extent.lowerBound ? extent.lowerBound : rounded.lowerBound
        let high = maximum == extent.upperBound ? extent.upperBound : rounded.upperBound
        return low...max(low, high)
    }
}
