import Drawing

/// What stands at an edge of a plot: it is measured before the plot has its place, and drawn after that.
protocol EdgeComponent {
    /// What turns values or positions into places along the edge.
    associatedtype Scale

    var edge: Path.Edge { get }
    /// From the plot outward, the gap between them included, in points.
    var thickness: Double { get }

    func nodes(beside plot: Rect, along scale: Scale) -> [Scene.Node]
}

/// The room of a plot: what stands at its edges takes its own from it.
struct PlotFrame {
    /// The room of the plot and all that stands beside it.
    let body: Rect
    private(set) var plot: Rect

    /// Between the plot and what stands at its left or right.
    static let gap = 8.0
    /// Between the plot and what stands below it.
    static let gapBelow = 6.0
    /// Where a plot is smaller than this, it shows nothing.
    private static let least = Size(width: 60, height: 40)
    /// Where rows have names, each row is a line of text.
    private static let leastRows = Size(width: 60, height: 30)

    init(_ body: Rect) {
        self.body = body
        plot = body
    }

    mutating func take(_ thickness: Double, at edge: Path.Edge) {
        switch edge {
        case .top: plot.top += thickness
        case .bottom: plot.bottom -= thickness
        case .left: plot.left += thickness
        case .right: plot.right -= thickness
        }
    }

    mutating func add(_ component: (some EdgeComponent)?) {
        if let component { take(component.thickness, at: component.edge) }
    }

    /// Makes the plot lower, so that few rows keep together at the top instead of filling the page.
    mutating func clip(toHeight height: Double) { plot.bottom = min(plot.bottom, plot.top + height) }

    mutating func clip(toWidth width: Double) { plot.right = min(plot.right, plot.left + width) }

    var hasRoom: Bool { plot.width >= Self.least.width && plot.height >= Self.least.height }

    /// Whether as much is left where what is drawn reaches beyond its place.
    func hasRoom(inside overhang: Overhang) -> Bool {
        plot.width - overhang.left - overhang.right >= Self.least.width && plot.height - overhang.top - overhang.bottom >= Self.least.height
    }

    var hasRoomForRows: Bool { plot.width >= Self.leastRows.width && plot.height >= Self.leastRows.height }
}
