/// What the numbers along one of a chart's sides are.
public struct Axis: Hashable, Sendable {
    /// In a word or two, as it stands in a sentence: `spent`, `purchases`.
    public var title: String
    public var format: NumberFormat

    public init(_ title: String = "", format: NumberFormat = .count) {
        self.title = title
        self.format = format
    }
}
