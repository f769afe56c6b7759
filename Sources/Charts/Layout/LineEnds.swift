import Drawing

/// What stands at the right ends of lines: their names, a legend that needs no looking up, or the last value of a line alone.
struct LineEnds {
    struct Entry {
        var name: String
        /// The last that is known.
        var value: Double
        /// Nil for what needs none to be found.
        var color: MarkColor?

        /// Whether the line is one of those in grey, which a footnote names too.
        var isRest: Bool { color == .neutral }
    }

    /// Of the column, in points.
    let width: Double
    private let entries: [(lines: [String], value: Double, color: MarkColor?)]
    private let rest: [Entry]
    private let indent: Double
    private let nameWidth: Double
    private let sheet: Sheet

    private static let swatch = 10.0
    private static let gap = 8.0
    /// More lines in grey are but a background.
    private static let mostRest = 6
    /// From a line in grey to its name, in lines of text.
    private static let farthest = 2.0

    /// - Parameter width: of the whole plot, of which names take a third at most.
    init?(_ entries: [Entry], on sheet: Sheet, width: Double) {
        let most = min(150, width / 3)
        let named = entries.filter { !$0.isRest }
        indent = named.contains { $0.color != nil } ? Self.swatch + 5 : 0
        let room = most - Self.gap - indent
        self.entries = named.compactMap { entry in
            let lines = sheet.wrap(entry.name, in: TypeScale.tick, to: room, lines: 2)
            return lines.isEmpty ? nil : (lines, entry.value, entry.color)
        }
        guard !self.entries.isEmpty, most >= 60 else { return nil }
        let rest = entries.filter { $0.isRest && sheet.width(of: $0.name, in: TypeScale.tick) <= room }
        self.rest = entries.count - named.count <= Self.mostRest ? rest.sorted { $0.value > $1.value } : []
        nameWidth = sheet.widest(self.entries.flatMap(\.lines) + self.rest.map(\.name), in: TypeScale.tick)
        self.width = nameWidth + Self.gap + indent
        self.sheet = sheet
    }

    /// Whether all have room one below another, each in a line.
    func fit(in plot: Rect) -> Bool { entries.count <= capacity(of: plot) }

    private func capacity(of plot: Rect) -> Int {
        let lineHeight = sheet.metrics(of: TypeScale.tick).lineHeight
        return max(Int((plot.height + lineHeight) / lineHeight), 0)
    }

    func nodes(in plot: Rect, _ y: ValueScale) -> [Scene.Node] {
        let lineHeight = sheet.metrics(of: TypeScale.tick).lineHeight
        var shown = entries.sorted { $0.value > $1.value }
        // Names are cut to one line before any is left out, and those that end lowest are left out first.
        if shown.reduce(0, { $0 + $1.lines.count }) * Int(lineHeight.rounded(.up)) > Int(plot.height + lineHeight) {
            shown = shown.map { ([sheet.fit($0.lines.joined(separator: " "), in: TypeScale.tick, to: nameWidth)], $0.value, $0.color) }
        }
        shown = Array(shown.prefix(capacity(of: plot)))
        let places = spread(
            shown.map { y($0.value) }, lengths: shown.map { Double($0.lines.count) * lineHeight },
            within: plot.top - lineHeight / 2...plot.bottom + lineHeight / 2
        )
        let left = plot.right + Self.gap
        let nodes = zip(shown, places).flatMap { entry, place in
            let first =
                sheet.baseline(centeredOn: place, in: TypeScale.tick) - Double(entry.lines.count - 1) * lineHeight / 2
            let swatch = entry.color.map { color in
                [sheet.line(Point(x: left, y: place), Point(x: left + Self.swatch, y: place), Stroke(sheet.theme.color(color), width: 2))]
            }
            return (swatch ?? [])
                + entry.lines.enumerated().map { line, text in
                    sheet.run(text, left + indent, first + Double(line) * lineHeight, TypeScale.tick, sheet.theme.ink)
                }
        }
        let taken = zip(shown, places).map { Taken(value: $0.value, place: $1, height: Double($0.lines.count) * lineHeight) }
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
        let height = sheet.metrics(of: TypeScale.tick).lineHeight
        let left = plot.right + Self.gap
        var taken = others
        return rest.flatMap { entry -> [Scene.Node] in
            let ceiling = taken.filter { $0.value >= entry.value }.map { $0.place + $0.height / 2 }.max() ?? plot.top - height / 2
            let floor = taken.filter { $0.value < entry.value }.map { $0.place - $0.height / 2 }.min() ?? plot.bottom + height / 2
            let end = y(entry.value)
            let place = min(max(end, ceiling + height / 2), floor - height / 2)
            guard floor - ceiling >= height, abs(place - end) <= Self.farthest * height else { return [] }
            taken.append(Taken(value: entry.value, place: place, height: height))
            let leader = Path(
                through: [Point(x: left - Self.gap, y: end), Point(x: left, y: place), Point(x: left + Self.swatch, y: place)])
            return [
                .shape(leader, fill: nil, stroke: Stroke(sheet.theme.neutral, width: LineLayer.restWidth)),
                sheet.run(
                    entry.name, left + indent, sheet.baseline(centeredOn: place, in: TypeScale.tick), TypeScale.tick, sheet.theme.mutedInk),
            ]
        }
    }
}
