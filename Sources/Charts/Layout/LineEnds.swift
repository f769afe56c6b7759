import Drawing

/// The names of lines, each at its line's right end: a legend that needs no looking up.
struct LineEnds {
    /// Of the column, in points; 0 when there is no room for it.
    let width: Double
    private let entries: [(name: String, value: Double, color: MarkColor)]
    private let sheet: Sheet

    private static let swatch = 10.0
    private static let gap = 8.0

    /// - Parameter width: of the whole plot, of which names take a third at most.
    init?(_ line: Mark.Line, on sheet: Sheet, width: Double) {
        let most = min(140, width / 3)
        entries = line.series.filter { $0.color != .neutral }.compactMap { series in
            guard let last = series.values.last(where: { $0 != nil }), let value = last else { return nil }
            let name = sheet.fit(series.name, in: TypeScale.tick, to: most - Self.swatch - Self.gap - 5)
            return name.isEmpty ? nil : (name, value, series.color)
        }
        guard !entries.isEmpty, most >= 60 else { return nil }
        self.width = sheet.widest(entries.map(\.name), in: TypeScale.tick) + Self.swatch + Self.gap + 5
        self.sheet = sheet
    }

    func nodes(in plot: Rect, _ y: LinearScale) -> [Scene.Node] {
        let lineHeight = sheet.metrics(of: TypeScale.tick).lineHeight
        // Where not all have room, those that end lowest go without a name.
        let capacity = Int((plot.height + lineHeight) / lineHeight)
        let shown = entries.sorted { $0.value > $1.value }.prefix(capacity)
        let places = spread(shown.map { y($0.value) }, apart: lineHeight, within: plot.top...plot.bottom)
        let left = plot.right + Self.gap
        let nodes = zip(shown, places).flatMap { entry, place in
            [
                sheet.line(
                    Point(x: left, y: place), Point(x: left + Self.swatch, y: place), Stroke(sheet.theme.color(entry.color), width: 2)
                ),
                sheet.run(
                    entry.name, left + Self.swatch + 5, sheet.baseline(centeredOn: place, in: TypeScale.tick), TypeScale.tick,
                    sheet.theme.ink
                ),
            ]
        }
        return [.group(.legend, nodes)]
    }
}
