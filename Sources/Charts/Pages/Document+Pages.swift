public import Drawing

extension Document {
    /// From the edge of the paper to what is written.
    private static let margin = 52.0
    private static let footerHeight = 34.0
    /// Rows of a table: enough for ten years of months.
    static let pageRowLimit = 120

    /// Returns the document on pages of paper, with page numbers, and a bookmark for each section.
    ///
    /// No chart and no row of a table is cut; the heading of a table stands again where the table goes on on another page.
    public func pages(on paper: Paper, theme: Theme, measuring text: some TextMeasurer) throws(ChartError) -> PagedDocument {
        let width = paper.size.width - 2 * Self.margin
        let context = LayoutContext(size: paper.size, theme: theme, measurer: text, locale: locale)
        var flow = PageFlow(height: paper.size.height - 2 * Self.margin - Self.footerHeight)
        flow.place(try BlockBuilder(context: context, width: width, rowLimit: Self.pageRowLimit).blocks(of: self))
        let pages = flow.pages.enumerated().map { index, blocks in
            let content = Self.nodes(of: blocks).map { $0.moved(right: Self.margin, down: Self.margin) }
            let footer = footer(page: index + 1, of: flow.pages.count, in: context)
            return Scene(size: paper.size, title: title, summary: subtitle, nodes: context.background + content + footer)
        }
        return PagedDocument(
            title: title, summary: summary, language: locale.identifier, pages: pages,
            bookmarks: Self.bookmarks(in: flow.pages, below: Self.margin), figures: sections.map(\.chart.message)
        )
    }

    /// Returns the document on one tall page, as for a chat.
    ///
    /// Its height is bounded: a table shows a dozen rows and says how many are left out.
    public func picture(width: Double, theme: Theme, measuring text: some TextMeasurer) throws(ChartError) -> Scene {
        let margin = 24.0
        let context = LayoutContext(size: Size(width: width, height: width), theme: theme, measurer: text, locale: locale)
        var flow = PageFlow(height: .infinity)
        flow.place(try BlockBuilder(context: context, width: width - 2 * margin, rowLimit: 12).blocks(of: self))
        let size = Size(width: width, height: (flow.top + 2 * margin).rounded(.up))
        let background = LayoutContext(size: size, theme: theme, measurer: text, locale: locale).background
        let content = flow.pages.flatMap { Self.nodes(of: $0) }.map { $0.moved(right: margin, down: margin) }
        return Scene(size: size, title: title, summary: summary, nodes: background + content)
    }

    /// Returns what is drawn, the rows of each table as one group.
    private static func nodes(of blocks: [PageFlow.Placed]) -> [Scene.Node] {
        var nodes: [Scene.Node] = []
        var table: [Scene.Node] = []
        for placed in blocks {
            let moved = placed.block.nodes.map { $0.moved(right: 0, down: placed.top) }
            if placed.block.kind != .tableRow, !table.isEmpty {
                nodes.append(.group(.structure(.table), table))
                table = []
            }
            if placed.block.kind == .text { nodes += moved } else { table += moved }
        }
        return nodes + (table.isEmpty ? [] : [.group(.structure(.table), table)])
    }

    private static func bookmarks(in pages: [[PageFlow.Placed]], below margin: Double) -> [PagedDocument.Bookmark] {
        pages.enumerated().flatMap { index, blocks in
            blocks.compactMap { placed in
                placed.block.bookmark.map { PagedDocument.Bookmark(title: $0, page: index, top: margin + placed.top) }
            }
        }
    }

    private func footer(page: Int, of count: Int, in context: LayoutContext) -> [Scene.Node] {
        let (number, total) = (locale.text(of: page).isolated, locale.text(of: count).isolated)
        let words = locale.phrase(
            "Page \(number) of \(total)", de: "Seite \(number) von \(total)", fr: "Page \(number) sur \(total)",
            es: "Página \(number) de \(total)"
        )
        let width = context.size.width - 2 * Self.margin
        let baseline = context.size.height - Self.margin
        let room = width - context.width(of: words, in: .pageFooter) - 20
        let runs = [
            context.text(context.fit(subtitle, in: .pageFooter, to: room), .pageFooter, x: Self.margin, baseline: baseline),
            context.text(words, .pageFooter, x: Self.margin + width, baseline: baseline, anchor: .end),
        ]
        return [.group(.footnote, locale.isRightToLeft ? runs.map { $0.mirrored(in: context.size.width) } : runs)]
    }
}
