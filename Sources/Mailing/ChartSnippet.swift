public import Charts
public import Drawing

/// One chart as HTML to paste into a mail of one's own: a linked picture with its size and its alternative text, and a small table.
///
///     let snippet = ChartSnippet(section, picture: "https://charts.example.org/…/top-items.png", size: Size(width: 560, height: 300))
///     print(try snippet.html)
public struct ChartSnippet: Sendable {
    private let page: Page

    private struct Page {
        let source: String
        let alternative: String
        let width: Int
        let height: Int
        let columns: [MailPage.Cell]
        let rows: [MailPage.Row]
        let omission: String?
        let start: String
        let end: String
    }

    /// - Parameters:
    ///   - picture: the address of a PNG of twice the size.
    ///   - rowLimit: rows of the table that are shown.
    public init(_ section: Document.Section, picture: String, size: Size, rowLimit: Int = 20) {
        let parts = MailPage.Section(section, source: picture, size: size, rowLimit: rowLimit)
        let isRightToLeft = section.chart.locale.isRightToLeft
        page = Page(
            source: parts.source, alternative: parts.alternative, width: parts.width, height: parts.height, columns: parts.columns,
            rows: parts.rows, omission: parts.omission, start: isRightToLeft ? "right" : "left", end: isRightToLeft ? "left" : "right"
        )
    }

    /// Makes a snippet of a picture alone.
    public init(picture: String, alternative: String, size: Size, isRightToLeft: Bool) {
        page = Page(
            source: picture, alternative: alternative, width: Int(size.width), height: Int(size.height), columns: [], rows: [],
            omission: nil, start: isRightToLeft ? "right" : "left", end: isRightToLeft ? "left" : "right")
    }

    public var html: String {
        get throws { try MailTemplates.render(page, page.columns.isEmpty ? "picture" : "snippet") }
    }
}
