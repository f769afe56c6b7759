import Drawing

extension Ring {
    private static let widestName = 140.0
    /// A name that is cut to less than this says nothing any more.
    private static let narrowestName = 56.0
    private static let smallestRing = 72.0
    private static let swatch = 10.0
    private static let indent = 16.0
    private static let gap = 16.0

    /// Returns the ring with its names and values in a column beside it, or below it where the picture is upright; nil when they have
    /// no room.
    func withLegend(in body: Rect) -> [Scene.Node]? {
        let percents = slices.map(percent(of:))
        // What is a part of the whole already is not said twice.
        let values = chart.y.format == .percent ? [] : slices.map { chart.y.format.text($0.value, in: sheet.locale) }
        let (percentWidth, valueWidth) = (sheet.widest(percents, in: TypeScale.tick), sheet.widest(values, in: TypeScale.tick))
        let numbers = Self.indent + 10 + percentWidth + (values.isEmpty ? 0 : 12 + valueWidth)
        let widest = min(sheet.widest(slices.map(\.name), in: TypeScale.tick), Self.widestName)
        let room = body.width - numbers - Self.gap - Self.smallestRing

        let isBeside = room >= min(widest, Self.narrowestName)
        let nameWidth = isBeside ? min(widest, room) : widest
        let width = numbers + nameWidth
        let height = isBeside ? body.height : body.height - 12 - 90
        guard let rows = LegendRows(slices.map(\.name), width: nameWidth, height: height, on: sheet), width <= body.width else {
            return nil
        }

        let ringArea: Rect
        let legend: Point
        if isBeside {
            guard body.height >= Self.smallestRing else { return nil }
            let side = min(body.height, body.width - width - Self.gap)
            ringArea = Rect(left: body.left, top: body.top, right: body.left + side, bottom: body.bottom)
            legend = Point(x: ringArea.right + Self.gap, y: body.center.y - rows.height / 2)
        } else {
            ringArea = Rect(left: body.left, top: body.top, right: body.right, bottom: body.bottom - rows.height - 12)
            legend = Point(x: body.center.x - width / 2, y: ringArea.bottom + 12)
        }
        var nodes: [Scene.Node] = []
        let percentEnd = legend.x + Self.indent + nameWidth + 10 + percentWidth
        for (index, row) in rows.lines.enumerated() {
            let center = legend.y + row.top + row.firstCenter
            let half = Self.swatch / 2
            let swatch = Rect(left: legend.x, top: center - half, right: legend.x + Self.swatch, bottom: center + half)
            nodes.append(.shape(Path(swatch), fill: sheet.theme.color(slices[index].color), stroke: nil))
            let baseline = sheet.baseline(centeredOn: center, in: TypeScale.tick)
            for (line, text) in row.texts.enumerated() {
                let place = baseline + Double(line) * rows.lineHeight
                nodes.append(sheet.run(text, legend.x + Self.indent, place, TypeScale.tick, sheet.theme.ink))
            }
            nodes.append(sheet.run(percents[index], percentEnd, baseline, .end, TypeScale.tick, sheet.theme.mutedInk))
            guard !values.isEmpty else { continue }
            nodes.append(sheet.run(values[index], percentEnd + 12 + valueWidth, baseline, .end, TypeScale.tick, sheet.theme.ink))
        }
        let radius = min(ringArea.width, ringArea.height) / 2
        return ring(center: ringArea.center, radius: radius) + [.group(.legend, nodes)]
    }
}

/// Names one below another, each in up to two lines, as far apart as their height allows.
private struct LegendRows {
    struct Row {
        let texts: [String]
        /// From the top of all.
        let top: Double
        /// From the row's top to the middle of its first line.
        let firstCenter: Double
    }

    let lines: [Row]
    let height: Double
    let lineHeight: Double

    private static let widestGap = 5.0
    private static let narrowestGap = 1.0

    /// Fails when they have no room even in one line each.
    init?(_ names: [String], width: Double, height: Double, on sheet: Sheet) {
        lineHeight = sheet.metrics(of: TypeScale.tick).lineHeight
        let lineHeight = lineHeight
        func wrapped(_ count: Int) -> [[String]] { names.map { sheet.wrap($0, in: TypeScale.tick, to: width, lines: count) } }
        func least(_ texts: [[String]]) -> Double {
            texts.reduce(0) { $0 + Double(max($1.count, 1)) * lineHeight + Self.narrowestGap }
        }
        var texts = wrapped(2)
        if least(texts) > height { texts = wrapped(1) }
        guard least(texts) <= height else { return nil }
        let gap = min(Self.widestGap, Self.narrowestGap + (height - least(texts)) / Double(max(names.count, 1)))
        var (rows, top): ([Row], Double) = ([], 0)
        for text in texts {
            rows.append(Row(texts: text, top: top, firstCenter: (lineHeight + gap) / 2))
            top += Double(max(text.count, 1)) * lineHeight + gap
        }
        lines = rows
        self.height = top
    }
}
