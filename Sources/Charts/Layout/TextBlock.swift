import Drawing

/// Lines of one style, one below another, wrapped and clipped to the room there is.
struct TextBlock {
    let lines: [String]
    private let style: TextStyle
    private let context: LayoutContext

    /// Wraps a text.
    ///
    /// - Parameters:
    ///   - width: of the room, in points.
    ///   - count: of lines, at most; the last one ends with an ellipsis where text is left.
    init(_ text: String, _ style: TextStyle, width: Double, lines count: Int = 1, in context: LayoutContext) {
        self.init(lines: context.wrap(text, in: style, to: width, lines: count), style, in: context)
    }

    init(lines: [String], _ style: TextStyle, in context: LayoutContext) {
        self.lines = lines
        self.style = style
        self.context = context
    }

    var isEmpty: Bool { lines.isEmpty }

    /// Whether a part of the text had no room.
    var isClipped: Bool { lines.last?.hasSuffix("…") == true }

    var height: Double { Double(lines.count) * lineHeight }
    var width: Double { context.widest(lines, in: style) }
    private var lineHeight: Double { context.lineHeight(of: style) }

    func nodes(x: Double, top: Double, anchor: TextRun.Anchor = .start) -> [Scene.Node] {
        nodes(x: x, firstBaseline: top + context.metrics(of: style).ascent, anchor: anchor)
    }

    func nodes(x: Double, bottom: Double, anchor: TextRun.Anchor = .start) -> [Scene.Node] {
        nodes(x: x, top: bottom - height, anchor: anchor)
    }

    /// - Parameter y: the middle of the block.
    func nodes(x: Double, centeredOn y: Double, anchor: TextRun.Anchor = .start) -> [Scene.Node] {
        nodes(x: x, firstCenteredOn: y - Double(lines.count - 1) * lineHeight / 2, anchor: anchor)
    }

    /// - Parameter y: the middle of the first line, as of a swatch beside it.
    func nodes(x: Double, firstCenteredOn y: Double, anchor: TextRun.Anchor = .start) -> [Scene.Node] {
        nodes(x: x, firstBaseline: context.baseline(centeredOn: y, in: style), anchor: anchor)
    }

    private func nodes(x: Double, firstBaseline: Double, anchor: TextRun.Anchor) -> [Scene.Node] {
        lines.enumerated().map { index, line in
            context.text(line, style, x: x, baseline: firstBaseline + Double(index) * lineHeight, anchor: anchor)
        }
    }
}
