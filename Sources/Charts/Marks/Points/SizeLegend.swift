import Drawing

/// Circles beside the sizes that they stand for, above a plot.
struct SizeLegend: EdgeComponent {
    private let title: String
    private let circles: [(radius: Double, label: String)]
    private let context: LayoutContext

    private static let gap = 14.0

    /// Fails where there is no room for it.
    ///
    /// - Parameter radius: of the circle of a size, in points.
    init?(_ axis: Axis, largest: Double, width: Double, in context: LayoutContext, radius: (Double) -> Double) {
        // A round number near the largest, and one whose circle is seen to be smaller.
        let step = LinearScale.step(over: 0...largest, about: 4)
        let round = (largest / step + 1e-9).rounded(.down) * step
        let sizes = [LinearScale.step(over: 0...round / 6, about: 1), round].filter { $0 > 0 }
        let labels = axis.format.labels(for: sizes, in: context.locale)
        let circles = zip(sizes, labels).map { (radius: radius($0), label: $1) }
        let circleWidth = circles.reduce(0) { $0 + 2 * $1.radius + 5 + context.width(of: $1.label, in: .name) + Self.gap }
        let room = width - circleWidth + Self.gap
        guard !circles.isEmpty, room >= 0 else { return nil }
        title = context.fit(axis.title.capitalizedAtStart, in: .tick, to: max(room - Self.gap, 0))
        self.circles = circles
        self.context = context
    }

    var edge: Path.Edge { .top }
    var thickness: Double { max(2 * (circles.map(\.radius).max() ?? 0) + 2, context.lineHeight(of: .name)) + 8 }

    func nodes(beside plot: Rect, along scale: Void = ()) -> [Scene.Node] {
        let center = plot.top - thickness + (thickness - 8) / 2 + 1
        var nodes: [Scene.Node] = []
        var x = plot.left
        if !title.isEmpty {
            nodes.append(context.text(title, .tick, x: x, centeredOn: center))
            x += context.width(of: title, in: .tick) + Self.gap
        }
        for (radius, label) in circles {
            let circle = Path(circleAround: Point(x: x + radius, y: center), radius: radius)
            nodes.append(.shape(circle, fill: nil, stroke: Stroke(context.theme.mutedInk, width: 1)))
            x += 2 * radius + 5
            nodes.append(context.text(label, .name, x: x, centeredOn: center))
            x += context.width(of: label, in: .name) + Self.gap
        }
        return [.group(.legend, nodes)]
    }
}
