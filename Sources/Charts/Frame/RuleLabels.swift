import Drawing

/// Rules across a plot at values of one axis: named in a column at the right where they are horizontal, above the plot where they are
/// vertical.
struct RuleLabels: EdgeComponent {
    let edge: Path.Edge
    private var rules: [(rule: Mark.Rule, label: String)]
    private let context: LayoutContext
    /// Whether the rules are drawn here, over the marks.
    private let hasLines: Bool
    /// From the plot to the labels, where something stands between them.
    var offset = 0.0

    private static let gap = PlotFrame.gap

    /// - Parameters:
    ///   - edge: the right one for horizontal rules, the upper one for vertical ones.
    ///   - width: of the whole plot, of which names at the right take a third at most.
    init(_ rules: [Mark.Rule], at edge: Path.Edge, width: Double, hasLines: Bool = true, in context: LayoutContext) {
        self.rules = rules.map { rule in
            (rule, edge.isHorizontal ? rule.label : context.fit(rule.label, in: .name, to: width / 3 - Self.gap))
        }
        self.edge = edge
        self.hasLines = hasLines
        self.context = context
    }

    var thickness: Double {
        guard !rules.isEmpty else { return 0 }
        return edge.isHorizontal ? context.lineHeight(of: .tick) + 4 : context.widest(rules.map(\.label), in: .name) + Self.gap
    }

    /// Returns the rules without their names, as where those stand beside another plot.
    func lines(across plot: Rect, along place: (Mark.Rule) -> Double?) -> [Scene.Node] {
        var unnamed = self
        unnamed.rules = rules.map { ($0.rule, "") }
        return unnamed.nodes(beside: plot, along: place)
    }

    func nodes(beside plot: Rect, along place: (Mark.Rule) -> Double?) -> [Scene.Node] {
        guard !rules.isEmpty else { return [] }
        return [.group(.annotation, edge.isHorizontal ? vertical(in: plot, place) : horizontal(in: plot, place))]
    }

    private func horizontal(in plot: Rect, _ place: (Mark.Rule) -> Double?) -> [Scene.Node] {
        let placed = rules.compactMap { rule, label in place(rule).map { (label: label, y: $0) } }
        let centers = dodge(placed.map(\.y), apart: context.lineHeight(of: .name), within: plot.top...plot.bottom)
        return zip(placed, centers).flatMap { rule, center in
            let (from, to) = (Point(x: plot.left, y: rule.y), Point(x: plot.right, y: rule.y))
            let line = hasLines ? context.rule(from, to, context.theme.mutedInk) : []
            guard !rule.label.isEmpty else { return line }
            return line + [context.text(rule.label, .name, x: plot.right + offset + Self.gap, centeredOn: center)]
        }
    }

    private func vertical(in plot: Rect, _ place: (Mark.Rule) -> Double?) -> [Scene.Node] {
        let placed = rules.compactMap { rule, label in
            place(rule).map { (label: context.fit(label, in: .value, to: plot.width), x: $0) }
        }.sorted { $0.x < $1.x }
        let widths = placed.map { context.width(of: $0.label, in: .value) }
        let baseline = plot.top - offset - thickness + context.metrics(of: .value).ascent
        let room = max(plot.width, widths.reduce(0, +))
        let centers = dodge(
            zip(placed, widths).map { min(max($0.x, plot.left + $1 / 2), plot.right - $1 / 2) }, lengths: widths,
            within: plot.left...plot.left + room)
        var limit = -Double.infinity
        return zip(placed, zip(centers, widths)).flatMap { rule, label -> [Scene.Node] in
            let (from, to) = (Point(x: rule.x, y: plot.top - 1), Point(x: rule.x, y: plot.bottom))
            let line = hasLines ? context.rule(from, to, context.theme.ink, width: 1.5) : []
            let left = label.0 - label.1 / 2
            // Where labels have no room side by side, the later one is left out.
            guard !rule.label.isEmpty, left >= limit, left + label.1 <= plot.right + 0.01 else { return line }
            limit = left + label.1 + 4
            return line + [context.text(rule.label, .value, x: left, baseline: baseline)]
        }
    }
}
