import Drawing

/// Makes the pieces of a document, `width` wide.
struct PieceMaker {
    let sheet: Sheet
    let width: Double
    /// Rows of a table that are shown; a note says how many are left out.
    let rowLimit: Int

    private var isMirrored: Bool { sheet.locale.isRightToLeft }

    func pieces(of document: Document) throws(ChartError) -> [Piece] {
        var pieces = cover(of: document)
        for section in document.sections { pieces += try self.pieces(of: section) }
        return pieces
    }

    private func cover(of document: Document) -> [Piece] {
        var pieces = [
            text(document.title, PageType.title, sheet.theme.ink, .heading(level: 1), lines: 3),
            text(document.subtitle, PageType.subtitle, sheet.theme.mutedInk, .paragraph, gap: 2, lines: 3),
        ]
        pieces[0].bookmark = document.title
        pieces[0].leadsNext = true
        if let cards = cards(document.cards) { pieces.append(cards) }
        for remark in document.remarks { pieces.append(text(remark, PageType.text, sheet.theme.ink, .paragraph, gap: 10, lines: 6)) }
        return pieces
    }

    private func cards(_ cards: [Mark.Card]) -> Piece? {
        guard !cards.isEmpty else { return nil }
        // Three in a row: nearly twice as wide as high, as the grid prefers them.
        let rows = (cards.count + 2) / 3
        let height = Double(rows) * 105 + Double(rows - 1) * 20
        let body = Rect(left: 0, top: 0, right: width, bottom: height)
        guard let nodes = sheet.grid(of: cards, in: body, detail: .full) else { return nil }
        // Each is read by itself.
        let paragraphs = mirrored(nodes).flatMap { if case .group(.marks, let cards) = $0 { cards } else { [$0] } }
        return Piece(height: height, nodes: paragraphs.map { .group(.structure(.paragraph), [$0]) }, gap: 22)
    }

    private func pieces(of section: Document.Section) throws(ChartError) -> [Piece] {
        var heading = text(section.title, PageType.heading, sheet.theme.ink, .heading(level: 2), gap: 34, lines: 2)
        heading.bookmark = section.title
        heading.leadsNext = true
        var words = text(section.message, PageType.text, sheet.theme.mutedInk, .paragraph, gap: 4, lines: 4)
        words.leadsNext = true
        var chart = try figure(section.chart)
        let rows = self.rows(of: section.table)
        chart.leadsNext = !rows.isEmpty
        return [heading, words, chart] + rows
    }

    private func figure(_ chart: Chart) throws(ChartError) -> Piece {
        var chart = chart
        // The heading says it.
        chart.title = ""
        // Wider by its own margins, so that its edges are those of the text.
        let height = chart.pageHeight(width: width)
        let margin = Sheet.margin(of: Size(width: width, height: height))
        let size = Size(width: width + 2 * margin, height: height)
        let scene = try chart.scene(size: size, theme: sheet.theme, measuring: sheet.text)
        let nodes = scene.nodes.filter { if case .group(.background, _) = $0 { false } else { true } }
        return Piece(
            height: size.height - margin, nodes: [.group(.structure(.figure), nodes.map { $0.moved(right: -margin, down: -margin / 2) })])
    }

    private func rows(of table: TextTable) -> [Piece] {
        guard !table.rows.isEmpty else { return [] }
        let layout = TableColumns(table, width: width, on: sheet)
        var heading = row(
            table.columns.map(\.heading), of: table, layout, PageType.columnHeading(beside: layout.font), sheet.theme.mutedInk,
            .columnHeading
        )
        heading.kind = .tableHeading
        heading.gap = 6
        heading.leadsNext = true
        var rows = table.rows(upTo: rowLimit).map { row($0, of: table, layout, layout.font, sheet.theme.ink, .cell) }
        // A first row alone at the foot of a page, or a last one at the head, would look lost.
        if rows.count > 1 {
            rows[0].leadsNext = true
            rows[rows.count - 2].leadsNext = true
        }
        if let omission = table.omission(beyond: rowLimit, in: sheet.locale) {
            rows.append(text(omission, PageType.footer, sheet.theme.mutedInk, .paragraph, gap: 4, lines: 1))
        }
        return [heading] + rows
    }

    private func row(
        _ texts: [String], of table: TextTable, _ layout: TableColumns, _ font: Font, _ color: Color, _ cell: Scene.Structure
    ) -> Piece {
        let metrics = sheet.metrics(of: font)
        let wrapped = zip(texts, layout.spans).map { sheet.wrap($0, in: font, to: $1.right - $1.left + 0.01, lines: 3) }
        let height = Double(max(wrapped.map(\.count).max() ?? 1, 1)) * metrics.lineHeight + 7
        var cells: [Scene.Node] = []
        for (index, lines) in wrapped.enumerated() {
            let isNumber = table.columns[index].isNumber
            let x = isNumber ? layout.spans[index].right : layout.spans[index].left
            let runs = lines.enumerated().map { line, text in
                let baseline = 4 + metrics.ascent + Double(line) * metrics.lineHeight
                return sheet.run(text, x, baseline, isNumber ? .end : .start, font, color)
            }
            cells.append(.group(.structure(cell), runs))
        }
        let line = Rect(left: 0, top: height - 0.5, right: layout.width, bottom: height)
        let rule = Scene.Node.shape(Path(line), fill: cell == .cell ? sheet.theme.grid : sheet.theme.mutedInk, stroke: nil)
        return Piece(kind: .tableRow, height: height, nodes: mirrored([.group(.structure(.row), cells), .group(.grid, [rule])]))
    }

    private func text(
        _ string: String, _ font: Font, _ color: Color, _ structure: Scene.Structure, gap: Double = 0, lines: Int
    ) -> Piece {
        let metrics = sheet.metrics(of: font)
        let wrapped = sheet.wrap(string, in: font, to: width, lines: lines)
        let runs = wrapped.enumerated().map { index, line in
            sheet.run(line, 0, metrics.ascent + Double(index) * metrics.lineHeight, font, color)
        }
        return Piece(
            height: Double(wrapped.count) * metrics.lineHeight, nodes: [.group(.structure(structure), mirrored(runs))], gap: gap
        )
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
