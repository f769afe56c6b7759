import Drawing

/// Makes the blocks of a document, `width` wide.
struct BlockBuilder {
    let context: LayoutContext
    let width: Double
    /// Rows of a table that are shown; a note says how many are left out.
    let rowLimit: Int

    private var isMirrored: Bool { context.locale.isRightToLeft }

    func blocks(of document: Document) throws(ChartError) -> [Block] {
        var blocks = cover(of: document)
        for section in document.sections { blocks += try self.blocks(of: section) }
        return blocks
    }

    private func cover(of document: Document) -> [Block] {
        var blocks = [
            text(document.title, .pageTitle, .heading(level: 1), lines: 3),
            text(document.subtitle, .pageSubtitle, .paragraph, gap: 2, lines: 3),
        ]
        blocks[0].bookmark = document.title
        blocks[0].leadsNext = true
        if let cards = cards(document.cards) { blocks.append(cards) }
        for remark in document.remarks { blocks.append(text(remark, .pageText, .paragraph, gap: 10, lines: 6)) }
        return blocks
    }

    private func cards(_ cards: [Mark.Card]) -> Block? {
        guard !cards.isEmpty else { return nil }
        // Three in a row: nearly twice as wide as high, as the grid prefers them.
        let rows = (cards.count + 2) / 3
        let height = Double(rows) * 105 + Double(rows - 1) * 20
        let body = Rect(left: 0, top: 0, right: width, bottom: height)
        guard let nodes = CardGrid(cards, in: context).nodes(in: body, detail: .full) else { return nil }
        // Each is read by itself.
        let paragraphs = mirrored(nodes).flatMap { if case .group(.marks, let cards) = $0 { cards } else { [$0] } }
        return Block(height: height, nodes: paragraphs.map { .group(.structure(.paragraph), [$0]) }, gap: 22)
    }

    private func blocks(of section: Document.Section) throws(ChartError) -> [Block] {
        var heading = text(section.title, .pageHeading, .heading(level: 2), gap: 34, lines: 2)
        heading.bookmark = section.title
        heading.leadsNext = true
        var words = text(section.message, .pageText.with(.muted), .paragraph, gap: 4, lines: 4)
        words.leadsNext = true
        var chart = try figure(section.chart)
        let rows = try self.rows(of: section.table)
        chart.leadsNext = !rows.isEmpty
        return [heading, words, chart] + rows
    }

    private func figure(_ chart: Chart) throws(ChartError) -> Block {
        // The heading says it.
        let chart = chart.untitled
        // Wider by its own margins, so that its edges are those of the text.
        let height = chart.pageHeight(width: width)
        let margin = LayoutContext.margin(of: Size(width: width, height: height))
        let size = Size(width: width + 2 * margin, height: height)
        let scene = try chart.scene(size: size, theme: context.theme, measuring: context.measurer)
        let nodes = scene.nodes.filter { if case .group(.background, _) = $0 { false } else { true } }
        return Block(
            height: size.height - margin, nodes: [.group(.structure(.figure), nodes.map { $0.moved(right: -margin, down: -margin / 2) })])
    }

    private func rows(of table: TextTable) throws(ChartError) -> [Block] {
        try table.check()
        guard !table.rows.isEmpty else { return [] }
        let layout = TableColumns(table, width: width, in: context)
        var heading = row(table.columns.map(\.heading), of: table, layout, .columnHeading)
        heading.kind = .tableHeading
        heading.gap = 6
        heading.leadsNext = true
        var rows = table.rows(upTo: rowLimit).map { row($0, of: table, layout, .cell) }
        // A first row alone at the foot of a page, or a last one at the head, would look lost.
        if rows.count > 1 {
            rows[0].leadsNext = true
            rows[rows.count - 2].leadsNext = true
        }
        if let omission = table.omission(beyond: rowLimit, in: context.locale) {
            rows.append(text(omission, .pageFooter, .paragraph, gap: 4, lines: 1))
        }
        return [heading] + rows
    }

    private func row(_ texts: [String], of table: TextTable, _ layout: TableColumns, _ cell: Scene.Structure) -> Block {
        let style = cell == .cell ? layout.style : .columnHeading(beside: layout.style)
        let blocks = zip(texts, layout.spans).map {
            TextBlock($0, style, width: $1.right - $1.left + 0.01, lines: 3, in: context)
        }
        let height = max(blocks.map(\.height).max() ?? 0, context.lineHeight(of: style)) + 7
        let cells = zip(blocks, zip(table.columns, layout.spans)).map { block, place in
            let (column, span) = place
            let texts = block.nodes(x: column.isNumber ? span.right : span.left, top: 4, anchor: column.isNumber ? .end : .start)
            return Scene.Node.group(.structure(cell), texts)
        }
        let line = Rect(left: 0, top: height - 0.5, right: layout.width, bottom: height)
        let color = cell == .cell ? context.theme.grid : context.theme.mutedInk
        let rule = Scene.Node.shape(Path(line), fill: color, stroke: nil)
        return Block(kind: .tableRow, height: height, nodes: mirrored([.group(.structure(.row), cells), .group(.grid, [rule])]))
    }

    private func text(_ string: String, _ style: TextStyle, _ structure: Scene.Structure, gap: Double = 0, lines: Int) -> Block {
        let text = TextBlock(string, style, width: width, lines: lines, in: context)
        return Block(height: text.height, nodes: [.group(.structure(structure), mirrored(text.nodes(x: 0, top: 0)))], gap: gap)
    }

    private func mirrored(_ nodes: [Scene.Node]) -> [Scene.Node] { isMirrored ? nodes.map { $0.mirrored(in: width) } : nodes }
}

extension Chart {
    /// How high the chart stands on a page: enough for each bar of a list to have a line.
    fileprivate func pageHeight(width: Double) -> Double {
        for case .bar(let bar) in marks where bar.orientation == .horizontal {
            return min(max(Double(bar.rows.count) * 26 + 90, 200), 560)
        }
        return 260
    }
}

/// The styles of a page: 16 points of a scene are 12 of a printer's.
extension TextStyle {
    fileprivate static let pageTitle = TextStyle(.semibold, size: 26)
    fileprivate static let pageSubtitle = TextStyle(size: 14, .muted)
    fileprivate static let pageHeading = TextStyle(.semibold, size: 18)
    fileprivate static let pageText = TextStyle(size: 13)
    static let pageFooter = TextStyle(size: 11, numerals: .tabular, .muted)
    /// For a table, the largest in which its columns fit.
    static let cells = [12.0, 11, 10, 9, 8].map { TextStyle(size: $0, numerals: .tabular) }

    static func columnHeading(beside cell: TextStyle) -> TextStyle { TextStyle(.semibold, size: cell.font.size, .muted) }
}
