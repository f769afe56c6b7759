import Drawing

/// Names with their colors, in rows above a plot; a long name has two lines.
struct Legend {
    private let rows: [Row]
    private let sheet: Sheet

    private struct Entry {
        var lines: [String]
        var color: MarkColor
        var x: Double
    }

    private struct Row {
        var entries: [Entry] = []
        var lineCount: Int { entries.map(\.lines.count).max() ?? 0 }
    }

    private static let swatch = 10.0
    private static let indent = 15.0
    /// Between two names; the smaller one where it saves a row.
    private static let gaps = [16.0, 10]
    /// How wide a name may be and how many lines it may have, the most telling first: a color without a name says less than a short name.
    private static let names: [(width: Double, lines: Int)] = [(160, 2), (160, 1), (110, 1), (80, 1)]
    private static let mostRows = 3
    private static let mostLines = 4

    /// Sets the names in as few rows as they need, or fails where they need more than three however short they are.
    init?(_ entries: [(name: String, color: MarkColor)], width: Double, on sheet: Sheet) {
        for name in Self.names {
            let set = Self.gaps.map { Self.rows(entries, name, width: width, gap: $0, on: sheet) }
            let rows = set[1].count < set[0].count ? set[1] : set[0]
            guard rows.count <= Self.mostRows, rows.reduce(0, { $0 + $1.lineCount }) <= Self.mostLines else { continue }
            self.rows = rows
            self.sheet = sheet
            return
        }
        return nil
    }

    private static func rows(
        _ entries: [(name: String, color: MarkColor)], _ name: (width: Double, lines: Int), width: Double, gap: Double, on sheet: Sheet
    ) -> [Row] {
        var rows = [Row()]
        var x = 0.0
        for entry in entries {
            let lines = sheet.wrap(entry.name, in: TypeScale.tick, to: min(width - indent, name.width), lines: name.lines)
            let entryWidth = indent + sheet.widest(lines, in: TypeScale.tick)
            if x > 0, x + entryWidth > width {
                rows.append(Row())
                x = 0
            }
            rows[rows.count - 1].entries.append(Entry(lines: lines, color: entry.color, x: x))
            x += entryWidth + gap
        }
        return rows
    }

    var height: Double { rows.reduce(6) { $0 + height(of: $1) } }

    private func height(of row: Row) -> Double { Double(row.lineCount) * sheet.metrics(of: TypeScale.tick).lineHeight + 4 }

    func node(left: Double, top: Double) -> Scene.Node {
        let lineHeight = sheet.metrics(of: TypeScale.tick).lineHeight
        var nodes: [Scene.Node] = []
        var rowTop = top + 2
        for row in rows {
            for entry in row.entries {
                let (x, center) = (left + entry.x, rowTop + lineHeight / 2)
                let square = Rect(left: x, top: center - Self.swatch / 2, right: x + Self.swatch, bottom: center + Self.swatch / 2)
                nodes.append(.shape(Path(square), fill: sheet.theme.color(entry.color), stroke: nil))
                let first = sheet.baseline(centeredOn: center, in: TypeScale.tick)
                nodes += entry.lines.enumerated().map { line, text in
                    sheet.run(text, x + Self.indent, first + Double(line) * lineHeight, TypeScale.tick, sheet.theme.ink)
                }
            }
            rowTop += height(of: row)
        }
        return .group(.legend, nodes)
    }
}
