import Drawing

/// A key value on its card: name, value, change, note and trend from top to bottom, the last left out first.
struct CardLayout {
    private let card: Mark.Card
    private let valueStyle: TextStyle
    private let context: LayoutContext

    private static let arrow = 8.0
    private static let tallestTrend = 30.0

    init(_ card: Mark.Card, _ valueStyle: TextStyle, in context: LayoutContext) {
        self.card = card
        self.valueStyle = valueStyle
        self.context = context
    }

    /// Returns the whole card as what stands for its value.
    func node(in rect: Rect) -> Scene.Node {
        // A reader may point at any place of it.
        .group(.mark(card.datum), [.shape(Path(rect), fill: nil, stroke: nil)] + nodes(in: rect))
    }

    private func nodes(in rect: Rect) -> [Scene.Node] {
        let edge = Rect(left: rect.left, top: rect.top, right: rect.right, bottom: rect.top + 2)
        let (label, value) = (
            TextBlock(card.label, .subtitle, width: rect.width, in: context),
            TextBlock(card.figure, valueStyle, width: rect.width, in: context)
        )
        var top = rect.top + 6
        var nodes: [Scene.Node] = [.shape(Path(edge), fill: context.theme.accent, stroke: nil)]
        nodes += label.nodes(x: rect.left, top: top)
        top += context.lineHeight(of: .subtitle)
        nodes += value.nodes(x: rect.left, top: top)
        top += context.lineHeight(of: valueStyle)
        let line = context.metrics(of: .tick)
        if let change = card.change, top + line.lineHeight <= rect.bottom {
            nodes.append(arrow(change.direction, left: rect.left, base: top + line.ascent))
            let indent = Self.arrow + 5
            let place = Rect(left: rect.left + indent, top: top, right: rect.right, bottom: rect.bottom)
            nodes += lines(of: change.text, [.value, .smallValue], in: place, &top)
        }
        if !card.note.isEmpty, top + line.lineHeight <= rect.bottom {
            let place = Rect(left: rect.left, top: top, right: rect.right, bottom: rect.bottom)
            nodes += lines(of: card.note, [.tick, .smallTick], in: place, &top)
        }
        return nodes
            + trend(in: Rect(left: rect.left, top: top + 6, right: rect.right, bottom: min(rect.bottom, top + 6 + Self.tallestTrend)))
    }

    /// Returns text from the top of `rect`, in two lines where it needs and has them, and moves `top` below it.
    ///
    /// - Parameter styles: of which the first is taken in which nothing is left out, or else the first.
    private func lines(of text: String, _ styles: [TextStyle], in rect: Rect, _ top: inout Double) -> [Scene.Node] {
        let blocks = styles.lazy.map { style in
            TextBlock(text, style, width: rect.width, lines: rect.height >= 2 * context.lineHeight(of: style) ? 2 : 1, in: context)
        }
        let block = blocks.first { !$0.isEmpty && !$0.isClipped } ?? blocks[0]
        defer { top += block.height }
        return block.nodes(x: rect.left, top: top)
    }

    /// Returns a triangle that points up or down, or a bar for what stayed level: a shape, so that no color has to be told.
    private func arrow(_ direction: Mark.Card.Change.Direction, left: Double, base: Double) -> Scene.Node {
        let height = context.metrics(of: .value).capHeight
        let (right, top) = (left + Self.arrow, base - height)
        let middle = left + Self.arrow / 2
        let corners =
            switch direction {
            case .up: [Point(x: middle, y: top), Point(x: right, y: base), Point(x: left, y: base)]
            case .down: [Point(x: left, y: top), Point(x: right, y: top), Point(x: middle, y: base)]
            case .level:
                [
                    Point(x: left, y: base - height / 2 - 1), Point(x: right, y: base - height / 2 - 1),
                    Point(x: right, y: base - height / 2 + 1), Point(x: left, y: base - height / 2 + 1),
                ]
            }
        return .shape(Path(Path(through: corners).elements + [.close]), fill: context.theme.ink, stroke: nil)
    }

    private func trend(in rect: Rect) -> [Scene.Node] {
        guard card.trend.count(where: { $0 != nil }) > 1, rect.height >= 14 else { return [] }
        return SparklinePath(card.trend, isLastUnfinished: card.isTrendUnfinished).nodes(in: rect, context.theme.accent)
    }
}
