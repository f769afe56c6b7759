public import Drawing

/// A layer of a chart: one kind of shape and the data it is drawn from.
///
/// A mark reads its rows once, when it is made, and keeps the values. That is
/// what makes a chart plain data, which can be compared, hashed and stored.
public enum Mark: Hashable, Sendable {
    case bar(Bar)
    case stack(Stack)
    case line(Line)
    case area(Area)
    case arc(Arc)
    case histogram(Histogram)
    case rule(Rule)
    case card(Card)
    case dots(Dots)
    case points(Points)
    case heatmap(Heatmap)
    case timeline(Timeline)
    case waterfall(Waterfall)
    case sparkline(Sparkline)
    case radar(Radar)
    case polarArea(PolarArea)
    case gauge(Gauge)
    case progress(Progress)
}

extension Mark {
    var content: any MarkContent {
        switch self {
        case .bar(let bar): bar
        case .stack(let stack): stack
        case .line(let line): line
        case .area(let area): area
        case .arc(let arc): arc
        case .histogram(let histogram): histogram
        case .rule(let rule): rule
        case .card(let card): card
        case .dots(let dots): dots
        case .points(let points): points
        case .heatmap(let heatmap): heatmap
        case .timeline(let timeline): timeline
        case .waterfall(let waterfall): waterfall
        case .sparkline(let sparkline): sparkline
        case .radar(let radar): radar
        case .polarArea(let polar): polar
        case .gauge(let gauge): gauge
        case .progress(let progress): progress
        }
    }
}

/// The part a color plays, from which a theme chooses the color.
public enum MarkColor: Hashable, Sendable {
    /// What the chart is about.
    case accent
    /// One of many of a kind, by number from 0: the same number is the same color on every chart. Those beyond the palette are neutral.
    case categorical(Int)
    /// A difference upward, and one downward: the same wherever something is more or less, and used for nothing else.
    case more, less
    /// Of the same kind as what the chart is about, for comparison: a paler accent.
    case pale
    /// The rest, named together.
    case neutral
    /// The one that somebody chose, whatever the theme.
    case given(Color)
    /// A fill that somebody chose, with an edge of its own, as pale bars have it.
    case outlined(Color, edge: Stroke)
}
