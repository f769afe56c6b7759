import Drawing

/// Names with their colors, in rows above a plot.
struct Legend {
    private let rows: [[(name: String, color: MarkColor, x: Double)]]
    private let sheet: Sheet

    private static let swatch = 10.0
    private static let gap = 16.0
    private static let mostRows = 3

    /// Sets the names in as few rows as they need, or fails where they need more than three.
    init?(_ entries: [(name: String, color: MarkColor)], width: Double, on sheet: Sheet) {
        var rows: [[(name: String, color: MarkColor, x: Double)]] = [[]]
        var x = 0.0
        for entry in entries {
            let name = sheet.fit(entry.name, in: TypeScale.tick, to: min(width - Self.swatch - 5, 160))
            let entryWidth = Self.swatch + 5 + sheet.width(of: name, in: TypeScale.tick)
            if x > 0, x + entryWidth > width {
                rows.append([])
                x = 0
            }
            rows[rows.count - 1].append((name, entry.color, x))
            x += entryWidth + Self.gap
        }
        guard rows.count <= Self.mostRows else { return nil }
        self.rows = rows
        self.sheet = sheet
    }

    private var rowHeight: Double { sheet.metrics(of: TypeScale.tick).lineHeight + 4 }

    var height: Double { Double(rows.count) * rowHeight + 6 }

    func node(left: Double, top: Double) -> Scene.Node {
        let nodes = rows.enumerated().flatMap { index, row in
            let center = top + (Double(index) + 0.5) * rowHeight
            return row.flatMap { entry in
                let x = left + entry.x
                let square = Rect(left: x, top: center - Self.swatch / 2, right: x + Self.swatch, bottom: center + Self.swatch / 2)
                return [
                    Scene.Node.shape(Path(square), fill: sheet.theme.color(entry.color), stroke: nil),
                    sheet.run(
                        entry.name, x + Self.swatch + 5, sheet.baseline(centeredOn: center, in: TypeScale.tick), TypeScale.tick,
                        sheet.theme.ink
                    ),
                ]
            }
        }
        return .group(.legend, nodes)
    }
}
