import Drawing

/// What the numbers at either side of a plot are, above its ends: two axes cannot be told apart without names.
struct AxisTitles: EdgeComponent {
    private let titles: [String]
    private let body: Rect
    private let context: LayoutContext

    /// - Parameters:
    ///   - titles: of the axis at the left and of that at the right.
    ///   - body: of the plot with its axes.
    init(_ titles: [String], in body: Rect, _ context: LayoutContext) {
        self.titles = titles.map { title in
            context.fit(title.capitalizedAtStart, in: .tick, to: body.width / 2 - 8)
        }
        self.body = body
        self.context = context
    }

    var edge: Path.Edge { .top }
    var thickness: Double { titles.allSatisfy(\.isEmpty) ? 0 : context.lineHeight(of: .tick) + 2 }

    func nodes(beside plot: Rect, along scale: Void = ()) -> [Scene.Node] {
        let baseline = plot.top - context.metrics(of: .tick).capHeight / 2 - thickness + context.metrics(of: .tick).ascent
        let places: [(x: Double, anchor: TextRun.Anchor)] = [(body.left, .start), (body.right, .end)]
        let texts = zip(titles, places).filter { !$0.0.isEmpty }
        return texts.isEmpty
            ? [] : [.group(.axis, texts.map { context.text($0, .tick, x: $1.x, baseline: baseline, anchor: $1.anchor) })]
    }
}
