import Drawing

/// Names in a column at the left of rows, each beside its row, in up to two lines.
///
/// Where a row is lower than a line of text, names are skipped.
struct RowNames: EdgeComponent {
    private let names: [String]
    private let style: TextStyle
    private let width: Double
    /// Whether most names begin with the same word, so that their ends tell them apart.
    private let beginAlike: Bool
    private let context: LayoutContext

    /// - Parameter most: of the width, in points.
    init(_ names: [String], _ style: TextStyle, most: Double, in context: LayoutContext) {
        self.names = names
        self.style = style
        self.context = context
        beginAlike = Self.beginAlike(names)
        width = min(context.widest(names, in: style), most)
    }

    static func beginAlike(_ names: [String]) -> Bool {
        let starts = Dictionary(names.map { ($0.prefix { $0 != " " }, 1) }, uniquingKeysWith: +)
        return names.count > 2 && 2 * (starts.values.max() ?? 0) > names.count
    }

    var edge: Path.Edge { .left }
    var thickness: Double { width > 0 ? width + PlotFrame.gap : 0 }

    func nodes(beside plot: Rect, along rows: BandScale) -> [Scene.Node] {
        let lineHeight = context.lineHeight(of: style)
        let stride = max(1, Int(((lineHeight - 1) / rows.step).rounded(.up)))
        let lineCount = rows.step >= 2 * lineHeight ? 2 : 1
        let right = plot.left - PlotFrame.gap
        let texts = Swift.stride(from: 0, to: names.count, by: stride).flatMap { index in
            block(names[index], lines: lineCount).nodes(x: right, centeredOn: rows.center(index), anchor: .end)
        }
        return [.group(.axis, texts)]
    }

    private func block(_ name: String, lines count: Int) -> TextBlock {
        let block = TextBlock(name, style, width: width, lines: count, in: context)
        guard beginAlike, block.isClipped else { return block }
        return TextBlock(lines: [context.fitKeepingEnd(name, in: style, to: width)], style, in: context)
    }
}
