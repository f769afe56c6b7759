import Drawing

/// Names with their colors, in rows above a plot; a long name has two lines.
struct Legend: EdgeComponent {
    struct Entry {
        /// What the swatch looks like.
        enum Symbol { case square, line, dot }

        var name: String
        var color: MarkColor
        var symbol = Symbol.square
    }

    private let rows: [Row]
    private let context: LayoutContext

    private struct Item {
        let block: TextBlock
        let entry: Entry
        let x: Double
    }

    private struct Row {
        var items: [Item] = []
        var lineCount: Int { items.map(\.block.lines.count).max() ?? 0 }
    }

    private static let indent = Swatch.side + 5
    /// Between two names; the smaller one where it saves a row.
    private static let gaps = [16.0, 10]
    /// How wide a name may be and how many lines it may have, the most telling first: a color without a name says less than a short name.
    private static let names: [(width: Double, lines: Int)] = [(160, 2), (160, 1), (110, 1), (80, 1)]
    private static let mostRows = 3
    private static let mostLines = 4

    /// Sets the names in as few rows as they need, or fails where they need more than three however short they are.
    init?(_ entries: [Entry], width: Double, in context: LayoutContext) {
        for name in Self.names {
            let set = Self.gaps.map { Self.rows(entries, name, width: width, gap: $0, in: context) }
            let rows = set[1].count < set[0].count ? set[1] : set[0]
            guard rows.count <= Self.mostRows, rows.reduce(0, { $0 + $1.lineCount }) <= Self.mostLines else { continue }
            self.rows = rows
            self.context = context
            return
        }
        return nil
    }

    private static func rows(
        _ entries: [Entry], _ name: (width: Double, lines: Int), width: Double, gap: Double, in context: LayoutContext
    ) -> [Row] {
        var rows = [Row()]
        var x = 0.0
        for entry in entries {
            let block = TextBlock(entry.name, .name, width: min(width - indent, name.width), lines: name.lines, in: context)
            let itemWidth = indent + block.width
            if x > 0, x + itemWidth > width {
                rows.append(Row())
                x = 0
            }
            rows[rows.count - 1].items.append(Item(block: block, entry: entry, x: x))
            x += itemWidth + gap
        }
        return rows
    }

    var edge: Path.Edge { .top }
    var thickness: Double { rows.reduce(6) { $0 + height(of: $1) } }

    private func height(of row: Row) -> Double { Double(row.lineCount) * context.lineHeight(of: .name) + 4 }

    func nodes(beside plot: Rect, along scale: Void = ()) -> [Scene.Node] {
        var nodes: [Scene.Node] = []
        var top = plot.top - thickness + 2
        for row in rows {
            for item in row.items {
                let (x, center) = (plot.left + item.x, top + context.lineHeight(of: .name) / 2)
                nodes.append(
                    Swatch.node(
                        item.entry.symbol, context.theme.color(item.entry.color), edge: context.theme.edge(item.entry.color), left: x,
                        center: center))
                nodes += item.block.nodes(x: x + Self.indent, firstCenteredOn: center)
            }
            top += height(of: row)
        }
        return [.group(.legend, nodes)]
    }
}

/// The small shape beside a name that shows its color.
enum Swatch {
    /// In points.
    static let side = 10.0

    static func node(
        _ symbol: Legend.Entry.Symbol = .square, _ color: Color, edge: Stroke? = nil, left: Double, center: Double
    ) -> Scene.Node {
        switch symbol {
        case .square:
            let square = Rect(left: left, top: center - side / 2, right: left + side, bottom: center + side / 2)
            return .shape(Path(edge.map { square.inset(by: $0.width / 2) } ?? square), fill: color, stroke: edge)
        case .line:
            let line = [Point(x: left, y: center), Point(x: left + side, y: center)]
            return .shape(Path(through: line), fill: nil, stroke: Stroke(color, width: 2))
        case .dot:
            return .shape(Path(circleAround: Point(x: left + side / 2, y: center), radius: side * 0.4), fill: color, stroke: nil)
        }
    }
}
