import Drawing

extension ArcPlot {
    private static let widestName = 140.0
    /// A name that is cut to less than this says nothing any more.
    private static let narrowestName = 56.0
    private static let smallestRing = 72.0
    private static let indent = Swatch.side + 6
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
        let values = chart.y.format == .percent ? [] : slices.map { amount($0.value) }
        let (percentWidth, valueWidth) = (context.widest(percents, in: .tick), context.widest(values, in: .tick))
        let numbers = Self.indent + 10 + percentWidth + (values.isEmpty ? 0 : 12 + valueWidth)
        let (beside, below) = (arrangedBeside(in: body, numbers: numbers), arrangedBelow(in: body, numbers: numbers))
        let isBelow = (below?.radius ?? 0) > (beside?.radius ?? 0) * Self.worthwhileGrowth
        guard let arrangement = isBelow ? below : beside else { return nil }

        let (rows, legend, nameWidth) = (arrangement.rows, arrangement.legend, arrangement.nameWidth)
        var nodes: [Scene.Node] = []
        let percentEnd = legend.x + Self.indent + nameWidth + 10 + percentWidth
        for (index, row) in rows.rows.enumerated() {
            let center = legend.y + row.top + row.firstCenter
            nodes.append(Swatch.node(.square, context.theme.color(slices[index].color), left: legend.x, center: center))
            nodes += row.name.nodes(x: legend.x + Self.indent, firstCenteredOn: center)
            nodes.append(context.text(percents[index], .tick, x: percentEnd, centeredOn: center, anchor: .end))
            guard !values.isEmpty else { continue }
            nodes.append(context.text(values[index], .name, x: percentEnd + 12 + valueWidth, centeredOn: center, anchor: .end))
        }
        return arcs(center: arrangement.ring.center, radius: arrangement.radius) + [.group(.legend, nodes)]
    }

    private var widestNameOfAll: Double { min(context.widest(slices.map(\.name), in: .tick), Self.widestName) }

    /// - Parameter numbers: the width of all but the names.
    private func arrangedBeside(in body: Rect, numbers: Double) -> Arrangement? {
        let room = body.width - numbers - Self.gap - Self.smallestRing
        guard room >= min(widestNameOfAll, Self.narrowestName), body.height >= Self.smallestRing else { return nil }
        let nameWidth = min(widestNameOfAll, room)
        guard let rows = LegendRows(slices.map(\.name), width: nameWidth, height: body.height, in: context) else { return nil }
        let side = min(body.height, body.width - numbers - nameWidth - Self.gap)
        let ring = Rect(left: body.left, top: body.top, right: body.left + side, bottom: body.bottom)
        let legend = Point(x: ring.right + Self.gap, y: body.center.y - rows.height / 2)
        return Arrangement(rows: rows, nameWidth: nameWidth, ring: ring, legend: legend)
    }

    private func arrangedBelow(in body: Rect, numbers: Double) -> Arrangement? {
        let (nameWidth, width) = (widestNameOfAll, numbers + widestNameOfAll)
        let height = body.height - 12 - 90
        guard width <= body.width, let rows = LegendRows(slices.map(\.name), width: nameWidth, height: height, in: context) else {
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
        let name: TextBlock
        /// From the top of all.
        let top: Double
        /// From the row's top to the middle of its first line.
        let firstCenter: Double
    }

    let rows: [Row]
    let height: Double

    private static let widestGap = 5.0
    private static let narrowestGap = 1.0

    /// Fails when they have no room even in one line each.
    init?(_ names: [String], width: Double, height: Double, in context: LayoutContext) {
        let lineHeight = context.lineHeight(of: .name)
        func wrapped(_ count: Int) -> [TextBlock] { names.map { TextBlock($0, .name, width: width, lines: count, in: context) } }
        func least(_ blocks: [TextBlock]) -> Double { blocks.reduce(0) { $0 + max($1.height, lineHeight) + Self.narrowestGap } }
        var blocks = wrapped(2)
        if least(blocks) > height { blocks = wrapped(1) }
        guard least(blocks) <= height else { return nil }
        let gap = min(Self.widestGap, Self.narrowestGap + (height - least(blocks)) / Double(max(names.count, 1)))
        var (rows, top): ([Row], Double) = ([], 0)
        for block in blocks {
            rows.append(Row(name: block, top: top, firstCenter: (lineHeight + gap) / 2))
            top += max(block.height, lineHeight) + gap
        }
        self.rows = rows
        self.height = top
    }
}
