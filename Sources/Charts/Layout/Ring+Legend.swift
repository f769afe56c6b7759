import Drawing

extension Ring {
    private static let widestName = 140.0
    /// A name that is cut to less than this says nothing any more.
    private static let narrowestName = 56.0
    private static let smallestRing = 72.0
    private static let swatch = 10.0
    private static let indent = 16.0
    private static let gap = 16.0
    /// How much larger a ring above its legend has to be than one beside it, where a glance goes from one to the other at once.
    private static let worthwhileGrowth = 1.5

    /// Where a ring and its legend are.
    private struct Arrangement {
        let rows: LegendRows
        let nameWidth: Double
        let ring: Rect
        let legend: Point

        var radius: Double { min(ring.width, ring.height) / 2 }
    }

    /// Returns the ring with its names and values in a column beside it, or below it where that leaves much more of the ring; nil when
    /// they have no room.
    func withLegend(in body: Rect) -> [Scene.Node]? {
        let percents = slices.map(percent(of:))
        // What is a part of the whole already is not said twice.
        let values = chart.y.format == .percent ? [] : slices.map { chart.y.format.text($0.value, in: sheet.locale) }
        let (percentWidth, valueWidth) = (sheet.widest(percents, in: TypeScale.tick), sheet.widest(values, in: TypeScale.tick))
        let numbers = Self.indent + 10 + percentWidth + (values.isEmpty ? 0 : 12 + valueWidth)
        let (beside, below) = (arrangedBeside(in: body, numbers: numbers), arrangedBelow(in: body, numbers: numbers))
        let isBelow = (below?.radius ?? 0) > (beside?.radius ?? 0) * Self.worthwhileGrowth
        guard let arrangement = isBelow ? below : beside else { return nil }

        let (rows, legend, nameWidth) = (arrangement.rows, arrangement.legend, arrangement.nameWidth)
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
        return ring(center: arrangement.ring.center, radius: arrangement.radius) + [.group(.legend, nodes)]
    }

    private var widestNameOfAll: Double { min(sheet.widest(slices.map(\.name), in: TypeScale.tick), Self.widestName) }

    /// - Parameter numbers: the width of all but the names.
    private func arrangedBeside(in body: Rect, numbers: Double) -> Arrangement? {
        let room = body.width - numbers - Self.gap - Self.smallestRing
        guard room >= min(widestNameOfAll, Self.narrowestName), body.height >= Self.smallestRing else { return nil }
        let nameWidth = min(widestNameOfAll, room)
        guard let rows = LegendRows(slices.map(\.name), width: nameWidth, height: body.height, on: sheet) else { return nil }
        let side = min(body.height, body.width - numbers - nameWidth - Self.gap)
        let ring = Rect(left: body.left, top: body.top, right: body.left + side, bottom: body.bottom)
        let legend = Point(x: ring.right + Self.gap, y: body.center.y - rows.height / 2)
        return Arrangement(rows: rows, nameWidth: nameWidth, ring: ring, legend: legend)
    }

    private func arrangedBelow(in body: Rect, numbers: Double) -> Arrangement? {
        let (nameWidth, width) = (widestNameOfAll, numbers + widestNameOfAll)
        let height = body.height - 12 - 90
        guard width <= body.width, let rows = LegendRows(slices.map(\.name), width: nameWidth, height: height, on: sheet) else {
            return nil
        }
        let ring = Rect(left: body.left, top: body.top, right: body.right, bottom: body.bottom - rows.height - 12)
        let legend = Point(x: body.center.x - width / 2, y: ring.bottom + 12)
        return Arrangement(rows: rows, nameWidth: nameWidth, ring: ring, legend: legend)
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
