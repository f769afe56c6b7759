/// The part a color plays, from which a theme chooses the color.
public enum MarkColor: Hashable, Sendable {
    /// What the chart is about.
    case accent
    /// One of many of a kind, by number: the same number is the same color on every chart.
    case categorical(Int)
    /// The rest, named together.
    case neutral
}
