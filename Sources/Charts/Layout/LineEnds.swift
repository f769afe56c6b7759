import Drawing

/// What stands at the right ends of lines: their names, a legend that needs no looking up, or the last value of a line alone.
struct LineEnds {
    struct Entry {
        var name: String
        /// The last that is known.
        var value: Double
        /// Nil for what needs none to be found.
        var color: MarkColor?
    }

    /// Of the column, in points.
    let width: Double
    private let entries: [(lines: [String], value: Double, color: MarkColor?)]
    private let indent: Double
    private let sheet: Sheet

    private static let swatch = 10.0
    private static let gap = 8.0

    /// - Parameter width: of the whole plot, of which names take a third at most.
    init?(_ entries: [Entry], on sheet: Sheet, width: Double) {
        let most = min(150, width / 3)
        indent = entries.contains { $0.color != nil } ? Self.swatch + 5 : 0
        let room = most - Self.gap - indent
        self.entries = entries.compactMap { entry in
            let lines = sheet.wrap(entry.name, in: TypeScale.tick, to: room, lines: 2)
            return lines.isEmpty ? nil : (lines, entry.value, entry.color)
        }
        guard !self.entries.isEmpty, most >= 60 else { return nil }
        self.width = sheet.widest(self.entries.flatMap(\.lines), in: TypeScale.tick) + Self.gap + indent
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
            let room = width - Self.gap - indent
            shown = shown.map { ([sheet.fit($0.lines.joined(separator: " "), in: TypeScale.tick, to: room)], $0.value, $0.color) }
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
        return [.group(indent > 0 ? .legend : .annotation, nodes)]
    }
}
