import Drawing

/// The names of lines at their right ends, a legend that needs no looking up, or the last value of a line alone.
struct LineLabels: EdgeComponent {
    struct Entry {
        var name: String
        /// The last that is known.
        var value: Double
        /// Nil for what needs none to be found.
        var color: MarkColor?

        /// Whether the line is one of those in grey, which a footnote names too.
        var isRest: Bool { color == .neutral }
    }

    private struct Named {
        var block: TextBlock
        let value: Double
        let color: MarkColor?
    }

    private let entries: [Named]
    private let rest: [Entry]
    private let indent: Double
    private let nameWidth: Double
    private let context: LayoutContext

    private static let gap = PlotFrame.gap
    /// More lines in grey are but a background.
    private static let mostRest = 6
    /// From a line in grey to its name, in lines of text.
    private static let farthest = 2.0

    /// Fails where there is nothing to name, or no room for names.
    ///
    /// - Parameter width: of the whole plot, of which names take a third at most.
    init?(_ entries: [Entry], width: Double, in context: LayoutContext) {
        let most = min(150, width / 3)
        let named = entries.filter { !$0.isRest }
        indent = named.contains { $0.color != nil } ? Swatch.side + 5 : 0
        let room = most - Self.gap - indent
        self.entries = named.compactMap { entry in
            let block = TextBlock(entry.name, .name, width: room, lines: 2, in: context)
            return block.isEmpty ? nil : Named(block: block, value: entry.value, color: entry.color)
        }
        guard !self.entries.isEmpty, most >= 60 else { return nil }
        let rest = entries.filter { $0.isRest && context.width(of: $0.name, in: .name) <= room }
        self.rest = entries.count - named.count <= Self.mostRest ? rest.sorted { $0.value > $1.value } : []
        nameWidth = context.widest(self.entries.flatMap(\.block.lines) + self.rest.map(\.name), in: .name)
        self.context = context
    }

    var edge: Path.Edge { .right }
    var thickness: Double { nameWidth + Self.gap + indent }

    /// Whether all have room one below another, each in a line.
    func fit(in plot: Rect) -> Bool { entries.count <= capacity(of: plot) }

    private var lineHeight: Double { context.lineHeight(of: .name) }

    private func capacity(of plot: Rect) -> Int { max(Int((plot.height + lineHeight) / lineHeight), 0) }

    func nodes(beside plot: Rect, along y: ValueScale) -> [Scene.Node] {
        var shown = entries.sorted { $0.value > $1.value }
        // Names are cut to one line before any is left out, and those that end lowest are left out first.
        if shown.reduce(0, { $0 + $1.block.lines.count }) * Int(lineHeight.rounded(.up)) > Int(plot.height + lineHeight) {
            for index in shown.indices {
                let name = shown[index].block.lines.joined(separator: " ")
                shown[index].block = TextBlock(lines: [context.fit(name, in: .name, to: nameWidth)], .name, in: context)
            }
        }
        shown = Array(shown.prefix(capacity(of: plot)))
        let places = dodge(
            shown.map { y($0.value) }, lengths: shown.map(\.block.height),
            within: plot.top - lineHeight / 2...plot.bottom + lineHeight / 2
        )
        let left = plot.right + Self.gap
        let nodes = zip(shown, places).flatMap { entry, place in
            let swatch = entry.color.map { [Swatch.node(.line, context.theme.color($0), left: left, center: place)] }
            return (swatch ?? []) + entry.block.nodes(x: left + indent, centeredOn: place)
        }
        let taken = zip(shown, places).map { Taken(value: $0.value, place: $1, height: $0.block.height) }
        return [.group(indent > 0 ? .legend : .annotation, nodes + restNodes(in: plot, y, beside: taken))]
    }

    private struct Taken {
        let value: Double
        let place: Double
        let height: Double
    }

    /// Returns the names of lines in grey that have room near where their lines end, each with a leader from there: all are of one color,
    /// so a name without one would say nothing.
    private func restNodes(in plot: Rect, _ y: ValueScale, beside others: [Taken]) -> [Scene.Node] {
        let left = plot.right + Self.gap
        var taken = others
        return rest.flatMap { entry -> [Scene.Node] in
            let ceiling = taken.filter { $0.value >= entry.value }.map { $0.place + $0.height / 2 }.max() ?? plot.top - lineHeight / 2
            let floor = taken.filter { $0.value < entry.value }.map { $0.place - $0.height / 2 }.min() ?? plot.bottom + lineHeight / 2
            let end = y(entry.value)
            let place = min(max(end, ceiling + lineHeight / 2), floor - lineHeight / 2)
            guard floor - ceiling >= lineHeight, abs(place - end) <= Self.farthest * lineHeight else { return [] }
            taken.append(Taken(value: entry.value, place: place, height: lineHeight))
            let leader = [Point(x: left - Self.gap, y: end), Point(x: left, y: place), Point(x: left + Swatch.side, y: place)]
            return [
                .shape(Path(through: leader), fill: nil, stroke: Stroke(context.theme.neutral, width: Mark.Line.restWidth)),
                context.text(entry.name, .tick, x: left + indent, centeredOn: place),
            ]
        }
    }
}
