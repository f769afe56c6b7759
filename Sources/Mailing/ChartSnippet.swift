public import Charts
public import Drawing
import Mustache

/// One chart as HTML to paste into a mail of one's own: a linked picture with its size and its alternative text, and a small table.
///
///     let snippet = ChartSnippet(section, picture: "https://charts.example.org/…/top-items.png", size: Size(width: 560, height: 300))
///     print(try snippet.html)
public struct ChartSnippet: Sendable {
    private let page: Page

    private struct Page: MustacheParent {
        let source: String
        let alternative: String
        let width: Int
        let height: Int
        let figures: String
        let start: String

        func child(named name: String) -> Any? {
            switch name {
            case "source": source
            case "alternative": alternative
            case "width": width
            case "height": height
            case "figures": figures
            case "start": start
            default: nil
            }
        }
    }

    /// - Parameters:
    ///   - picture: the address of a PNG of twice the size.
    ///   - rowLimit: rows of the table that are shown.
    public init(_ section: Document.Section, picture: String, size: Size, rowLimit: Int = 20) {
        let parts = MailPage.Section(section, source: picture, size: size, rowLimit: rowLimit)
        page = Page(
            source: parts.source, alternative: parts.alternative, width: parts.width, height: parts.height, figures: parts.figures,
            start: section.chart.locale.isRightToLeft ? "right" : "left")
    }

    /// Makes a snippet of a picture alone.
    public init(picture: String, alternative: String, size: Size, isRightToLeft: Bool) {
        page = Page(
            source: picture, alternative: alternative, width: Int(size.width), height: Int(size.height), figures: "",
            start: isRightToLeft ? "right" : "left")
    }

    public var html: String {
        get throws { try MailTemplates.render(page, page.figures.isEmpty ? "picture" : "snippet") }
    }
}
